// @ts-check
/** 對照精靈: from a file of unknown layout to a profile, one step a screen. */

import { openDialog } from "../ui/dialog.mjs";
import { button, byId, el, fill } from "../ui/dom.mjs";
import { Codes } from "./codes.mjs";
import { Columns } from "./columns.mjs";
import { Edits } from "./edits.mjs";
import { Finish } from "./finish.mjs";
import { Header } from "./header.mjs";
import { Places } from "./places.mjs";
import { openCounts, renderWay } from "./progress.mjs";
import { W } from "./strings.mjs";

/** @import { Batch, Call, CheckOptions, InputFile, WizardFound, WizardProposal } from "../worker/messages.d.ts" */
/** @import { StepName } from "./progress.mjs" */

/** Milliseconds without a change after which the proposal is asked for again. */
const PAUSE = 300;

/**
 * @typedef {object} WizardContext
 * @property {Call} call
 * @property {(text: string) => void} announce
 * @property {(profile: {name: string, file: Blob}, given: Record<string, string>) => void} onApply
 * @property {() => void} onClose
 */

export class Wizard {
  #region = byId("pv-wizard", HTMLElement);
  #content = el("div", {});
  #way = el("ol", { class: "pv-way" });
  #lead = el("div", {});
  #heading = el("h3", { class: "pv-wizard__heading", id: "pv-wizard-step", tabindex: "-1" });
  #body = el("div", { class: "pv-wizard__body" });
  #status = el("p", { class: "pv-help", role: "status" });
  #foot = el("div", { class: "pv-row pv-wizard__foot" });
  /** @type {Batch} */ #input = { files: [], options: {} };
  #edits = new Edits();
  /** @type {Record<StepName, Places | Header | Columns | Codes | Finish> | null} */ #panels = null;
  /** @type {WizardProposal | null} the latest answer */ #review = null;
  /** Index of the step that is shown, and of the farthest one so far. */
  #current = 0;
  #seen = 0;
  /** Counts openings and changes: an answer to an older one is dropped. */
  #revision = 0;
  #busy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {WizardContext} context */
  constructor(context) {
    this.context = context;
    this.#region.addEventListener("keydown", (event) => {
      // An open list of choices has Escape for itself.
      if (event.key !== "Escape" || event.defaultPrevented || event.target instanceof HTMLSelectElement || !this.#panels) return;
      event.preventDefault();
      this.leave(() => this.context.onClose());
    });
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
    this.#edits.forget();
    this.#panels = null;
    this.#region.hidden = false;
    this.#draw();
    fill(this.#content, el("p", {}, W.reading));
    byId("pv-wizard-title", HTMLElement).focus({ preventScroll: true });
    this.#region.scrollIntoView({ block: "start" });
    this.context.announce(W.reading);
    try {
      const found = await this.context.call("wizard_open", this.#input);
      if (revision !== this.#revision) return;
      if (!found.found) {
        fill(this.#content, el("p", { class: "pv-note pv-note--warning" }, found.problem));
        this.context.announce(found.problem);
        return;
      }
      const review = await this.context.call("wizard_propose", { edits: this.#edits.all });
      if (revision === this.#revision) this.#build(found, review);
    } catch {
      if (revision === this.#revision) fill(this.#content, this.#trouble(() => this.open(files, options)));
    }
  }

  /** Closes it, but asks first where answers would be lost. @param {() => void} then */
  leave(then) {
    const go = () => {
      this.close();
      then();
    };
    const codes = this.#panels?.codes;
    if (!this.isOpen || (this.#edits.isEmpty && !(codes instanceof Codes && codes.hasUntaken))) go();
    else openDialog(W.leaving, W.leavingText, [[W.stay, () => {}], [W.leave, go]]);
  }

  /** Leaves nothing of a file behind. */
  close() {
    if (!this.isOpen) return;
    this.#revision += 1;
    clearTimeout(this.#timer);
    this.#edits.forget();
    this.#input = { files: [], options: {} };
    this.#panels = this.#review = null;
    this.#region.hidden = true;
    for (const part of [this.#region, this.#content, this.#body, this.#way]) part.replaceChildren();
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

  /**
   * @param {WizardFound} found
   * @param {WizardProposal} review
   */
  #build(found, review) {
    const onEdit = (/** @type {string} */ at, /** @type {import("../worker/messages.d.ts").WizardEdit} */ change) =>
      this.#change(() => this.#edits.setColumn(at, change));
    this.#panels = {
      places: new Places({
        kinds: found.meanings.leave_type ?? [], onKind: (place, kind) => this.#change(() => this.#edits.setKind(place, kind)),
        onPlace: (place, state) => this.#change(() => this.#edits.setPlace(place, state)),
        onMap: (place, on) => this.#change(() => this.#edits.setMap(place, on)),
      }),
      header: new Header({
        onSource: (source, value) => this.#change(() => this.#review && this.#edits.setSource(source, value, this.#review)),
        onFileName: (pattern) => this.#change(() => this.#edits.setFileName(pattern)),
        onGiven: (field, value) => this.#change(() => this.#edits.setGiven(field, value)),
      }),
      columns: new Columns({
        fields: found.fields, onEdit,
        onConfirm: (guesses) => this.#change(() => guesses.forEach(({ at, field }) => this.#edits.setColumn(at, { field }))),
        onAbsent: (field, absent) => this.#change(() => this.#edits.setAbsent(field, absent)),
      }),
      codes: new Codes({
        meanings: found.meanings, onEdit,
        titleOf: (field) => found.fields.find((each) => each.value === field)?.title ?? field,
        readTable: (payload) => this.context.call("wizard_codes", payload),
      }),
      finish: new Finish(review.about, {
        onAbout: (change) => this.#change(() => this.#edits.setAbout(change)),
        goTo: (step, at) => this.#goTo(step, at),
        onApply: (profile) => {
          const { given } = this.#edits;
          this.context.announce(W.applied);
          this.close();
          this.context.onApply(profile, given);
        },
      }),
    };
    const partlyRead = found.files.filter(({ whole }) => !whole).map(({ name }) => name);
    fill(this.#lead,
      el("p", { class: "pv-help" }, W.lead, " ", W.private),
      found.start && el("p", { class: "pv-note" }, found.start),
      partlyRead.length > 0 && el("p", { class: "pv-help" }, W.readPartly(partlyRead)),
      found.more_files > 0 && el("p", { class: "pv-help" }, W.more(found.more_files)));
    fill(this.#content, this.#lead, el("nav", { "aria-label": W.way }, this.#way),
      el("section", { "aria-labelledby": "pv-wizard-step" }, this.#heading, this.#body, this.#status, this.#foot));
    this.#current = this.#seen = 0;
    this.#show(review);
    this.#goTo("places");
  }

  /**
   * @param {StepName} name
   * @param {string} [at] a key to look at
   */
  #goTo(name, at) {
    if (!this.#panels) return;
    this.#current = W.steps.indexOf(name);
    this.#seen = Math.max(this.#seen, this.#current);
    const panel = this.#panels[name];
    if (panel instanceof Columns) panel.enter(at);
    fill(this.#body, panel.element);
    // Said once: the steps that follow need the room.
    this.#lead.hidden = this.#current > 0;
    fill(this.#heading, el("span", { class: "pv-way__of" }, W.stepOf(this.#current + 1, W.steps.length)), " ", W.heading[name]);
    const [before, after] = [W.steps[this.#current - 1], W.steps[this.#current + 1]];
    fill(this.#foot, before && button(W.back, () => this.#goTo(before)),
      after && button(W.next(W.step[after]), () => this.#goTo(after), { class: "pv-button pv-button--main" }));
    if (this.#review) this.#show(this.#review);
    if (name === "finish") this.#ask();
    if (!at) this.#heading.focus({ preventScroll: true });
    this.#region.scrollIntoView({ block: "start" });
    this.context.announce(this.#heading.textContent ?? "");
  }

  /** @param {() => void} apply */
  #change(apply) {
    apply();
    this.#revision += 1;
    this.#body.setAttribute("aria-busy", "true");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  /** One question at a time: changes made meanwhile are answered together, once it has ended. */
  async #ask() {
    if (this.#busy || !this.#panels) return;
    const revision = this.#revision;
    const { finish } = this.#panels;
    const last = W.steps[this.#current] === "finish";
    this.#busy = true;
    try {
      if (last && finish instanceof Finish) {
        finish.showBusy();
        const review = await this.#call("wizard_review");
        if (revision === this.#revision) {
          this.#show(review);
          finish.show(review);
        }
      } else {
        const review = await this.#call("wizard_propose");
        if (revision === this.#revision) this.#show(review);
      }
    } catch {
      if (revision === this.#revision) fill(this.#status, this.#trouble(() => this.#ask()));
    } finally {
      this.#busy = false;
    }
    const stale = revision !== this.#revision || last !== (W.steps[this.#current] === "finish");
    if (stale && this.isOpen) this.#change(() => {});
  }

  /**
   * @template {"wizard_propose" | "wizard_review"} O
   * @param {O} op
   */
  async #call(op) {
    const payload = { edits: this.#edits.all };
    try {
      return await this.context.call(op, payload);
    } catch {
      // The worker began anew meanwhile and knows nothing of the files.
      await this.context.call("wizard_open", this.#input);
      return this.context.call(op, payload);
    }
  }

  /** @param {WizardProposal} review */
  #show(review) {
    if (!this.#panels) return;
    this.#review = review;
    this.#body.removeAttribute("aria-busy");
    for (const panel of Object.values(this.#panels)) panel.update(review);
    const open = openCounts(review);
    renderWay(this.#way, this.#current, open, this.#seen, (name) => this.#goTo(name));
    const name = W.steps[this.#current];
    this.#status.textContent = name === "finish" ? "" : W.unanswered(open.get(name) ?? 0);
  }

  /** @param {() => void} onRetry */
  #trouble(onRetry) {
    this.context.announce(W.failed);
    return el("div", { class: "pv-note pv-note--error" }, el("p", {}, W.failed), button(W.retry, onRetry));
  }
}
