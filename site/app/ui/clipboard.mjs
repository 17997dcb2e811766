// @ts-check
/** Copying text, also where the clipboard API is switched off. */

import { button, el } from "./dom.mjs";
import { T } from "./strings.mjs";

/** Milliseconds for which a button says that it has copied. */
const CONFIRMED_FOR = 4000;

/**
 * A button that copies a text and says so.
 * @param {string} label
 * @param {() => string} text
 * @param {(text: string) => void} announce
 * @param {import("./dom.mjs").Attributes} [attributes]
 */
export function copyButton(label, text, announce, attributes = {}) {
  let waiting = 0;
  const pressed = button(label, async () => {
    const copied = await copyText(text());
    pressed.textContent = copied ? T.copied : T.copyFailed;
    announce(`${label}：${pressed.textContent}`);
    clearTimeout(waiting);
    waiting = window.setTimeout(() => (pressed.textContent = label), CONFIRMED_FOR);
  }, attributes);
  return pressed;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser refuses
 */
async function copyText(text) {
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
  // Inside an open window everything else is inert.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
