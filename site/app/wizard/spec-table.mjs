// @ts-check
/** 我有欄位說明表: from a table of fields to a profile, in the wizard's place. */

import { choice, fileBox, textField } from "../ui/controls.mjs";
import { button, byId, el, fill } from "../ui/dom.mjs";
import { saveFile } from "../ui/save-file.mjs";
import { Save } from "./save.mjs";
import { renderLines, sameLine } from "./spec-lines.mjs";
import { S } from "./spec-strings.mjs";

/** @import { Call, InputFile, SpecQuestion, SpecRead, SpecRequest, WizardAbout } from "../worker/messages.d.ts" */

/** Of a choice whose value is typed; what is typed follows. */
const TYPED = "\u0000";
/** The question whose answer may be typed. */
const LIST = "list";

export class SpecTable {
  #region = byId("pv-wizard", HTMLElement);
  #result = el("section", { "aria-label": S.result, tabindex: "-1" });
  #statusLine = el("p", { class: "pv-help", role: "status" });
  /** @type {InputFile | null} */ #file = null;
  #text = "";
  /** @type {InputFile[]} data to compare with */ #beside = [];
  /** @type {Record<string, string>} */ #answers = {};
  /** @type {Record<string, string>} chosen for a question, and not confirmed yet */ #chosen = {};
  /** @type {Partial<WizardAbout>} */ #about = {};
  /** @type {Save | null} */ #save = null;
  /** Counts readings: an answer to an older one is dropped. */
  #revision = 0;
  #open = false;

  /**
   * @param {{
   *   call: Call, announce: (text: string) => void, onApply: (profile: {name: string, file: Blob}) => void, onClose: () => void,
   * }} context
   */
  constructor(context) {
    this.context = context;
  }

  /** @param {InputFile[]} beside the files that the page has, to compare the table with */
  show(beside) {
    this.close();
    this.#beside = beside;
    this.#open = true;
    this.#region.hidden = false;
    const paste = el("textarea", { class: "pv-text", id: "pv-spec-text", rows: 6, spellcheck: "false", autocomplete: "off" });
    fill(this.#region,
      el("div", { class: "pv-wizard__head" },
        el("h2", { class: "pv-result__title", id: "pv-wizard-title", tabindex: "-1" }, S.title),
        button(S.close, () => {
          this.close();
          this.context.onClose();
        })),
      el("p", { class: "pv-help" }, S.lead, " ", S.private),
      beside.length > 0 && el("p", { class: "pv-help" }, S.beside(beside.length)),
      fileBox(S.file, S.accept, (file) => this.#take({ name: file.name, file }, "")),
      el("label", { class: "pv-label", for: "pv-spec-text" }, S.paste), paste,
      el("div", { class: "pv-row" }, button(S.read, () => this.#take(null, paste.value))),
      this.#statusLine, this.#result);
    byId("pv-wizard-title", HTMLElement).focus({ preventScroll: true });
    this.#region.scrollIntoView({ block: "start" });
  }

  /** Takes a dropped file as the table, while it is asked for. @param {InputFile[]} files */
  takes([file, ...others]) {
    if (!this.#open || others.length > 0 || !file?.file || !S.accept.split(",").some((ending) => file.name.toLowerCase().endsWith(ending))) return false;
    this.#take(file, "");
    return true;
  }

  close() {
    if (!this.#open) return;
    this.#open = false;
    this.#revision += 1;
    this.#forget();
    this.#beside = [];
    this.#region.hidden = true;
    this.#region.replaceChildren();
  }

  /** Nothing of a table stays. */
  #forget() {
    this.#file = null;
    this.#text = "";
    this.#answers = {};
    this.#chosen = {};
    this.#about = {};
    this.#result.replaceChildren();
    this.#statusLine.textContent = "";
  }

  /** @param {InputFile | null} file @param {string} text */
  #take(file, text) {
    this.#forget();
    this.#file = file;
    this.#text = text;
    if (file || text.trim()) this.#read();
    else this.#say(S.empty);
  }

  /** @param {string} text */
  #say(text) {
    this.#statusLine.textContent = text;
  }

  /** @returns {SpecRequest} */
  #request() {
    const table = this.#file ? [this.#file] : [];
    return { answers: this.#answers, about: this.#about, files: [...table, ...this.#beside], ...(this.#file ? {} : { text: this.#text }) };
  }

  async #read() {
    const revision = (this.#revision += 1);
    this.#say(S.reading);
    this.#result.setAttribute("aria-busy", "true");
    try {
      const answer = await this.context.call("spec_read", this.#request());
      if (revision !== this.#revision) return;
      if ("problem" in answer) {
        this.#say("");
        fill(this.#result, el("p", { class: "pv-note pv-note--error", role: "alert" }, answer.problem));
      } else this.#draw(answer);
    } catch {
      if (revision !== this.#revision) return;
      this.#say(S.failed);
      fill(this.#result, el("div", { class: "pv-note pv-note--error" }, el("p", {}, S.failed), button(S.retry, () => this.#read())));
    } finally {
      if (revision === this.#revision) this.#result.removeAttribute("aria-busy");
    }
  }

  /** @param {SpecRead} read */
  #draw(read) {
    const { lines, questions, faults, notes, missing, differences, problems, ready } = read;
    const said = ready ? S.ready : S.count(lines.length, questions.length);
    this.#say(said);
    this.context.announce(said);
    this.#save = new Save(read.about, {
      onAbout: (said) => this.#tell(said),
      onApply: (profile) => {
        this.close();
        this.context.onApply(profile);
        this.context.announce(S.applied);
      },
    });
    this.#save.update(read);
    const focused = this.#result.contains(document.activeElement) ? document.activeElement : null;
    fill(this.#result,
      faults.length > 0 && el("div", { class: "pv-note pv-note--warning" }, el("h3", {}, S.faults), list(faults)),
      notes.length > 0 && el("details", { class: "pv-details" }, el("summary", {}, S.notes), list(notes)),
      questions.length > 0 && this.#renderQuestions(questions),
      differences && (differences.length > 0
        ? el("div", { class: "pv-note pv-note--warning" }, el("h3", {}, S.differences), list(differences)) : el("p", {}, S.same)),
      missing.length > 0 && el("p", { class: "pv-note" }, S.missing(missing)),
      lines.length > 0 && renderLines(read, (id, field) => this.#answer({ [`field:${id}`]: field })),
      el("h3", {}, S.save),
      problems.length > 0 && el("div", { class: "pv-note pv-note--error" }, el("p", {}, S.problems), list(problems)),
      this.#save.element,
      el("div", { class: "pv-row" },
        button(S.kit, () => this.#download("spec_kit", this.#request()), { disabled: problems.length > 0 }),
        button(S.table, () => this.#download("spec_export", { toml: read.toml }), { disabled: problems.length > 0 })));
    // What was answered is drawn anew: nobody is thrown back to the beginning of the page.
    if (focused) (sameLine(this.#result, focused) ?? this.#result).focus();
  }

  /** @param {SpecQuestion[]} questions */
  #renderQuestions(questions) {
    return el("div", { class: "pv-note" }, el("h3", {}, S.questions), el("p", { class: "pv-help" }, S.questionsHelp),
      questions.map((question) => this.#renderQuestion(question)),
      el("div", { class: "pv-row" }, button(S.confirm, () => this.#confirm(questions), { class: "pv-button pv-button--main" })));
  }

  /** @param {SpecQuestion} question */
  #renderQuestion({ id, text, options, value, where }) {
    const label = where ? `${where}：${text}` : text;
    if (options.length === 0) return el("p", {}, label);
    const begun = this.#chosen[id] ?? value;
    const shown = options.map(([each, title]) => el("option", { value: each }, title));
    if (id !== LIST) return choice(label, shown, begun, (next) => (this.#chosen[id] = next)).element;
    const isTyped = begun.startsWith(TYPED);
    const typed = el("div", { hidden: !isTyped },
      textField(label, S.other, isTyped ? begun.slice(TYPED.length) : "", (entered) => (this.#chosen[id] = TYPED + entered)));
    shown.push(el("option", { value: TYPED }, S.other));
    return el("div", {}, choice(label, shown, isTyped ? TYPED : begun, (next) => {
      typed.hidden = next !== TYPED;
      this.#chosen[id] = next === TYPED ? TYPED + (typed.querySelector("input")?.value ?? "") : next;
    }).element, typed);
  }

  /** @param {SpecQuestion[]} questions */
  #confirm(questions) {
    const answers = questions.map(({ id, value }) => [id, this.#chosen[id] ?? value]);
    // Nothing typed is no answer.
    if (answers.some(([, value]) => value === TYPED)) this.#say(S.fillIn);
    else this.#answer(Object.fromEntries(answers.map(([id, value]) => [id, value.replace(TYPED, "")])));
  }

  /** @param {Record<string, string>} answers */
  #answer(answers) {
    Object.assign(this.#answers, answers);
    this.#read();
  }

  /** What the profile says of itself is asked for when it is saved: typing does not read the table anew. @param {Partial<WizardAbout>} said */
  async #tell(said) {
    Object.assign(this.#about, said);
    const revision = (this.#revision += 1);
    const answer = await this.context.call("spec_read", this.#request()).catch(() => null);
    if (revision === this.#revision && answer && !("problem" in answer)) this.#save?.update(answer);
  }

  /**
   * @template {"spec_kit" | "spec_export"} O
   * @param {O} op
   * @param {import("../worker/messages.d.ts").RequestOf<O>} payload
   */
  async #download(op, payload) {
    try {
      const { name, mime, bytes } = await this.context.call(op, payload);
      saveFile(name, new Blob([bytes], { type: mime }));
      this.#say(S.made(name));
    } catch {
      this.#say(S.failed);
    }
  }
}

/** @param {string[]} texts */
function list(texts) {
  return el("ul", {}, texts.map((text) => el("li", {}, text)));
}
