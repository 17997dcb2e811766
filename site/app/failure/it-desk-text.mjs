// @ts-check
/** A text for the IT desk: what does not work, and on what kind of computer. Nothing of a file stands in it. */

import { maskText } from "../findings/mask-ids.mjs";
import { copyButton } from "../ui/clipboard.mjs";
import { el } from "../ui/dom.mjs";

/**
 * @param {string} what what the IT desk should know and do
 * @param {string[]} details
 */
export function itDeskText(what, details) {
  return [
    `【差勤檢核】${what}`,
    ...details.map((line) => maskText(line)),
    `開啟方式：${location.protocol.replace(":", "")}`,
    `瀏覽器：${navigator.userAgent}`,
    `WebAssembly：${has(globalThis.WebAssembly)}；Worker：${has(globalThis.Worker)}；DecompressionStream：${has(globalThis.DecompressionStream)}；儲存空間：${has(storageWorks())}`,
  ].join("\n");
}

/**
 * The text in full, with a button that copies it.
 * @param {string} text
 */
export function itDeskBox(text) {
  const statusLine = el("span", { class: "pv-sr", role: "status" });
  return [el("pre", { class: "pv-failure__text", tabindex: "0", role: "group", "aria-label": "給資訊人員的文字" }, text),
    copyButton("複製給資訊人員的文字", () => text, (words) => (statusLine.textContent = words)), statusLine];
}

/**
 * Something that is switched off here and that the check can do without.
 * @param {{what: string, todo: string, forItDesk: string}} limit
 * @param {string[]} details
 */
export function limitNote({ what, todo, forItDesk }, details) {
  return el("details", { class: "pv-details pv-limit" },
    el("summary", {}, what), el("p", {}, todo), itDeskBox(itDeskText(forItDesk, details)));
}

/** Browsers throw where storage is switched off; the checker stores nothing of a file in any case. */
export function storageWorks() {
  try {
    return globalThis.localStorage.length >= 0;
  } catch {
    return false;
  }
}

/** @param {unknown} thing */
function has(thing) {
  return thing ? "有" : "無";
}
