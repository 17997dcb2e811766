// @ts-check
/** A few lines of the file with the place marked, fetched from the worker: the page itself never reads a whole file. */

import { el, fill } from "./dom.mjs";

const CONTEXT = 2;
/** Characters of a long line that are shown on either side of the place. */
const AROUND = 60;

/**
 * @param {(op: string, payload: any) => Promise<any>} call
 * @param {string} file
 * @param {{line: number, column: number}} finding
 */
export function createExcerpt(call, file, { line, column }) {
  const lines = el("code", {});
  const box = el("pre", {
    class: "pv-excerpt", tabindex: "0", role: "region", "aria-label": `檔案內容，第 ${line} 列附近`,
  }, lines);
  box.style.setProperty("--pv-lines", String(Math.min(CONTEXT, line - 1) + 1 + CONTEXT));
  call("excerpt", { file, line, column, before: CONTEXT, after: CONTEXT }).then(
    (excerpt) => fill(lines, renderLines(excerpt)),
    () => fill(lines, "暫時讀不到這一段檔案內容。"),
  );
  return box;
}

/** @param {{first_line: number, lines: string[], line: number, column: number}} excerpt */
export function renderLines(excerpt) {
  return excerpt.lines.map((text, index) => {
    const number = excerpt.first_line + index;
    const marked = number === excerpt.line;
    return el("span", { class: marked ? "pv-excerpt__line pv-excerpt__line--marked" : "pv-excerpt__line" },
      el("span", { class: "pv-excerpt__number" }, `${marked ? "▶" : " "}${number}`),
      el("span", { class: "pv-excerpt__text" }, marked ? markPlace(text, excerpt.column) : clip(text, excerpt.column)));
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
  const length = Math.min(Array.from(token).length, AROUND);
  const from = Math.max(0, start - AROUND);
  const to = start + length + AROUND;
  return [
    from > 0 && "…", points.slice(from, start).join(""),
    el("mark", { class: "pv-excerpt__mark" }, token === "" ? " " : points.slice(start, start + length).join("")),
    points.slice(start + length, to).join(""), to < points.length && "…",
  ];
}

/**
 * @param {string} text
 * @param {number} column keeps neighbouring lines in step with the marked one
 */
function clip(text, column) {
  const points = Array.from(text);
  if (points.length <= 3 * AROUND) return [text];
  const from = Math.max(0, Math.min(column - 1, points.length) - AROUND);
  const to = from + 3 * AROUND;
  return [from > 0 && "…", points.slice(from, to).join(""), to < points.length && "…"];
}
