// @ts-check
/** The paper form: built when printing starts, because the list on the screen is only partly in the document. */

import { el } from "./dom.mjs";
import { personText, placeText } from "./finding-text.mjs";
import { formatNumber, formatTime } from "./format.mjs";
import { LIMITS_OF_PASS, SEVERITY } from "./strings.mjs";

/** More rows than this help nobody on paper; the number left out is printed. */
const ROWS = 1000;

/**
 * @param {any} report
 * @param {import("./findings-model.mjs").Item[]} items what the filters leave
 * @param {number} total true number
 * @param {import("./acknowledgements.mjs").Acknowledgements} reasons
 */
export function createPrintout(report, items, total, reasons) {
  const left = total - Math.min(items.length, ROWS);
  return el("section", { class: "pv-paper" },
    items.length > 0 && el("table", { class: "pv-table" },
      el("thead", {}, el("tr", {}, ["嚴重程度", "規則", "人員", "位置", "說明與修正方式"].map((heading) =>
        el("th", { scope: "col" }, heading)))),
      el("tbody", {}, items.slice(0, ROWS).map((item) => printRow(item, report.files.length > 1, reasons.reason(item))))),
    left > 0 && el("p", {}, `另有 ${formatNumber(left)} 項未列印，請下載完整報告。`),
    el("p", {}, LIMITS_OF_PASS),
    el("p", {}, `檢核時間：${formatTime(report.checked_at)}；檢核程式 ${report.generator.name} ${report.generator.version}；版型 ${report.profile.id} 第 ${report.profile.version} 版`),
    el("p", { class: "pv-signatures" }, el("span", {}, "承辦人："), el("span", {}, "單位主管：")));
}

/**
 * @param {import("./findings-model.mjs").Item} item
 * @param {boolean} manyFiles
 * @param {string} reason
 */
function printRow({ finding, file }, manyFiles, reason) {
  return el("tr", {},
    el("td", {}, SEVERITY[/** @type {keyof typeof SEVERITY} */ (finding.severity)]),
    el("td", {}, `${finding.rule} ${finding.title}`),
    el("td", {}, personText(finding)),
    el("td", {}, [manyFiles && file, placeText(finding)].filter(Boolean).join(" ")),
    el("td", {}, finding.message, el("br"), finding.fix, reason && [el("br"), `說明：${reason}`]));
}
