// @ts-check
/** A window onto the file around one place. It asks the worker for a screenful at a time, however large the file is. */

import { openDialog } from "../ui/dialog.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { renderLines } from "./file-excerpt.mjs";

/** @import { Call } from "../worker/messages.d.ts" */

const BEFORE = 8;
const AFTER = 16;

/**
 * @param {Call} call
 * @param {string} file
 * @param {{line: number, column: number}} place
 */
export function openViewer(call, file, place) {
  const lines = el("code", {});
  const box = el("pre", { class: "pv-excerpt pv-excerpt--tall", tabindex: "0", role: "region", "aria-label": "檔案內容" }, lines);
  const statusLine = el("p", { class: "pv-help", role: "status" });
  let top = place.line;
  const show = async (/** @type {number} */ line) => {
    const wanted = Math.max(1, line);
    try {
      const excerpt = await call("excerpt", { file, line: wanted, column: place.column, before: BEFORE, after: AFTER });
      if (excerpt.lines.length === 0) {
        statusLine.textContent = `檔案沒有第 ${formatNumber(wanted)} 列。`;
        return;
      }
      top = wanted;
      fill(lines, renderLines(excerpt, place));
      const last = excerpt.first_line + excerpt.lines.length - 1;
      statusLine.textContent = `顯示第 ${formatNumber(excerpt.first_line)} 至 ${formatNumber(last)} 列`;
    } catch {
      statusLine.textContent = "暫時讀不到這一段檔案內容。";
    }
  };
  const wanted = el("input", { class: "pv-text pv-viewer__line", type: "number", min: "1", step: "1", value: place.line, required: true });
  openDialog(`${file}，第 ${formatNumber(place.line)} 列`, [
    el("form", { class: "pv-row", on: { submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      show(wanted.valueAsNumber);
    } } },
      button("往前", () => show(top - BEFORE - AFTER)),
      button("往後", () => show(top + BEFORE + AFTER)),
      button("回到標示處", () => show(place.line)),
      el("label", { class: "pv-choice pv-viewer__go" }, el("span", {}, "到第幾列"), wanted),
      el("button", { type: "submit", class: "pv-button" }, "前往")),
    statusLine,
    box,
  ]);
  show(place.line);
}
