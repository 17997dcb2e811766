// @ts-check
/** Step two: one row per key of the file, with what it is taken for and what the check says of it. */

import { severityTag } from "../findings/card.mjs";
import { choice } from "../ui/controls.mjs";
import { el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { W } from "./strings.mjs";

/** @import { WizardColumn, WizardEdit, WizardField, WizardFinding, WizardReview } from "../worker/messages.d.ts" */

/** @typedef {(index: number, change: WizardEdit) => void} OnEdit */

export class Columns {
  /** @type {Row[]} */ #rows = [];
  #body = el("tbody", { role: "rowgroup" });

  /**
   * @param {WizardField[]} fields that a key can be
   * @param {OnEdit} onEdit
   */
  constructor(fields, onEdit) {
    this.fields = fields;
    this.onEdit = onEdit;
    const heads = [W.key, W.content, W.field, W.form, W.result];
    // Roles, because narrow screens show the rows as blocks, which takes a table's own away.
    this.element = el("table", { class: "pv-map", role: "table", "aria-labelledby": "pv-wizard-columns" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
        heads.map((text) => el("th", { role: "columnheader", scope: "col" }, text)))),
      this.#body);
  }

  /** @param {WizardReview} review */
  update({ columns, found, report }) {
    if (this.#rows.length === 0) {
      this.#rows = columns.map((column) => new Row(column, this.fields, this.onEdit));
      fill(this.#body, this.#rows.map(({ element }) => element));
    }
    columns.forEach((column, index) => {
      const own = found.filter((item) => item.level === column.level && item.key === column.key);
      this.#rows[index].update(column, own, report !== null);
    });
  }
}

class Row {
  #facts = el("p", { class: "pv-map__facts" });
  #examples = el("p", { class: "pv-map__examples" });
  #why = el("p", { class: "pv-map__why" });
  #form = el("td", { role: "cell", "data-label": W.form });
  #result = el("td", { role: "cell", "data-label": W.result });
  #required = el("input", { type: "checkbox" });
  #drawn = "";

  /**
   * @param {WizardColumn} column
   * @param {WizardField[]} fields
   * @param {OnEdit} onEdit
   */
  constructor(column, fields, onEdit) {
    const { index, key, level } = column;
    this.edit = (/** @type {WizardEdit} */ change) => onEdit(index, change);
    this.name = `${level}的「${key}」`;
    this.#required.addEventListener("change", () => this.edit({ required: this.#required.checked }));
    this.select = choice(`${this.name}${W.field}`, fieldOptions(fields, level), column.field,
      (value) => this.edit({ field: value }), { quiet: true }).select;
    this.required = el("label", { class: "pv-check" }, this.#required, W.required, el("span", { class: "pv-sr" }, this.name));
    this.element = el("tr", { role: "row" },
      el("th", { role: "rowheader", scope: "row" }, el("code", { class: "pv-map__key" }, key), el("span", { class: "pv-map__level" }, level)),
      el("td", { role: "cell", "data-label": W.content }, this.#examples, this.#facts),
      el("td", { role: "cell", "data-label": W.field }, this.select, this.#why),
      this.#form, this.#result);
  }

  /**
   * @param {WizardColumn} column
   * @param {WizardFinding[]} found
   * @param {boolean} checked
   */
  update(column, found, checked) {
    this.select.value = column.field;
    this.#facts.textContent = column.facts;
    this.#examples.textContent = column.examples.join("、");
    this.#why.textContent = [column.confidence, column.reason].filter(Boolean).join("：");
    this.#why.classList.toggle("pv-map__why--unsure", !column.sure);
    this.#required.checked = column.required;
    this.#drawForm(column);
    fill(this.#result, found.length > 0 ? el("ul", { class: "pv-map__found" }, found.map(findingLine))
      : el("span", { class: "pv-help" }, column.field === "" ? W.notChecked : checked ? W.fine : ""));
  }

  /** Drawn anew only where there is something else to choose, so that nobody loses the focus. @param {WizardColumn} column */
  #drawForm(column) {
    const drawn = JSON.stringify([column.field === "", column.controls]);
    if (drawn === this.#drawn) return;
    const focused = this.#form.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") : null;
    this.#drawn = drawn;
    fill(this.#form, column.controls.map((control) =>
      choice(`${this.name}${control.title}`, control.options.map(([value, title]) => el("option", { value }, title)),
        control.value, (value) => this.edit({ controls: { [control.name]: value } }), { quiet: true }).element),
    this.required);
    const again = focused && [...this.#form.querySelectorAll("select")].find((select) => select.getAttribute("aria-label") === focused);
    if (again) again.focus();
  }
}

/**
 * The fields of the row's own level first.
 * @param {WizardField[]} fields
 * @param {string} level
 */
function fieldOptions(fields, level) {
  const levels = [...new Set(fields.map((field) => field.level))].sort((a, b) => Number(b === level) - Number(a === level));
  return [
    el("option", { value: "" }, W.none),
    levels.map((own) => el("optgroup", { label: own },
      fields.filter((field) => field.level === own).map(({ value, title }) => el("option", { value }, title)))),
  ];
}

/** @param {WizardFinding} item */
export function findingLine({ severity, title, count, message }) {
  return el("li", {}, severityTag(severity), ` ${title}（${formatNumber(count)} 項）`,
    message && el("span", { class: "pv-help pv-map__message" }, message));
}
