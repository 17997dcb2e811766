// @ts-check
/** A window onto the file around one place. It asks the worker for a screenful at a time, however large the file is. */

import { openDialog } from "./dialog.mjs";
import { button, el, fill } from "./dom.mjs";
import { renderLines } from "./excerpt.mjs";

const BEFORE = 8;
const AFTER = 16;

/**
 * @param {(op: string, payload: any) => Promise<any>} call
 * @param {string} file
 * @param {{line: number, column: number}} place
 */
export function openViewer(call, file, place) {
  const lines = el("code", {});
  const box = el("pre", { class: "pv-excerpt pv-excerpt--tall", tabindex: "0", role: "region", "aria-label": "檔案內容" }, lines);
  let top = place.line;
  const show = async (/** @type {number} */ line) => {
    const wanted = Math.max(1, line);
    try {
      const excerpt = await call("excerpt", { file, line: wanted, column: place.column, before: BEFORE, after: AFTER });
      if (excerpt.lines.length === 0) return;
      top = wanted;
      fill(lines, renderLines(excerpt, place));
    } catch {
      fill(lines, "暫時讀不到這一段檔案內容。");
    }
  };
  openDialog(`${file}，第 ${place.line} 列`, [
    el("div", { class: "pv-row" },
      button("往前", () => show(top - BEFORE - AFTER)),
      button("往後", () => show(top + BEFORE + AFTER)),
      button("回到標示處", () => show(place.line))),
    box,
  ]);
  show(place.line);
}
