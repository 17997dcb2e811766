// @ts-check
/** Step two: where it is written who, which agency and which month the file is about, or that it is not. */

import { choice, optionsOf, textField } from "../ui/controls.mjs";
import { el, fill } from "../ui/dom.mjs";
import { previewOf } from "./answers.mjs";
import { W } from "./strings.mjs";

/** @import { WizardProposal, WizardSource } from "../worker/messages.d.ts" */

/**
 * @typedef {object} HeaderContext
 * @property {(source: WizardSource, value: string) => void} onSource
 * @property {(pattern: string) => void} onFileName
 * @property {(field: string, value: string) => void} onGiven
 */

export class Header {
  /** @type {Map<string, Source>} */ #sources = new Map();
  #list = el("div", { class: "pv-sources" });
  #preview = el("div", { "aria-live": "polite" });
  /** @type {HTMLElement} */ #name;
  /** @type {HTMLInputElement | null} */ #box;

  /** @param {HeaderContext} context */
  constructor(context) {
    this.context = context;
    const field = textField(W.fileName, W.fileNameHelp, "", (text) => context.onFileName(text));
    this.#box = field.querySelector("input");
    this.#name = el("div", { class: "pv-ask" }, field, this.#preview);
    this.element = el("div", {}, el("p", { class: "pv-help" }, W.headerHelp), this.#list, this.#name);
  }

  /** @param {WizardProposal} review */
  update({ header, file_name: { pattern, preview, problem } }) {
    for (const source of header) {
      if (!this.#sources.has(source.field)) {
        const made = new Source(this.context);
        this.#sources.set(source.field, made);
        this.#list.append(made.element);
      }
      this.#sources.get(source.field)?.update(source);
    }
    this.#name.hidden = pattern === "" && !header.some((source) => kindOf(source) === "name");
    if (this.#box && document.activeElement !== this.#box) this.#box.value = pattern;
    fill(this.#preview, problem && el("p", { class: "pv-note pv-note--warning" }, problem),
      preview.length > 0 && el("p", {}, previewOf(preview)));
  }
}

class Source {
  #drawn = "";
  element = el("div", { class: "pv-ask" });
  #examples = el("p", { class: "pv-help" });
  #given = el("div", {});
  #problem = el("p", { class: "pv-hint", role: "status" });

  /** @param {HeaderContext} context */
  constructor(context) {
    this.context = context;
  }

  /** @param {WizardSource} source */
  update(source) {
    const { question, value, options, facts, sure, given, problem, example, field } = source;
    const drawn = JSON.stringify([question, options]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      const focused = this.element.contains(document.activeElement);
      const { select, element } = choice(question, [el("option", { value: "" }, W.choose), optionsOf(options)], value,
        (chosen) => this.context.onSource(this.source ?? source, chosen));
      this.select = select;
      this.box = textField(W.given(example), W.givenHelp, given, (text) => this.context.onGiven(field, text));
      fill(this.#given, this.box, this.#problem);
      fill(this.element, element, this.#examples, this.#given);
      if (focused) select.focus();
    }
    this.source = source;
    if (this.select) this.select.value = value;
    this.#examples.textContent = facts;
    this.#problem.textContent = problem;
    this.#given.hidden = kindOf(source) !== "given";
    this.element.classList.toggle("pv-ask--open", !sure);
  }
}

/** @param {WizardSource} source */
function kindOf({ value, options }) {
  return options.find((option) => option.value === value)?.kind ?? "";
}
