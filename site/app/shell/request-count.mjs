// @ts-check
/** What the page asks of any network after it is ready: counted and named, so that "nothing is sent" can be seen. */

import { fill } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";

/**
 * Begins to count.
 * @param {HTMLElement} counter
 * @param {HTMLElement} names beside it
 */
export function showRequests(counter, names) {
  /** @type {string[]} */
  const asked = [];
  const show = () => {
    counter.textContent = T.requestCount(asked.length);
    fill(names, nameRequests(asked, location.href));
    names.hidden = asked.length === 0;
  };
  const note = (/** @type {string[]} */ addresses) => {
    asked.push(...addresses.filter(leavesPage));
    show();
  };
  show();
  if (location.protocol === "file:") noteFiles(note);
  else if (!noteResources(note)) counter.textContent = T.requestsUnknown;
}

/**
 * @param {(addresses: string[]) => void} note
 * @returns {boolean} whether the browser can tell
 */
function noteResources(note) {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("resource")) return false;
  const since = performance.now();
  new PerformanceObserver((list) => note(list.getEntries().filter(({ startTime }) => startTime >= since).map(({ name }) => name)))
    .observe({ type: "resource" });
  return true;
}

/**
 * Browsers do not list here what they read from disk. Whatever is read stands in an element, which tells when it is there.
 * @param {(addresses: string[]) => void} note
 */
function noteFiles(note) {
  for (const end of ["load", "error"]) {
    document.addEventListener(end, ({ target }) => {
      if (target instanceof HTMLScriptElement || target instanceof HTMLImageElement) note([target.src]);
      else if (target instanceof HTMLLinkElement) note([target.href]);
    }, true);
  }
}

/** Whether it is neither the page's own bytes nor an extension's of the browser. @param {string} address */
function leavesPage(address) {
  return /^(https?|wss?|file):/.test(address);
}

/**
 * @param {string[]} addresses
 * @param {string} page its address
 * @returns {string} each of them once, with the reason where there is a known one
 */
export function nameRequests(addresses, page) {
  const own = new URL(".", page).href;
  const inside = new Set(addresses.filter((address) => address.startsWith(own)).map((address) => nameOf(address.slice(own.length))));
  const outside = new Set(addresses.filter((address) => !address.startsWith(own)));
  return [
    inside.size > 0 && T.requestsInside([...inside]),
    outside.size > 0 && T.requestsOutside([...outside]),
  ].filter(Boolean).join("；");
}

/** @param {string} path in the site */
function nameOf(path) {
  const [, name] = Object.entries(T.requestNames).find(([start]) => path.startsWith(start)) ?? ["", path];
  return name;
}
