// @ts-check
/** Keeps one whole version of the hosted site on this computer and answers for it, with or without a network.
 *
 * It asks for nothing but files of the site it came from, by GET, without query: so nothing can leave with an address.
 */

// Types beyond the DOM's are not worth a second set of libraries.
/** @typedef {Event & {waitUntil: (work: Promise<unknown>) => void}} WaitingEvent */
/** @typedef {WaitingEvent & {data: unknown, ports: MessagePort[]}} AskingEvent */
/** @typedef {Event & {request: Request, respondWith: (answer: Promise<Response>) => void}} RequestEvent */
/**
 * @typedef {object} Scope
 * @property {(type: string, listener: (event: never) => void) => void} addEventListener
 * @property {() => void} skipWaiting
 * @property {ServiceWorkerRegistration} registration
 * @property {{matchAll: () => Promise<unknown[]>}} clients
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
const root = new URL("./", location.href);
const prefix = `pyvalidator:${root.pathname}:`;
const cacheName = prefix + PV_SITE.id;
/** Header of a kept answer: the content's hash, so that the next version need not load again what did not change. */
const HASH = "pv-hash";
const AT_ONCE = 4;
/** Stands in the cache of a browser that cannot wake Python from its image: every version keeps the other way then. */
const NEEDS_FALLBACK = new URL("assets/runtime/fallback", root).href;

/** What belongs to who runs the site: it comes and goes without a new version, so the network is asked first. */
const SETTINGS = new URL("site-settings.js", root).href;

scope.addEventListener("install", (/** @type {WaitingEvent} */ event) => event.waitUntil(keepVersion()));
scope.addEventListener("activate", (/** @type {WaitingEvent} */ event) => event.waitUntil(forgetOthers()));
scope.addEventListener("message", (/** @type {AskingEvent} */ event) => {
  if (event.data === "activate") scope.skipWaiting();
  if (event.data === "fallback") event.waitUntil(keepFallback().then(() => event.ports[0].postMessage("kept")));
  if (event.data === "count") event.waitUntil(countKept().then((kept) => event.ports[0].postMessage(kept)));
});
scope.addEventListener("fetch", (/** @type {RequestEvent} */ event) => event.respondWith(answer(event.request)));

/** The shell first, then the runtime: without them there is no offline use, and the version is not installed. */
async function keepVersion() {
  await keepAll(PV_SITE.shell);
  await keepAll(PV_SITE.runtime);
  await answerSettings();
  if (await caches.match(NEEDS_FALLBACK)) await keepFallback();
  // A page of the manual that a gateway changes on its way is read from the network.
  await keepAll(PV_SITE.pages, () => {});
}

async function keepFallback() {
  await keepAll(PV_SITE.fallback);
  await (await caches.open(cacheName)).put(NEEDS_FALLBACK, new Response());
}

/**
 * @param {[string, string, number][]} files path, hash, size
 * @param {(error: unknown) => void} onError
 */
async function keepAll(files, onError = (error) => { throw error; }) {
  const cache = await caches.open(cacheName);
  const waiting = [...files];
  const keepSome = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await keep(cache, file[0], file[1]).catch(onError);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {string} hash the browser refuses other content: versions cannot mix, whatever caches lie between
 */
async function keep(cache, path, hash) {
  const address = new URL(path, root).href;
  const kept = await caches.match(address);
  if (kept?.headers.get(HASH) === hash) {
    await cache.put(address, kept);
    return;
  }
  const response = await fetch(address, { cache: "no-cache", credentials: "same-origin", integrity: hash });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const type = PV_SITE.types[path.slice(path.lastIndexOf("."))] ?? "application/octet-stream";
  await cache.put(address, new Response(await response.blob(), { headers: { "Content-Type": type, [HASH]: hash } }));
}

/** How many files are kept, and their bytes: the page says so. */
async function countKept() {
  const addresses = new Set((await (await caches.open(cacheName)).keys()).map(({ url }) => url));
  const { shell, runtime, fallback, pages } = PV_SITE;
  const kept = [...shell, ...runtime, ...fallback, ...pages].filter(([path]) => addresses.has(new URL(path, root).href));
  const settings = await (await keptSettings())?.blob();
  return {
    files: kept.length + (settings ? 1 : 0),
    bytes: kept.reduce((sum, [, , size]) => sum + size, settings?.size ?? 0),
  };
}

async function keptSettings() {
  return (await caches.open(cacheName)).match(SETTINGS);
}

/** Without a network, or while the site has a fault, those that were there last; where they are gone, none. */
async function answerSettings() {
  const cache = await caches.open(cacheName);
  const response = await fetch(SETTINGS, { cache: "no-cache", credentials: "same-origin" }).catch(() => null);
  if (!response || response.status >= 500) return (await keptSettings()) ?? new Response("", { status: 404 });
  // Some sites answer with a page of their own for what is not there.
  if (!response.ok || !/javascript/.test(response.headers.get("Content-Type") ?? "")) {
    await cache.delete(SETTINGS);
    return new Response("", { status: 404 });
  }
  await cache.put(SETTINGS, response.clone());
  return response;
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== root.origin) return Response.error();
  if (request.mode === "navigate" && (await turnToNewVersion())) return new Response("", { headers: { Refresh: "0" } });
  address.search = "";
  address.hash = "";
  if (address.href === SETTINGS) return answerSettings();
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address.href + (address.pathname.endsWith("/") ? "index.html" : ""));
  if (kept) return kept;
  if (request.mode === "navigate" && (await cache.match(`${address.href}/index.html`))) return Response.redirect(`${address.href}/`);
  return fetch(address.href, { credentials: "same-origin", redirect: request.redirect });
}

/** A version that waits for the last page of the old one need not wait while that page is being reloaded. */
async function turnToNewVersion() {
  const { waiting } = scope.registration;
  if (!waiting || (await scope.clients.matchAll()).length > 1) return false;
  waiting.postMessage("activate");
  return true;
}
