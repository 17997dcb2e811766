// @ts-check
/** The hosted site's own copy on this computer: made after the page works, replaced when there is a new version. */

import { el } from "../ui/dom.mjs";
import { formatBytes, formatNumber } from "../ui/format.mjs";

/** A start of the checker that takes longer does not keep the copy waiting. */
const LATEST = 60_000;

/** @param {string} root the site's address */
export async function keepOffline(root) {
  // Only the hosted edition has a manifest; a page from disk can have no service worker.
  if (!document.querySelector("link[rel=manifest]") || !navigator.serviceWorker) return;
  await untilWorking();
  let registration;
  try {
    registration = await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root, updateViaCache: "none" });
  } catch {
    return; // Refused by a setting, or not an https:// address: everything but offline use goes on.
  }
  if (!registration) return;
  watch(registration);
  // Registering again asks for nothing, and a browser's own look for a new version may be dropped by the next visit.
  if (navigator.serviceWorker.controller) registration.update().catch(() => {});
}

/** The runtime is loaded by the page itself first; the copy is then made from what the browser already has. */
async function untilWorking() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const page = document.documentElement;
  if (!document.getElementById("pv-app")) return;
  await new Promise((resolve) => {
    const look = () => !["booting", undefined].includes(page.dataset.pvState) && resolve(observer.disconnect());
    const observer = new MutationObserver(look);
    observer.observe(page, { attributeFilter: ["data-pv-state"] });
    setTimeout(resolve, LATEST);
    look();
  });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const look = () => {
    const { installing, waiting, active } = registration;
    if (waiting && active) offerUpdate(waiting);
    if (active) whatIsNeeded(active).then(() => showKept(active));
    else if (installing) showState("正在把這個網站存到這臺電腦，供沒有網路時使用；只從本站下載，不會送出資料，不計入上面的次數。");
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", () => {
    follow();
    look();
  });
  follow();
  look();
}

/**
 * A browser that cannot wake Python from its image needs the other way kept too, which others do without.
 * @param {ServiceWorker} active
 * @returns {Promise<unknown>}
 */
async function whatIsNeeded(active) {
  if (document.documentElement.dataset.pvStart !== "library") return undefined;
  return ask(active, "fallback");
}

/**
 * @param {ServiceWorker} active
 * @param {string} question
 * @returns {Promise<unknown>} never settled by a service worker of a version that does not know the question
 */
function ask(active, question) {
  const { port1, port2 } = new MessageChannel();
  active.postMessage(question, [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
}

/** @param {ServiceWorker} active */
async function showKept(active) {
  showState("這個網站已存在這臺電腦，沒有網路也能開啟。");
  const { files, bytes } = /** @type {{files: number, bytes: number}} */ (await ask(active, "count"));
  showState(`這個網站已存在這臺電腦（從本站存了 ${formatNumber(files)} 個檔案，${formatBytes(bytes)}，不計入上面的次數），沒有網路也能開啟。`);
}

/** @param {ServiceWorker} waiting the new version, complete */
function offerUpdate(waiting) {
  if (document.querySelector(".pv-update")) return;
  const reload = el("button", { type: "button", class: "pv-update__button" }, "有新版，重新載入");
  reload.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  });
  document.body.prepend(el("div", { class: "pv-update", role: "status" }, reload,
    el("span", {}, "重新載入會清除畫面上的檢核結果，需要時請先下載。")));
}

/** @param {string} text */
function showState(text) {
  const place = document.getElementById("pv-offline");
  if (!place) return;
  place.textContent = text;
  place.hidden = false;
}
