// @ts-check
/** What can be said of one key: the field that it is, and how its values are read. */

import { choice, textField } from "../ui/controls.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { previewOf, radios } from "./answers.mjs";
import { W } from "./strings.mjs";

/** @import { WizardColumn, WizardEdit, WizardField } from "../worker/messages.d.ts" */

/** @typedef {(at: string, change: WizardEdit) => void} OnEdit */

let nextName = 0;

export class KeyEditor {
  #facts = el("p", { class: "pv-help" });
  #readings = el("div", {});
  #template = el("div", {});
  #preview = el("div", { class: "pv-key__preview", "aria-live": "polite" });
  #controls = el("div", { class: "pv-row pv-key__controls" });
  #required = el("input", { type: "checkbox" });
  #confirm;
  #name = `pv-w-reading-${(nextName += 1)}`;
  #drawn = new Map();

  /**
   * @param {WizardColumn} column
   * @param {WizardField[]} fields
   * @param {OnEdit} onEdit
   * @param {boolean} folded whether what is seldom changed is folded away
   */
  constructor(column, fields, onEdit, folded) {
    const { at, key, level } = column;
    this.column = column;
    this.edit = (/** @type {WizardEdit} */ change) => onEdit(at, change);
    this.name = `${level}的「${key}」`;
    this.#required.addEventListener("change", () => this.edit({ required: this.#required.checked }));
    const { select, element } = choice(W.field, fieldOptions(fields, level), column.field, (value) => this.edit({ field: value }));
    select.setAttribute("aria-label", `${this.name}${W.field}`);
    this.select = select;
    const template = textField(W.template, W.templateHelp, column.template ?? "", (text) => this.edit({ template: text }));
    this.box = /** @type {HTMLInputElement} */ (template.querySelector("input"));
    this.box.setAttribute("aria-label", `${this.name}${W.template}`);
    this.#template.append(template);
    // The field goes along: a proposal that was confirmed is the user's own.
    this.#confirm = button(W.confirm, () => this.edit({ field: this.column.field, ...(this.column.reading && { reading: this.column.reading }) }),
      { "aria-label": `${this.name}：${W.confirm}` });
    this.element = el("div", { class: "pv-key__body" }, this.#facts,
      el("div", { class: "pv-key__row" }, element, this.#confirm),
      this.#readings, this.#preview,
      el("details", { class: "pv-details pv-key__more", open: !folded }, el("summary", {}, W.details),
        this.#controls, this.#template,
        el("label", { class: "pv-check" }, this.#required, W.required, el("span", { class: "pv-sr" }, this.name))));
    this.update(column);
  }

  /** @param {WizardColumn} column */
  update(column) {
    const { field, facts, confidence, reason, required, controls, readings, reading, template, template_problem: problem, preview, unread, asks } = column;
    this.column = column;
    this.select.value = field;
    this.#facts.textContent = [facts, [confidence, reason].filter(Boolean).join("：")].filter(Boolean).join("。");
    this.#required.checked = required;
    this.#confirm.hidden = asks === "" || field === "";
    this.#template.hidden = template === null;
    if (document.activeElement !== this.box) this.box.value = template ?? "";
    this.#redraw("readings", this.#readings, [readings, reading], () => readings.length > 1 && radios(W.readings, this.#name,
      readings.map((each) => [each.name, [each.title, " ", previewOf(each.pairs), each.against && el("span", { class: "pv-help" }, each.against)]]),
      reading, (value) => this.edit({ field, reading: value })));
    this.#redraw("controls", this.#controls, controls, () => controls.map((control) =>
      choice(control.title, control.options.map(([value, title]) => el("option", { value }, title)), control.value,
        (value) => this.edit({ controls: { [control.name]: value } })).element));
    fill(this.#preview, problem && el("p", { class: "pv-note pv-note--warning" }, problem),
      readings.length < 2 && preview.length > 0 && el("p", {}, previewOf(preview)),
      unread.length > 0 && el("p", { class: "pv-hint" }, W.unread(unread)));
  }

  /**
   * Drawn anew only where there is something else to choose, so that nobody loses the focus.
   * @param {string} name
   * @param {HTMLElement} host
   * @param {unknown} shown
   * @param {() => import("../ui/dom.mjs").Child} draw
   */
  #redraw(name, host, shown, draw) {
    const drawn = JSON.stringify(shown);
    if (drawn === this.#drawn.get(name)) return;
    this.#drawn.set(name, drawn);
    const controls = "input, select";
    const at = [...host.querySelectorAll(controls)].indexOf(/** @type {Element} */ (document.activeElement));
    fill(host, draw());
    if (at >= 0) /** @type {HTMLElement | undefined} */ ([...host.querySelectorAll(controls)][at])?.focus();
  }
}

/**
 * The fields of the key's own level first.
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
