// @ts-check
/** Step five: what was read, what is not covered, what is left to say, and taking the profile along. */

import { severityTag } from "../findings/card.mjs";
import { button, el, fill } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { T } from "../ui/strings.mjs";
import { openCounts } from "./progress.mjs";
import { Save } from "./save.mjs";
import { W } from "./strings.mjs";

/** @import { WizardAbout, WizardFinding, WizardReview } from "../worker/messages.d.ts" */
/** @import { StepName } from "./progress.mjs" */

/** What these find is that the file is not as the profile has it; all others judge what it says. */
const OF_LAYOUT = /^STR/;
/** What these find is told as what is not covered. */
const OF_COVERAGE = new Set(["STR170", "STR171", "STR175"]);

export class Finish {
  #told = el("div", { class: "pv-finish", "aria-live": "polite" });

  /**
   * @param {WizardAbout} about
   * @param {{
   *   onAbout: (change: Partial<WizardAbout>) => void, onApply: (profile: {name: string, file: Blob}) => void,
   *   goTo: (step: StepName, at?: string) => void,
   * }} context
   */
  constructor(about, context) {
    this.context = context;
    this.save = new Save(about, context);
    this.element = el("div", {}, this.#told, this.save.element);
  }

  /** @param {import("../worker/messages.d.ts").WizardProposal} review */
  update(review) {
    this.save.update(review);
  }

  showBusy() {
    fill(this.#told, el("p", {}, W.checking));
  }

  /** @param {import("../ui/dom.mjs").Child} trouble */
  showTrouble(trouble) {
    fill(this.#told, trouble);
  }

  /** @param {WizardReview} review */
  show(review) {
    const { report, found, first, changes, problems } = review;
    if (!report) {
      fill(this.#told, el("div", { class: "pv-note pv-note--error" }, el("p", {}, W.problems), list(problems)));
      return;
    }
    const open = openCounts(review);
    const left = found.filter(({ rule }) => OF_LAYOUT.test(rule) && !OF_COVERAGE.has(rule));
    const uncovered = report.files.flatMap(({ coverage }) => coverage?.said ?? []);
    const sum = (/** @type {"record_count" | "person_count"} */ name) => report.files.reduce((all, file) => all + (file[name] ?? 0), 0);
    fill(this.#told,
      el("p", { class: "pv-finish__count" }, W.counted(sum("record_count"), sum("person_count"))),
      first && el("p", {}, W.first(first)),
      open.size > 0 && el("div", { class: "pv-note pv-note--warning" }, el("p", {}, W.notAsked),
        el("ul", {}, [...open].map(([step, count]) => el("li", {}, `${W.step[step]}：${W.open_count(count)}　`, this.#goTo(step))))),
      left.length > 0 ? el("div", { class: "pv-note pv-note--error" }, el("p", {}, W.left),
        el("ul", { class: "pv-finish__found" }, left.map((item) => findingLine(item, item.at ? this.#goTo("columns", item.at) : null))))
        : el("p", { class: "pv-finish__fine" }, W.noneLeft),
      uncovered.length > 0 && el("div", { class: "pv-note pv-note--warning" }, el("p", {}, W.notCovered), list([...new Set(uncovered)])),
      el("p", { class: "pv-help" }, W.content(T.counts(report.summary))),
      changes && el("details", { class: "pv-details", open: changes.length > 0 }, el("summary", {}, changes.length > 0 ? W.changes : W.noChanges), list(changes)));
  }

  /** @param {StepName} step @param {string} [at] */
  #goTo(step, at) {
    return button(W.goTo(W.step[step]), () => this.context.goTo(step, at), { class: "pv-button pv-button--small" });
  }
}

/** @param {WizardFinding} item @param {HTMLElement | null} way */
function findingLine({ severity, title, count, message, key }, way) {
  return el("li", {}, severityTag(severity), ` ${title}（${formatNumber(count)} 項）`, key && el("code", {}, key), " ", way,
    message && el("span", { class: "pv-help pv-finish__message" }, message));
}

/** @param {string[]} texts */
function list(texts) {
  return el("ul", {}, texts.map((text) => el("li", {}, text)));
}
