// @ts-check
/** The lines of a table of fields: where each stands, what it is for the check, and why. */

import { choice } from "../ui/controls.mjs";
import { el } from "../ui/dom.mjs";
import { S } from "./spec-strings.mjs";

/** @import { SpecLine, SpecRead } from "../worker/messages.d.ts" */

/** Codes that are shown of a line; the others are in the profile. */
const SHOWN = 6;

/**
 * @param {SpecRead} read
 * @param {(id: string, field: string) => void} onField
 */
export function renderLines({ lines, fields }, onField) {
  const head = [S.where, S.key, S.name, S.field, S.form];
  return el("details", { class: "pv-details", open: true }, el("summary", {}, S.lines), el("p", { class: "pv-help" }, S.linesHelp),
    el("div", { class: "pv-scroll", tabindex: "0", role: "region", "aria-label": S.lines },
      el("table", { class: "pv-map", role: "table" },
        el("thead", {}, el("tr", { role: "row" }, head.map((title) => el("th", { scope: "col", role: "columnheader" }, title)))),
        el("tbody", {}, lines.map((line) => el("tr", { role: "row" },
          cell(S.where, `${line.where}　${line.level}`),
          cell(S.key, el("code", {}, line.key)),
          cell(S.name, `${line.title}（${line.required ? S.required : S.optional}）`),
          cell(S.field, picker(line, fields, onField), line.reason && el("span", { class: "pv-help" }, line.reason)),
          cell(S.form, line.form, codes(line))))))));
}

/** @param {string} label @param {...import("../ui/dom.mjs").Child} children */
function cell(label, ...children) {
  return el("td", { role: "cell", "data-label": label }, children);
}

/**
 * @param {SpecLine} line
 * @param {SpecRead["fields"]} fields
 * @param {(id: string, field: string) => void} onField
 */
function picker(line, fields, onField) {
  const options = [el("option", { value: "" }, S.none), fields.map(({ value, title }) => el("option", { value }, title))];
  const { select } = choice(`${line.title}：${S.field}`, options, line.field, (field) => onField(line.id, field), { quiet: true });
  select.dataset.line = line.id;
  return select;
}

/**
 * Of lines that were drawn anew, the choice that had the focus before.
 * @param {HTMLElement} host
 * @param {Element} focused
 */
export function sameLine(host, focused) {
  const line = focused instanceof HTMLElement ? focused.dataset.line : undefined;
  return line === undefined ? undefined : [...host.querySelectorAll("select")].find((select) => select.dataset.line === line);
}

/** @param {SpecLine} line */
function codes({ codes: told }) {
  if (told.length === 0) return null;
  const shown = told.slice(0, SHOWN).map(([code, own, known]) => `${code} ${own}${known && known !== own && known !== code ? `→${known}` : ""}`);
  return el("span", { class: "pv-help" }, shown.join("、"), told.length > SHOWN && `等 ${told.length} 個`);
}
