// @ts-check
/** 對照精靈: from a file of unknown layout to a profile, with the check's findings beside every choice. */

import { verdictLabel, verdictOfReport } from "../results/verdict.mjs";
import { openDialog } from "../ui/dialog.mjs";
import { button, byId, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { T } from "../ui/strings.mjs";
import { Codes } from "./codes.mjs";
import { Columns, findingLine } from "./columns.mjs";
import { renderAbout, Save } from "./save.mjs";
import { W } from "./strings.mjs";

/** @import { Batch, Call, CheckOptions, InputFile, WizardAbout, WizardEdit, WizardFound, WizardReview } from "../worker/messages.d.ts" */

/** Milliseconds without a change after which the file is checked again. */
const PAUSE = 300;

/**
 * @typedef {object} WizardContext
 * @property {Call} call
 * @property {(text: string) => void} announce
 * @property {(profile: {name: string, file: Blob}) => void} onApply
 * @property {() => void} onClose
 */

export class Wizard {
  #region = byId("pv-wizard", HTMLElement);
  #now = el("section", { class: "pv-wizard__now", "aria-label": W.now });
  #content = el("div", {});
  /** @type {Batch} */ #input = { files: [], options: {} };
  /** @type {Map<number, WizardEdit>} the latest correction last */ #edits = new Map();
  /** @type {Partial<WizardAbout>} */ #about = {};
  /** @type {{update: (review: WizardReview) => void}[]} */ #panels = [];
  /** Counts openings and changes: an answer to an older one is dropped. */
  #revision = 0;
  #busy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {WizardContext} context */
  constructor(context) {
    this.context = context;
  }

  get isOpen() {
    return !this.#region.hidden;
  }

  /**
   * @param {InputFile[]} files
   * @param {CheckOptions} options as for a check
   */
  async open(files, options) {
    const revision = (this.#revision += 1);
    this.#input = { files, options };
    this.#edits.clear();
    this.#about = {};
    this.#panels = [];
    this.#region.hidden = false;
    this.#draw();
    this.#fill(el("p", {}, W.reading));
    byId("pv-wizard-title", HTMLElement).focus({ preventScroll: true });
    this.#region.scrollIntoView({ block: "start" });
    this.context.announce(W.reading);
    try {
      const found = await this.context.call("wizard_open", this.#input);
      if (revision !== this.#revision) return;
      if (!found.found) {
        this.#fill(el("p", { class: "pv-note pv-note--warning" }, found.problem));
        this.context.announce(found.problem);
        return;
      }
      const review = await this.context.call("wizard_review", { edits: {} });
      if (revision === this.#revision) this.#build(found, review);
    } catch {
      if (revision === this.#revision) this.#fill(this.#trouble(() => this.open(files, options)));
    }
  }

  /** Closes it, but asks first where corrections would be lost. @param {() => void} then */
  leave(then) {
    const go = () => {
      this.close();
      then();
    };
    if (!this.isOpen || this.#edits.size + Object.keys(this.#about).length === 0) go();
    else openDialog(W.leaving, W.leavingText, [[W.stay, () => {}], [W.leave, go]]);
  }

  /** Leaves nothing of a file behind. */
  close() {
    if (!this.isOpen) return;
    this.#revision += 1;
    clearTimeout(this.#timer);
    this.#edits.clear();
    this.#about = {};
    this.#input = { files: [], options: {} };
    this.#panels = [];
    this.#region.hidden = true;
    this.#region.replaceChildren();
    this.#content.replaceChildren();
    this.#now.replaceChildren();
    this.context.call("wizard_close", {}).catch(() => {});
  }

  /** What stays while the content changes: nobody loses the focus on the title. */
  #draw() {
    fill(this.#region,
      el("div", { class: "pv-wizard__head" },
        el("h2", { class: "pv-result__title", id: "pv-wizard-title", tabindex: "-1" }, W.title),
        button(W.close, () => this.leave(() => this.context.onClose()))),
      this.#content);
  }

  /** @param {...import("../ui/dom.mjs").Child} content */
  #fill(...content) {
    fill(this.#content, content);
  }

  /**
   * @param {WizardFound} found
   * @param {WizardReview} review
   */
  #build(found, review) {
    const edit = (/** @type {number} */ index, /** @type {WizardEdit} */ change) => this.#edit(index, change);
    const columns = new Columns(found.fields, edit);
    const codes = new Codes({
      meanings: found.meanings, onEdit: edit, announce: this.context.announce,
      titleOf: (field) => found.fields.find((each) => each.value === field)?.title ?? field,
      readTable: (payload) => this.context.call("wizard_codes", payload),
    });
    const save = new Save((profile) => {
      this.context.announce(W.applied);
      this.close();
      this.context.onApply(profile);
    });
    this.#panels = [columns, codes, save, { update: (/** @type {WizardReview} */ answer) => this.#showNow(answer) }];
    const partlyRead = found.files.filter(({ whole }) => !whole).map(({ name }) => name);
    this.#fill(
      el("p", {}, W.lead), el("p", { class: "pv-help" }, W.private),
      el("div", { class: "pv-wizard__body" },
        this.#now,
        el("div", { class: "pv-wizard__steps" },
          step("found", el("dl", { class: "pv-facts" }, found.places.map(([term, text]) =>
            el("div", {}, el("dt", {}, term), el("dd", {}, text)))),
          found.start && el("p", { class: "pv-note" }, found.start),
          found.doubt && el("p", { class: "pv-note pv-note--warning" }, found.doubt),
          partlyRead.length > 0 && el("p", { class: "pv-note" }, W.readPartly(partlyRead)),
          found.more_files > 0 && el("p", { class: "pv-help" }, W.more(found.more_files))),
          step("columns", el("p", { class: "pv-help" }, W.columnsHelp), columns.element),
          step("codes", codes.element),
          step("about", renderAbout(review.about, (change) => {
            this.#about = { ...this.#about, ...change };
            this.#schedule();
          })),
          step("save", save.element))));
    this.#show(review);
    this.context.announce(`${W.title}。${found.places.map((place) => place.join("：")).join("，")}`);
  }

  /**
   * @param {number} index
   * @param {WizardEdit} change
   */
  #edit(index, change) {
    const former = this.#edits.get(index) ?? {};
    const merged = { ...former, ...change };
    if (change.controls) merged.controls = { ...former.controls, ...change.controls };
    if (change.codes) merged.codes = { ...former.codes, ...change.codes };
    if ("field" in change) {
      // Another field has other forms and codes, and no two keys can be the same field.
      delete merged.controls;
      delete merged.codes;
      for (const other of this.#edits.values()) if (change.field !== "" && other.field === change.field) delete other.field;
    }
    this.#edits.delete(index);
    this.#edits.set(index, merged);
    this.#schedule();
  }

  #schedule() {
    this.#revision += 1;
    this.#now.setAttribute("aria-busy", "true");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#review(), PAUSE);
  }

  /** One review at a time: changes made meanwhile are reviewed together, once it has ended. */
  async #review() {
    if (this.#busy) return;
    const revision = this.#revision;
    this.#busy = true;
    try {
      const review = await this.#ask();
      if (revision === this.#revision) this.#show(review);
    } catch {
      if (revision === this.#revision) fill(this.#now, this.#trouble(() => this.#review()));
    } finally {
      this.#busy = false;
    }
    if (revision !== this.#revision && this.isOpen) this.#schedule();
  }

  async #ask() {
    const edits = { about: this.#about, columns: [...this.#edits].map(([index, change]) => ({ index, ...change })) };
    try {
      return await this.context.call("wizard_review", { edits });
    } catch {
      // The worker began anew meanwhile and knows nothing of the files.
      await this.context.call("wizard_open", this.#input);
      return this.context.call("wizard_review", { edits });
    }
  }

  /** @param {WizardReview} review */
  #show(review) {
    for (const panel of this.#panels) panel.update(review);
  }

  /** @param {WizardReview} review */
  #showNow({ report, missing, problems, found, columns }) {
    const open = columns.flatMap(({ codes }) => codes ?? []).filter(({ name }) => name === "").length;
    const unsure = columns.filter(({ field, sure }) => field !== "" && !sure).length;
    const elsewhere = found.filter(({ key }) => key === null);
    this.#now.removeAttribute("aria-busy");
    const counts = report && T.counts(report.summary);
    fill(this.#now,
      el("h3", {}, W.now),
      problems.length > 0 && el("div", { class: "pv-note pv-note--error" }, el("p", {}, W.problems),
        el("ul", {}, problems.map((text) => el("li", {}, text)))),
      // A proposal may be wrong and what is not mapped is not checked: the result holds for no more than that.
      report && el("p", {}, missing.length + open + unsure > 0 && W.soFar, verdictLabel(verdictOfReport(report), report.profile)),
      counts && el("p", {}, counts),
      el("p", {}, missing.length > 0 ? W.missing(missing) : W.complete),
      open > 0 && el("p", {}, W.openCodes(open)),
      unsure > 0 && el("p", {}, W.unsure(unsure)),
      elsewhere.length > 0 && [el("h4", {}, W.elsewhere), el("ul", { class: "pv-map__found" }, elsewhere.map(findingLine))]);
    this.context.announce([counts, missing.length > 0 && `還沒有對應 ${formatNumber(missing.length)} 項`].filter(Boolean).join("，"));
  }

  /** @param {() => void} onRetry */
  #trouble(onRetry) {
    this.context.announce(W.failed);
    return el("div", { class: "pv-note pv-note--error" }, el("p", {}, W.failed), button(W.retry, onRetry));
  }
}

/**
 * @param {keyof typeof W.step} name
 * @param {...import("../ui/dom.mjs").Child} content
 */
function step(name, ...content) {
  return el("section", { class: "pv-wizard__step", "aria-labelledby": `pv-wizard-${name}` },
    el("h3", { id: `pv-wizard-${name}` }, W.step[name]), content);
}
