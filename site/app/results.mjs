// @ts-check
/** The region 「檢核結果」: the verdict first, then what to do with it, then the findings. */

import { button, byId, el, fill } from "./dom.mjs";
import { createDownloads } from "./downloads.mjs";
import { renderFacts, renderIncidents, renderNotChecked } from "./file-facts.mjs";
import { renderFilesTable, renderMatrix } from "./files-table.mjs";
import { FindingsView } from "./findings-view.mjs";
import { formatTime } from "./format.mjs";
import { createPrintout } from "./print.mjs";
import { T } from "./strings.mjs";
import { renderVerdict } from "./verdict.mjs";

/**
 * @typedef {object} ResultsContext
 * @property {(op: string, payload: any) => Promise<any>} call
 * @property {import("./rule-info.mjs").RuleInfo} rules
 * @property {boolean} masked
 * @property {(text: string) => void} announce
 * @property {() => void} onClear
 * @property {(masked: boolean) => void} onMask
 */

export class Results {
  #region = byId("pv-result", HTMLElement);
  /** @type {FindingsView | null} */ #findings = null;
  /** @type {any} */ #report = null;

  constructor() {
    addEventListener("beforeprint", () => {
      if (!this.#report) return;
      const { summary } = this.#report;
      const total = this.#findings?.total ?? summary.error + summary.warning + summary.info;
      this.#region.append(createPrintout(this.#report, this.#findings?.visible ?? [], total));
    });
    addEventListener("afterprint", () => this.#region.querySelector(".pv-print")?.remove());
  }

  /** @param {any} report @param {ResultsContext} context */
  show(report, context) {
    this.clear();
    this.#report = report;
    const { rules, call, announce } = context;
    const ruleTitle = (/** @type {string} */ id) => rules.title(id);
    const { summary } = report;
    if (summary.error + summary.warning + summary.info > 0) {
      this.#findings = new FindingsView({
        report, call, announce, ruleTitle, ruleLink: (/** @type {string} */ id) => rules.link(id),
      });
    }
    const title = el("h2", { id: "pv-result-title", class: "pv-result__title", tabindex: "-1" }, T.result);
    fill(this.#region,
      title,
      renderVerdict(report),
      renderIncidents(report),
      this.#actions(context),
      report.files.length === 1 ? renderFacts(report.files[0])
        : renderFilesTable(report, (file) => this.#findings?.showFile(file)),
      renderMatrix(report),
      renderNotChecked(report.files, ruleTitle),
      this.#findings?.element,
      el("p", { class: "pv-help" },
        `檢核時間 ${formatTime(report.checked_at)}；檢核程式版本 ${report.generator.version}；版型 ${report.profile.title ?? report.profile.id} 第 ${report.profile.version} 版`));
    this.#region.hidden = false;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }

  clear() {
    this.#findings?.destroy();
    this.#findings = null;
    this.#report = null;
    this.#region.hidden = true;
    this.#region.replaceChildren();
  }

  /** @param {ResultsContext} context */
  #actions({ call, announce, masked, onClear, onMask }) {
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
    const downloads = createDownloads((format) => call("export", { format }), announce);
    return el("div", { class: "pv-row pv-actions" },
      downloads.report,
      button(T.print, () => print()),
      button(T.clear, onClear),
      el("label", { class: "pv-check" }, toggle, T.unmask),
      downloads.vendor);
  }
}
