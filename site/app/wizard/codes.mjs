// @ts-check
/** Step three: what each code means, chosen one by one or taken from a table that the user has. */

import { choice, fileBox, optionsOf } from "../ui/controls.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { W } from "./strings.mjs";

/** @import { InputFile, Option, RequestOf, WizardCodes, WizardColumn, WizardEdit, WizardReview } from "../worker/messages.d.ts" */

/**
 * @typedef {object} CodesContext
 * @property {Record<string, Option[]>} meanings per field
 * @property {(field: string) => string} titleOf
 * @property {(index: number, change: WizardEdit) => void} onEdit
 * @property {(payload: RequestOf<"wizard_codes">) => Promise<WizardCodes>} readTable
 * @property {(text: string) => void} announce
 */

export class Codes {
  element = el("div", {});
  /** @type {Map<string, Table>} */ #tables = new Map();

  /** @param {CodesContext} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {WizardReview} review */
  update({ columns }) {
    const coded = columns.filter((column) => column.codes !== null && this.context.meanings[column.field]);
    const names = coded.map(({ index, field }) => `${index} ${field}`);
    const kept = [...this.#tables.keys()];
    for (const column of coded) {
      const name = `${column.index} ${column.field}`;
      if (!this.#tables.has(name)) this.#tables.set(name, new Table(column, this.context));
      this.#tables.get(name)?.update(column);
    }
    for (const name of kept) if (!names.includes(name)) this.#tables.delete(name);
    if (names.join() !== kept.join() || this.element.childNodes.length === 0) {
      fill(this.element, coded.length === 0 ? el("p", {}, W.noCodes) : [...this.#tables.values()].map(({ element }) => element));
    }
  }
}

class Table {
  /** @type {Map<string, HTMLSelectElement>} */ #selects = new Map();
  #body = el("tbody", {});
  #statusLine = el("p", { class: "pv-help", role: "status" });

  /**
   * @param {WizardColumn} column
   * @param {CodesContext} context
   */
  constructor(column, context) {
    this.index = column.index;
    this.field = column.field;
    this.key = column.key;
    this.context = context;
    const text = el("textarea", { class: "pv-text", rows: 4, spellcheck: "false", autocomplete: "off", id: `pv-w-paste-${column.index}` });
    const title = `${context.titleOf(column.field)}（${column.key}）`;
    this.element = el("fieldset", { class: "pv-codes" },
      el("legend", {}, title),
      el("div", { class: "pv-scroll", tabindex: "0", role: "region", "aria-label": `${title}的代碼` },
        el("table", { class: "pv-table" },
          el("thead", {}, el("tr", {}, [W.code, W.seen, W.meaning].map((head) => el("th", { scope: "col" }, head)))),
          this.#body)),
      el("details", { class: "pv-details" }, el("summary", {}, W.paste),
        el("label", { class: "pv-label", for: text.id }, W.pasteLabel), text,
        el("div", { class: "pv-row" }, button(W.usePasted, () => this.#readTable({ text: text.value }, text))),
        fileBox(W.importLabel, ".csv,.tsv,.txt,.xlsx,.xls,.ods", (file) => this.#readTable({ files: [{ name: file.name, file }] }, null)),
        this.#statusLine));
  }

  /** @param {WizardColumn} column */
  update({ codes }) {
    for (const { code, count, name } of codes ?? []) {
      let select = this.#selects.get(code);
      if (!select) {
        const meanings = this.context.meanings[this.field];
        // A given profile may say what no rule knows; it stays until something else is chosen.
        const own = name !== "" && !meanings.some(({ value }) => value === name) && el("option", { value: name }, name);
        select = choice(`${this.key} ${W.code} ${code} ${W.meaning}`,
          [el("option", { value: "" }, W.choose), own, optionsOf(meanings)], name,
          (value) => this.context.onEdit(this.index, { codes: { [code]: value } }), { quiet: true }).select;
        this.#selects.set(code, select);
        this.#body.append(el("tr", {}, el("th", { scope: "row" }, el("code", {}, code || "（空白）")),
          el("td", {}, count > 0 ? formatNumber(count) : W.notSeen), el("td", {}, select)));
      }
      select.value = name;
    }
  }

  /**
   * @param {{text: string} | {files: InputFile[]}} source
   * @param {HTMLTextAreaElement | null} box
   */
  async #readTable(source, box) {
    if (box && box.value.trim() === "") {
      this.#statusLine.textContent = W.pasteEmpty;
      box.focus();
      return;
    }
    const read = await this.context.readTable({ field: this.field, ...source });
    if (read.problem !== undefined) {
      this.#statusLine.textContent = read.problem;
      return;
    }
    const { codes, open } = read;
    const unknown = Object.entries(open).map(([code, name]) => `${code} ${name}`);
    this.#statusLine.textContent = [W.taken(Object.keys(codes).length), unknown.length > 0 && W.unknown(unknown)].filter(Boolean).join("");
    this.context.onEdit(this.index, { codes: { ...Object.fromEntries(Object.keys(open).map((code) => [code, ""])), ...codes } });
    if (box) box.value = "";
  }
}
