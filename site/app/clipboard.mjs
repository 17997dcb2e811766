// @ts-check
/** Copying text, also where the clipboard API is switched off. */

import { el } from "./dom.mjs";

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser refuses
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = el("textarea", { class: "pv-sr", "aria-hidden": "true", tabindex: "-1" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
