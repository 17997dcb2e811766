// @ts-check
/** Several files: one row each, the worst first. */

import { deadlineText, renderFacts } from "../results/file-facts.mjs";
import { verdictLabel, verdictOfFile } from "../results/verdict.mjs";
import { button, el } from "../ui/dom.mjs";
import { formatNumber, formatPeriod } from "../ui/format.mjs";
import { SEVERITY } from "../ui/shared-words.mjs";

/** @import { FileReport, Report } from "../report.d.ts" */

const ROWS_AT_ONCE = 100;
/** More files than this scroll in a window of their own, so that what follows them stays near. */
const TALL = 12;
const WORST_FIRST = ["unreadable", "layout", "error", "partial", "warning", "pass"];

/**
 * @param {Report} report
 * @param {(file: string) => void} onShow shows one file's findings
 */
export function renderFilesTable(report, onShow) {
  const files = [...report.files].sort((a, b) =>
    WORST_FIRST.indexOf(verdictOfFile(a)) - WORST_FIRST.indexOf(verdictOfFile(b)));
  const body = el("tbody", {});
  const more = el("div", { class: "pv-more" });
  const addRows = () => {
    const start = body.querySelectorAll(".pv-filerow").length;
    for (const file of files.slice(start, start + ROWS_AT_ONCE)) body.append(...fileRows(file, report, onShow));
    const rest = files.length - start - ROWS_AT_ONCE;
    more.replaceChildren();
    if (rest > 0) more.append(button(`顯示其餘檔案（還有 ${formatNumber(rest)} 個）`, addRows));
  };
  addRows();
  return el("div", {},
    el("h3", { id: "pv-files-title" }, `檔案（${formatNumber(files.length)} 個）`),
    el("div", { class: files.length > TALL ? "pv-scroll pv-scroll--tall" : "pv-scroll", tabindex: "0", role: "region", "aria-labelledby": "pv-files-title" },
      el("table", { class: "pv-table" },
        el("thead", {}, el("tr", {}, ["檔案", "結果", "機關", "資料年月", "筆數", ...Object.values(SEVERITY), "報送期限"]
          .map((heading) => el("th", { scope: "col" }, heading)))),
        body)),
    more);
}

/**
 * @param {FileReport} file
 * @param {Report} report
 * @param {(file: string) => void} onShow
 */
function fileRows(file, report, onShow) {
  const total = file.counts.error + file.counts.warning + file.counts.info;
  const details = el("tr", { class: "pv-filedetails", hidden: true });
  const toggle = button(file.name, () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    details.hidden = !open;
    details.replaceChildren();
    if (open) {
      details.append(el("td", { colspan: "9" }, renderFacts(file),
        total > 0 && button(`只看這個檔案的問題（${formatNumber(total)} 項）`, () => onShow(file.name),
          { class: "pv-button pv-button--small" })));
    }
  }, { class: "pv-disclose", "aria-expanded": "false" });
  const number = (/** @type {number | null} */ value) =>
    el("td", { class: "pv-number" }, value === null ? "—" : formatNumber(value));
  return [
    el("tr", { class: "pv-filerow" },
      el("th", { scope: "row" }, toggle),
      el("td", {}, verdictLabel(verdictOfFile(file), report.profile)),
      el("td", {}, file.agency_name ?? file.agency_code ?? "—"),
      el("td", {}, file.period === null ? "—" : formatPeriod(file.period)),
      number(file.record_count), number(file.counts.error), number(file.counts.warning), number(file.counts.info),
      el("td", {}, deadlineText(file.deadline))),
    details,
  ];
}
