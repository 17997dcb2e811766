// @ts-check
/** Handing a file to the browser's own download. Nothing is sent. */

import { el } from "./dom.mjs";

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, class: "pv-sr", tabindex: "-1", "aria-hidden": "true" });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click returns; a minute is ample, and then the bytes are free.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
