// @ts-check
/** Step four: what each code means, chosen one by one or taken from a table that the user has. */

import { choice, fileBox, optionsOf } from "../ui/controls.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { W } from "./strings.mjs";

/** @import { InputFile, Option, RequestOf, WizardCodes, WizardColumn, WizardEdit, WizardProposal } from "../worker/messages.d.ts" */

/**
 * @typedef {object} CodesContext
 * @property {Record<string, Option[]>} meanings per field
 * @property {(field: string) => string} titleOf
 * @property {(at: string, change: WizardEdit) => void} onEdit
 * @property {(payload: RequestOf<"wizard_codes">) => Promise<WizardCodes>} readTable
 */

export class Codes {
  #help = el("p", { class: "pv-help" });
  #body = el("div", {});
  element = el("div", {}, this.#help, this.#body);
  /** @type {Map<string, Table>} */ #tables = new Map();

  /** @param {CodesContext} context */
  constructor(context) {
    this.context = context;
  }

  /** Whether something stands in a box that nobody has taken in. */
  get hasUntaken() {
    return [...this.#tables.values()].some((table) => table.untaken);
  }

  /** @param {WizardProposal} review */
  update({ columns }) {
    const coded = columns.filter((column) => column.codes !== null && this.context.meanings[column.field]);
    const names = coded.map(({ at, field }) => `${field} ${at}`);
    const kept = [...this.#tables.keys()];
    coded.forEach((column, index) => {
      const name = names[index];
      if (!this.#tables.has(name)) this.#tables.set(name, new Table(column, this.context));
      this.#tables.get(name)?.update(column);
    });
    for (const name of kept) if (!names.includes(name)) this.#tables.delete(name);
    this.#help.textContent = coded.length === 0 ? W.noCodes : W.codesHelp;
    if (names.join() !== kept.join()) fill(this.#body, names.map((name) => this.#tables.get(name)?.element));
  }
}

/** Open codes from which on a table is quicker than choosing. */
const MANY = 3;

let nextTable = 0;

class Table {
  /** @type {Map<string, {select: HTMLSelectElement, own: HTMLElement, hint: HTMLElement, row: HTMLElement}>} */ #rows = new Map();
  /** What is open when the step is made, and what is not: an answer leaves a code in its place. */
  #open = el("tbody", {});
  #known = el("tbody", {});
  #knownTitle = el("summary", {});
  #statusLine = el("p", { class: "pv-help", role: "status" });
  #confirm = button(W.confirmCodes, () => this.context.onEdit(this.at, { codes: this.#proposed }), { class: "pv-button pv-button--small" });
  /** @type {Record<string, string>} what the table that was read calls them */ #own = {};
  /** @type {Record<string, string>} meanings that nobody has confirmed */ #proposed = {};

  /**
   * @param {WizardColumn} column
   * @param {CodesContext} context
   */
  constructor(column, context) {
    this.at = column.at;
    this.field = column.field;
    this.key = column.key;
    this.context = context;
    const text = el("textarea", { class: "pv-text", rows: 4, spellcheck: "false", autocomplete: "off", id: `pv-w-paste-${(nextTable += 1)}` });
    this.box = text;
    const title = `${context.titleOf(column.field)}（${column.key}）`;
    this.element = el("fieldset", { class: "pv-codes" },
      el("legend", {}, title),
      el("details", { class: "pv-details", open: (column.codes ?? []).filter(({ name }) => name === "").length >= MANY }, el("summary", {}, W.paste),
        el("label", { class: "pv-label", for: text.id }, W.pasteLabel), text,
        el("div", { class: "pv-row" }, button(W.usePasted, () => this.#readTable({ text: text.value }, text))),
        fileBox(W.importLabel, ".csv,.tsv,.txt,.xlsx,.xls,.ods", (file) => this.#readTable({ files: [{ name: file.name, file }] }, null))),
      this.#statusLine, el("p", {}, this.#confirm),
      tableOf(title, this.#open),
      el("details", { class: "pv-details" }, this.#knownTitle, tableOf(W.known(title), this.#known)));
  }

  get untaken() {
    return this.box.value.trim() !== "";
  }

  /** @param {WizardColumn} column */
  update({ codes }) {
    this.#proposed = Object.fromEntries((codes ?? []).filter(({ name, proposed }) => proposed && name !== "").map(({ code, name }) => [code, name]));
    /** @type {HTMLElement} */ (this.#confirm.parentElement).hidden = Object.keys(this.#proposed).length === 0;
    for (const { code, count, name, proposed } of codes ?? []) {
      if (!this.#rows.has(code)) this.#add(code, count, name, name === "" || proposed ? this.#open : this.#known);
      const row = this.#rows.get(code);
      if (!row) continue;
      row.select.value = name;
      row.own.textContent = this.#own[code] ?? "";
      row.hint.textContent = proposed && name !== "" ? W.proposed : "";
      row.row.classList.toggle("pv-codes__open", name === "" || proposed);
    }
    for (const body of [this.#open, this.#known]) {
      const host = body.closest("details.pv-details, .pv-scroll");
      if (host instanceof HTMLElement) host.hidden = body.rows.length === 0;
    }
    this.#knownTitle.textContent = W.knownCodes(this.#known.rows.length);
  }

  /** @param {string} code @param {number} count @param {string} name @param {HTMLElement} body */
  #add(code, count, name, body) {
    const meanings = this.context.meanings[this.field];
    // A given profile may say what no rule knows; it stays until something else is chosen.
    const other = name !== "" && !meanings.some(({ value }) => value === name) && el("option", { value: name }, name);
    const { select } = choice(`${this.key} ${W.code} ${code} ${W.meaning}`,
      [el("option", { value: "" }, W.choose), other, optionsOf(meanings)], name,
      (value) => this.context.onEdit(this.at, { codes: { [code]: value } }), { quiet: true });
    const [own, hint] = [el("td", {}), el("span", { class: "pv-hint" })];
    const row = el("tr", {}, el("th", { scope: "row" }, el("code", {}, code || "（空白）")),
      el("td", {}, count > 0 ? formatNumber(count) : W.notSeen), own, el("td", {}, select, hint));
    this.#rows.set(code, { select, own, hint, row });
    body.append(row);
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
    const { codes, open, own, proposed } = read;
    this.#own = { ...this.#own, ...own };
    const unknown = Object.entries(open).map(([code, name]) => `${code} ${name}`);
    this.#statusLine.textContent = [W.taken(Object.keys(codes).length), unknown.length > 0 && W.unknown(unknown)].filter(Boolean).join("");
    this.context.onEdit(this.at, { proposed, codes: { ...Object.fromEntries(Object.keys(open).map((code) => [code, ""])), ...codes } });
    if (box) box.value = "";
  }
}

/** @param {string} title @param {HTMLElement} body */
function tableOf(title, body) {
  return el("div", { class: "pv-scroll", tabindex: "0", role: "region", "aria-label": W.codesOf(title) },
    el("table", { class: "pv-table" },
      el("thead", {}, el("tr", {}, [W.code, W.seen, W.own, W.meaning].map((head) => el("th", { scope: "col" }, head)))), body));
}
