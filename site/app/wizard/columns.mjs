// @ts-check
/** Step three: what needs an answer first, each with its evidence; what is certain is one line a key. */

import { button, el, fill } from "../ui/dom.mjs";
import { choice } from "../ui/controls.mjs";
import { previewOf } from "./answers.mjs";
import { KeyEditor } from "./key-editor.mjs";
import { W } from "./strings.mjs";

/** @import { WizardAbsent, WizardColumn, WizardField, WizardProposal } from "../worker/messages.d.ts" */
/** @import { OnEdit } from "./key-editor.mjs" */

/**
 * @typedef {object} ColumnsContext
 * @property {WizardField[]} fields that a key can be
 * @property {OnEdit} onEdit
 * @property {(field: string, absent: boolean) => void} onAbsent
 * @property {(guesses: WizardColumn[]) => void} onConfirm
 */

export class Columns {
  /** @type {Map<string, Question | Line>} by key and how it is shown */ #shown = new Map();
  /** @type {Set<string>} keys that were asked since the step was entered: an answer leaves them in their place */ #asked = new Set();
  #questions = el("div", { class: "pv-sources" });
  #absent = el("div", {});
  #certain = lines(W.certain, true);
  #unused = lines(W.unused, false);
  #drawn = "";
  /** The key that is to be looked at next. */
  #look = "";
  /** @type {WizardColumn[]} proposals that only need a yes */ #guesses = [];
  #confirm = button("", () => this.context.onConfirm(this.#guesses), { hidden: true });
  element = el("div", {}, el("p", { class: "pv-help" }, W.columnsHelp), this.#confirm,
    this.#questions, this.#absent, this.#certain.element, this.#unused.element);

  /** @param {ColumnsContext} context */
  constructor(context) {
    this.context = context;
  }

  /** What was answered is put among what is certain; a key to look at stands among the questions. @param {string} [at] */
  enter(at) {
    this.#asked.clear();
    this.#look = at ?? "";
    if (at) this.#asked.add(at);
  }

  /** @param {WizardProposal} review */
  update({ columns, absent }) {
    for (const { at, asks } of columns) if (asks) this.#asked.add(at);
    this.#guesses = columns.filter(({ asks, field, readings }) => asks !== "" && field !== "" && readings.length < 2);
    this.#confirm.hidden = this.#guesses.length < 2;
    this.#confirm.textContent = W.confirmAll(this.#guesses.length);
    const groups = { ask: this.#questions, yes: this.#certain.body, no: this.#unused.body };
    /** @type {Record<string, HTMLElement[]>} */
    const placed = { ask: [], yes: [], no: [] };
    const kept = new Set();
    for (const column of columns) {
      const group = this.#asked.has(column.at) ? "ask" : column.field !== "" ? "yes" : "no";
      const name = `${group === "ask" ? "ask" : "line"} ${column.at}`;
      kept.add(name);
      let part = this.#shown.get(name);
      if (part) part.update(column);
      else {
        part = group === "ask" ? new Question(column, this.context) : new Line(column, this.context);
        this.#shown.set(name, part);
      }
      placed[group].push(part.element);
    }
    for (const name of [...this.#shown.keys()]) if (!kept.has(name)) this.#shown.delete(name);
    for (const group of /** @type {const} */ (["ask", "yes", "no"])) place(groups[group], placed[group]);
    this.#certain.count(placed.yes.length);
    this.#unused.count(placed.no.length);
    this.#drawAbsent(absent, columns);
    if (placed.ask.length === 0) fill(this.#questions, absent.some(({ declared }) => !declared) ? null : el("p", { class: "pv-note" }, W.noQuestions));
    const wanted = this.#look && this.#shown.get(`ask ${this.#look}`)?.element;
    this.#look = "";
    if (wanted) wanted.focus();
  }

  /**
   * @param {WizardAbsent[]} absent
   * @param {WizardColumn[]} columns
   */
  #drawAbsent(absent, columns) {
    const free = columns.filter(({ field }) => field === "");
    const drawn = JSON.stringify([absent, free.map(({ at }) => at)]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = this.#absent.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") : null;
    const open = absent.some(({ declared }) => !declared);
    fill(this.#absent, absent.length > 0 && el("section", { class: open ? "pv-ask pv-ask--open" : "pv-ask", "aria-labelledby": "pv-w-lacking" },
      el("h4", { class: "pv-ask__title", id: "pv-w-lacking" }, W.absentAsk),
      el("ul", { class: "pv-lacking" }, absent.map((each) => this.#lacking(each, free)))));
    if (focused) [...this.#absent.querySelectorAll("input, select")].forEach((control) =>
      control.getAttribute("aria-label") === focused && /** @type {HTMLElement} */ (control).focus());
  }

  /** @param {WizardAbsent} lacking @param {WizardColumn[]} free keys that are no field */
  #lacking({ field, title, question, declared, may_lack: mayLack }, free) {
    const box = el("input", { type: "checkbox", checked: declared, "aria-label": `${title}：${W.absentYes}`,
      on: { change: () => this.context.onAbsent(field, box.checked) } });
    const pick = choice(`${title}：${W.absentPick}`, [el("option", { value: "" }, W.absentNo),
      free.map(({ at, key, level }) => el("option", { value: at }, `${level}的「${key}」`))], "",
    (at) => at && this.context.onEdit(at, { field }), { quiet: true }).select;
    return el("li", { class: "pv-lacking__one" },
      el("span", { class: "pv-lacking__ask" }, question),
      mayLack && el("label", { class: "pv-check" }, box, W.absentYes),
      free.length > 0 && !declared && pick,
      declared && el("span", { class: "pv-help" }, W.declared));
  }
}

/** A key that the user is asked about. */
class Question {
  #title = el("h4", { class: "pv-ask__title" });
  #asks = el("p", {});
  #examples = el("p", { class: "pv-key__examples" });

  /** @param {WizardColumn} column @param {ColumnsContext} context */
  constructor(column, { fields, onEdit }) {
    this.editor = new KeyEditor(column, fields, onEdit, true);
    this.element = el("section", { class: "pv-ask", "aria-label": this.editor.name, tabindex: "-1" },
      this.#title, this.#asks, this.#examples, this.editor.element);
    this.update(column);
  }

  /** @param {WizardColumn} column */
  update(column) {
    const { key, level, asks, examples } = column;
    fill(this.#title, el("code", {}, key), el("span", { class: "pv-ask__count" }, level), asks === "" && el("span", { class: "pv-ask__done" }, `✓ ${W.answered}`));
    this.#asks.textContent = asks || this.#asks.textContent;
    this.#examples.textContent = W.examples(examples);
    this.element.classList.toggle("pv-ask--open", asks !== "");
    this.editor.update(column);
  }
}

/** A key in one line; the controls are made once somebody wants them. */
class Line {
  /** @type {KeyEditor | null} */ #editor = null;
  #summary = el("summary", { class: "pv-line__sum" });

  /** @param {WizardColumn} column @param {ColumnsContext} context */
  constructor(column, { fields, onEdit }) {
    this.fields = fields;
    this.element = el("details", { class: "pv-line", on: { toggle: () => {
      if (this.#editor || !this.element.open) return;
      this.#editor = new KeyEditor(this.column, fields, onEdit, false);
      this.element.append(this.#editor.element);
    } } }, this.#summary);
    this.column = column;
    this.update(column);
  }

  /** @param {WizardColumn} column */
  update(column) {
    this.column = column;
    const { key, field, examples, preview } = column;
    const title = this.fields.find(({ value }) => value === field)?.title;
    const read = preview.filter(([written, value]) => written !== value).slice(0, 1);
    fill(this.#summary, el("code", { class: "pv-line__key" }, key),
      el("span", { class: "pv-line__field" }, title ?? ""),
      el("span", { class: "pv-line__eg" }, read.length > 0 ? previewOf(read) : examples[0] ?? ""));
    this.#editor?.update(column);
  }
}

/**
 * @param {(count: number) => string} title
 * @param {boolean} open
 */
function lines(title, open) {
  const summary = el("summary", {});
  const body = el("div", { class: "pv-lines" });
  const element = el("details", { class: "pv-details", open }, summary, body);
  return { element, body, count: (/** @type {number} */ count) => {
    summary.textContent = title(count);
    element.hidden = count === 0;
  } };
}

/** Puts elements into their place without touching those that stand there. @param {HTMLElement} host @param {HTMLElement[]} wanted */
function place(host, wanted) {
  const present = [...host.children];
  if (present.length === wanted.length && wanted.every((element, index) => element === present[index])) return;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  host.replaceChildren(...wanted);
  if (focused && host.contains(focused)) focused.focus();
}
