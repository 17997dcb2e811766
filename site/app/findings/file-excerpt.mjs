// @ts-check
/** A few lines of the file with the place marked, fetched from the worker: the page itself never reads a whole file. */

import { el, fill } from "../ui/dom.mjs";

/** @import { Call, Excerpt } from "../worker/messages.d.ts" */

const CONTEXT = 2;
/** Characters of a value that are marked at most. */
const MARKED = 60;

/**
 * @param {Call} call
 * @param {string} file
 * @param {{line: number, column: number}} place
 */
export function createExcerpt(call, file, { line, column }) {
  const lines = el("code", {});
  const box = el("pre", {
    class: "pv-excerpt", tabindex: "0", role: "region", "aria-label": `檔案內容，第 ${line} 列附近`,
  }, lines);
  box.style.setProperty("--pv-lines", String(Math.min(CONTEXT, line - 1) + 1 + CONTEXT));
  call("excerpt", { file, line, column, before: CONTEXT, after: CONTEXT }).then(
    (excerpt) => fill(lines, renderLines(excerpt, { line, column })),
    () => fill(lines, "暫時讀不到這一段檔案內容。"),
  );
  return box;
}

/**
 * @param {Excerpt} excerpt
 * @param {{line: number, column: number}} place in the file
 */
export function renderLines({ first_line: first, lines, shifts }, { line, column }) {
  return lines.map((text, index) => {
    const marked = first + index === line;
    return el("span", { class: marked ? "pv-excerpt__line pv-excerpt__line--marked" : "pv-excerpt__line" },
      el("span", { class: "pv-excerpt__number" }, `${marked ? "▶" : " "}${first + index}`),
      el("span", { class: "pv-excerpt__text" }, marked ? markPlace(text, column - shifts[index]) : text));
  });
}

/**
 * Columns count code points, JavaScript counts UTF-16 units.
 * @param {string} text
 * @param {number} column 1-based
 */
function markPlace(text, column) {
  const points = Array.from(text);
  const start = Math.min(column - 1, points.length);
  const rest = points.slice(start).join("");
  const token = /^"(?:[^"\\]|\\.)*"?|^[^\s,:{}[\]"]+|^./su.exec(rest)?.[0] ?? "";
  const end = start + Math.min(Array.from(token).length, MARKED);
  return [
    points.slice(0, start).join(""),
    el("mark", { class: "pv-excerpt__mark" }, token === "" ? " " : points.slice(start, end).join("")),
    points.slice(end).join(""),
  ];
}
