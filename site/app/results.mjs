// @ts-check
/** The region 「檢核結果」: the verdict first, then what to do with it, then the findings. */

import { renderCalendar } from "./calendar-file.mjs";
import { renderChange } from "./changes.mjs";
import { copyText } from "./clipboard.mjs";
import { button, byId, el, fill } from "./dom.mjs";
import { createDownloads, saveFile } from "./downloads.mjs";
import { renderFacts, renderIncidents, renderNotChecked } from "./file-facts.mjs";
import { renderFilesTable, renderMatrix } from "./files-table.mjs";
import { FindingsView } from "./findings-view.mjs";
import { formatTime } from "./format.mjs";
import { createPrintout } from "./print.mjs";
import { T } from "./strings.mjs";
import { vendorText } from "./vendor-text.mjs";
import { renderVerdict } from "./verdict.mjs";

/**
 * @typedef {object} ResultsContext
 * @property {(op: string, payload: any) => Promise<any>} call
 * @property {import("./rule-info.mjs").RuleInfo} rules
 * @property {boolean} masked
 * @property {import("./acknowledgements.mjs").Acknowledgements} reasons
 * @property {import("./changes.mjs").Change | null} change
 * @property {(text: string) => void} announce
 * @property {() => void} onClear
 * @property {(masked: boolean) => void} onMask
 */

export class Results {
  #region = byId("pv-result", HTMLElement);
  /** @type {FindingsView | null} */ #findings = null;
  /** @type {any} */ #report = null;
  /** @type {ResultsContext["reasons"] | null} */ #reasons = null;
  /** @type {import("./findings-model.mjs").Item[] | null} a person's findings; null: what the filters leave */
  #printed = null;

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
    const total = this.#printed?.length ?? this.#findings?.total ?? 0;
    this.#region.append(createPrintout(this.#report, items, total, this.#reasons));
  }

  /** @param {any} report @param {ResultsContext} context */
  show(report, context) {
    this.clear();
    const title = el("h2", { id: "pv-result-title", class: "pv-result__title", tabindex: "-1" }, T.result);
    this.#region.hidden = false;
    if (report.files.length === 0) fill(this.#region, title, el("p", { class: "pv-note" }, T.nothing), button(T.clear, context.onClear));
    else this.#fill(title, report, context);
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }

  /**
   * @param {HTMLElement} title
   * @param {any} report
   * @param {ResultsContext} context
   */
  #fill(title, report, context) {
    this.#report = report;
    this.#reasons = context.reasons;
    const { rules, call, announce, reasons } = context;
    const ruleTitle = (/** @type {string} */ id) => rules.title(id);
    const { summary } = report;
    if (summary.error + summary.warning + summary.info > 0) {
      this.#findings = new FindingsView({
        report, call, announce, reasons, ruleTitle, ruleLink: (/** @type {string} */ id) => rules.link(id),
        onPrint: (/** @type {import("./findings-model.mjs").Item[]} */ items) => {
          this.#printed = items;
          print();
        },
      });
    }
    fill(this.#region,
      title,
      renderVerdict(report),
      renderChange(context.change),
      renderIncidents(report),
      this.#actions(context),
      report.files.length === 1 ? renderFacts(report.files[0])
        : renderFilesTable(report, (file) => this.#findings?.showFile(file)),
      this.#calendarButton(report),
      renderMatrix(report),
      renderNotChecked(report.files, ruleTitle),
      this.#findings?.element,
      el("p", { class: "pv-help" },
        `檢核時間 ${formatTime(report.checked_at)}；檢核程式版本 ${report.generator.version}；版型 ${report.profile.title ?? report.profile.id} 第 ${report.profile.version} 版`));
  }

  clear() {
    this.#findings?.destroy();
    this.#findings = null;
    this.#report = null;
    this.#reasons = null;
    this.#region.hidden = true;
    this.#region.replaceChildren();
  }

  /** @param {any} report */
  #calendarButton(report) {
    const text = renderCalendar(report);
    return text && button("期限加入行事曆（.ics）",
      () => saveFile("差勤報送期限.ics", new Blob([text], { type: "text/calendar" })), { class: "pv-button pv-button--small" });
  }

  /** @param {ResultsContext} context */
  #actions({ call, announce, masked, reasons, onClear, onMask }) {
    const toggle = el("input", {
      type: "checkbox", checked: !masked,
      on: {
        change: () => {
          const unmask = toggle.checked;
          toggle.checked = !masked;
          onMask(!unmask);
        },
      },
    });
    const makeExport = (/** @type {string} */ format) => call("export", { format, acknowledgements: reasons.list() });
    const copyForVendor = button("複製給廠商的說明", async () => {
      const copied = await copyText(vendorText(this.#report, this.#findings?.visible ?? []));
      copyForVendor.textContent = copied ? "已複製" : T.copyFailed;
    });
    const downloads = createDownloads(makeExport, announce, copyForVendor);
    return el("div", { class: "pv-row pv-actions" },
      downloads.report,
      button(T.print, () => print()),
      button(T.clear, onClear),
      el("label", { class: "pv-check" }, toggle, T.unmask),
      downloads.vendor);
  }
}
