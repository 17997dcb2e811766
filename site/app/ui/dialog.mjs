// @ts-check
/** Modal windows on the browser's own `<dialog>`: focus, Escape and the return of focus are the browser's. */

import { button, el } from "./dom.mjs";

let nextId = 0;

/**
 * @param {string} title
 * @param {import("./dom.mjs").Child} content
 * @param {[string, () => void][]} [choices] buttons beside 「關閉」; without any, the only button closes
 */
export function openDialog(title, content, choices = []) {
  const id = `pv-dialog-${(nextId += 1)}`;
  const dialog = el("dialog", { class: "pv-dialog", "aria-labelledby": id },
    el("h2", { class: "pv-dialog__title", id }, title),
    el("div", { class: "pv-dialog__body" }, content),
    el("div", { class: "pv-row pv-dialog__buttons" },
      choices.map(([label, act]) => button(label, () => {
        dialog.close();
        act();
      })),
      choices.length === 0 && button("關閉", () => dialog.close())));
  dialog.addEventListener("close", () => dialog.remove());
  (document.getElementById("pv-app") ?? document.body).append(dialog);
  dialog.showModal();
  return dialog;
}

/** What is given while a window is open is not shown behind it. */
export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) dialog.close();
}
