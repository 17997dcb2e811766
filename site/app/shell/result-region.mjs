// @ts-check
/** The region 「檢核結果」: the verdict first, then what to do with it, then the findings. */

import { deadlinesOfReport, renderCalendarFile } from "../deadlines/calendar-file.mjs";
import { renderChange } from "../findings/changes.mjs";
import { FindingsList } from "../findings/list.mjs";
import { createActions } from "../results/actions.mjs";
import { Downloads } from "../results/downloads.mjs";
import { renderFacts, renderIncidents, renderNotChecked, renderSkipped } from "../results/file-facts.mjs";
import { renderGivenValues } from "../results/given-values.mjs";
import { createPrintout } from "../results/print.mjs";
import { renderVerdict } from "../results/verdict.mjs";
import { renderFilesTable } from "../supervisor/files-table.mjs";
import { renderMatrix } from "../supervisor/matrix.mjs";
import { createOverview } from "../supervisor/overview.mjs";
import { button, byId, el, fill } from "../ui/dom.mjs";
import { formatTime } from "../ui/format.mjs";
import { shippedLine, SHIPPED_TITLE } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";
import { yieldToPage } from "../ui/yielding.mjs";
import { renderWayIn } from "../wizard/way-in.mjs";

/** @import { Report } from "../report.d.ts" */

/** @typedef {import("../findings/list-model.mjs").Item} Item */
/**
 * @typedef {object} ResultContext
 * @property {string} name of downloads, without extension
 * @property {import("../findings/changes.mjs").Change | null} change
 * @property {string} again why files that were given before were checked once more, or empty
 * @property {string[]} notes what of the given did not arrive as it should
 * @property {() => void} onWizard
 * @property {(month: string) => void} onMonth
 * @property {(given: Record<string, string>) => void} onGiven
 */

/** What people read: it says which filters were in use. @type {import("../worker/messages.d.ts").Format[]} */
const FILTERS_TOLD = ["csv", "xlsx", "html"];

/** @param {string[]} notes what of the given did not arrive as it should */
export function renderNotes(notes) {
  return notes.length > 0 && el("div", { class: "pv-note pv-note--warning" }, notes.map((text) => el("p", {}, text)));
}

export class ResultRegion {
  #region = byId("pv-result", HTMLElement);
  /** @type {FindingsList | null} */ #findings = null;
  /** @type {Report | null} */ #report = null;
  /** @type {import("../findings/acknowledgements.mjs").Acknowledgements | null} */ #reasons = null;
  /** @type {Item[] | null} a person's findings; null: what the filters leave */ #printed = null;

  constructor() {
    addEventListener("beforeprint", () => this.#addPrintout());
    addEventListener("afterprint", () => {
      this.#printed = null;
      this.#region.querySelector(".pv-paper")?.remove();
    });
  }

  #addPrintout() {
    if (!this.#report || !this.#reasons) return;
    const items = this.#printed ?? this.#findings?.visible ?? [];
    this.#region.append(createPrintout(this.#report, items, this.#filterWords, this.#reasons, this.#printed !== null));
  }

  get #filterWords() {
    return this.#findings?.filterWords ?? "";
  }

  /**
   * Shows a result; a long list of findings is got ready before.
   * @param {Report} report
   * @param {import("../results/actions.mjs").ActionsContext & ResultContext} context
   * @returns {Promise<boolean>} false where it was cleared meanwhile
   */
  async show(report, context) {
    this.clear();
    this.#report = report;
    const title = el("h2", { id: "pv-result-title", class: "pv-result__title", tabindex: "-1" }, T.result);
    const { again, notes } = context;
    const before = [
      again && el("p", { class: "pv-note" }, again),
      renderNotes(notes),
    ];
    const parts = report.files.length === 0 ? [el("p", { class: "pv-note" }, T.nothing), renderSkipped(report), button(T.clear, context.onClear)]
      : this.#build(report, context);
    await yieldToPage();
    await this.#findings?.prepare();
    await yieldToPage();
    if (this.#report !== report) return false;
    this.#region.hidden = false;
    fill(this.#region, title, before, parts);
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
    return true;
  }

  /**
   * @param {Report} report
   * @param {import("../results/actions.mjs").ActionsContext & ResultContext} context
   */
  #build(report, context) {
    this.#reasons = context.reasons;
    const { rules, call, announce, reasons, change, onMonth } = context;
    const ruleTitle = (/** @type {string} */ id) => rules.title(id);
    const downloads = new Downloads(
      (payload) => call("export", { acknowledgements: reasons.list(), ...(FILTERS_TOLD.includes(payload.format) && { filter: this.#filterWords }), ...payload }),
      announce);
    const { summary, files } = report;
    if (summary.error + summary.warning + summary.info > 0) {
      this.#findings = new FindingsList({
        report, call, announce, reasons, change, ruleTitle, ruleLink: (id) => rules.link(id),
        onPrint: (items) => {
          this.#printed = items;
          print();
        },
        onSave: (items) => downloads.save("下載這位同仁（Excel）", {
          format: "xlsx", person: items.flatMap(({ file, finding }) => (file && finding.person ? [{ file, first: finding.person.first }] : [])),
        }),
      });
    }
    return [
      renderVerdict(report, this.#findings && (() => this.#findings?.start())),
      renderWayIn(report, context.onWizard),
      renderGivenValues(report, context.onGiven),
      renderChange(change),
      renderSkipped(report),
      renderIncidents(report),
      createActions(report, context, downloads, () => ({ items: this.#findings?.visible ?? [], filter: this.#filterWords })),
      files.length === 1 && renderFacts(files[0]),
      // Which agencies are missing comes before what the others have.
      renderMatrix(report, downloads.makeButton("下載報送情形（Excel）", { format: "matrix" }), announce, onMonth),
      files.length > 1 && renderFilesTable(report, (file) => this.#findings?.showFile(file)),
      el("div", { class: "pv-asides" }, this.#calendarButton(report, context.name, downloads), renderNotChecked(files, ruleTitle), createOverview(call, report)),
      this.#findings?.element,
      el("p", { class: "pv-help" },
        `檢核時間 ${formatTime(report.checked_at)}；檢核程式版本 ${report.generator.version}；版型 ${report.profile.title} 第 ${report.profile.version} 版`
        + (report.settings ? `；${SHIPPED_TITLE}：${shippedLine(report.settings)}` : "")),
    ];
  }

  clear() {
    this.#findings?.destroy();
    this.#findings = null;
    this.#report = null;
    this.#reasons = null;
    this.#region.hidden = true;
    this.#region.replaceChildren();
  }

  /**
   * @param {Report} report
   * @param {string} name
   * @param {Downloads} downloads
   */
  #calendarButton(report, name, downloads) {
    const events = deadlinesOfReport(report);
    if (events.length === 0) return null;
    return button("期限加入行事曆（.ics）",
      () => downloads.hand(`${name}.ics`, new Blob([renderCalendarFile(events, new Date())], { type: "text/calendar" })),
      { class: "pv-button pv-button--small" });
  }

  /** While something else stands in its place, the result waits. */
  conceal() {
    this.#region.hidden = true;
  }

  reveal() {
    this.#region.hidden = this.#region.childNodes.length === 0;
    byId(this.#region.hidden ? "pv-files" : "pv-result-title", HTMLElement).focus();
  }
}
