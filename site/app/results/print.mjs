// @ts-check
/** The paper form: built when printing starts, because the list on the screen is only partly in the document. */

import { personLabel } from "../findings/list-model.mjs";
import { ownerText, personText, placeText } from "../findings/text.mjs";
import { definitions, el } from "../ui/dom.mjs";
import { formatNumber, formatPeriod } from "../ui/format.mjs";
import { extentWords, limitsText, OWNER_TITLE, SEVERITY, SIGNATURES, verdictText } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";
import { checkRecordFileRows, checkRecordRows } from "./check-record.mjs";
import { hashText } from "./file-facts.mjs";
import { verdictOfFile } from "./verdict.mjs";

/** @import { Report } from "../report.d.ts" */

/** More rows than this help nobody on paper; the number left out is printed. */
const ROWS = 1000;
/** Up to here each file has its own block; more are a table. */
const BLOCKS = 3;

/**
 * @param {Report} report
 * @param {import("../findings/list-model.mjs").Item[]} items what the filters leave, or one person's
 * @param {string} filter in words; "" where there is none
 * @param {import("../findings/acknowledgements.mjs").Acknowledgements} reasons
 * @param {boolean} ofPerson
 */
export function createPrintout(report, items, filter, reasons, ofPerson) {
  const rows = items.slice(0, ROWS);
  const { error, warning, info } = report.summary;
  const total = error + warning + info;
  const chosen = [ofPerson && `人員：${personLabel(items[0].finding.person)}`, filter].filter(Boolean).join("；");
  const left = (chosen === "" ? total : items.length) - rows.length;
  const manyFiles = report.files.length > 1;
  return el("section", { class: "pv-paper" },
    el("h2", { class: "pv-paper__title" }, ofPerson ? `差勤資料待確認事項：${personLabel(items[0].finding.person)}` : "差勤資料檢核紀錄"),
    ofPerson ? el("p", {}, "下列各筆差假請協助確認，並回復人事單位更正。") : [
      definitions(checkRecordRows(report, reasons.count), "pv-paper__facts"),
      report.files.length > BLOCKS ? filesTable(report)
        : report.files.map((file) => definitions(checkRecordFileRows(file, report.profile), "pv-paper__facts")),
    ],
    chosen !== "" && el("p", { class: "pv-paper__extent" }, extentWords("part", {
      what: "本頁", listed: formatNumber(rows.length), filter: chosen, total: formatNumber(total), counts: T.counts(report.summary),
    })),
    rows.length > 0 && el("table", { class: "pv-table" },
      el("thead", {}, el("tr", {}, ["嚴重程度", "規則", "人員與差假", "位置", "說明與修正方式"].map((heading) =>
        el("th", { scope: "col" }, heading)))),
      el("tbody", {}, rows.map((item) => printRow(item, manyFiles, reasons.reason(item))))),
    left > 0 && el("p", {}, `另有 ${formatNumber(left)} 項未列印，請下載完整報告。`),
    el("p", {}, limitsText(report.profile)),
    ofPerson && definitions(checkRecordRows(report, reasons.count).filter(([name]) => name !== "結論" && name !== "問題"), "pv-paper__facts"),
    el("p", { class: "pv-signatures" }, SIGNATURES.map((line) => el("span", {}, line))));
}

/** @param {Report} report */
function filesTable({ files, profile }) {
  return el("table", { class: "pv-table" },
    el("thead", {}, el("tr", {}, ["檔案與 SHA-256", "結論", "機關", "資料年月", "筆數"].map((heading) => el("th", { scope: "col" }, heading)))),
    el("tbody", {}, files.map((file) => el("tr", {},
      el("td", {}, file.name, el("br"), el("code", {}, hashText(file))),
      el("td", {}, verdictText(verdictOfFile(file), profile)),
      el("td", {}, file.agency_name ?? file.agency_code ?? ""),
      el("td", {}, file.period === null ? "" : formatPeriod(file.period)),
      el("td", {}, file.record_count === null ? "" : formatNumber(file.record_count))))));
}

/**
 * @param {import("../findings/list-model.mjs").Item} item
 * @param {boolean} manyFiles
 * @param {string} reason
 */
function printRow({ finding, file }, manyFiles, reason) {
  return el("tr", {},
    el("td", {}, SEVERITY[finding.severity]),
    el("td", {}, `${finding.rule} ${finding.title}`),
    el("td", {}, personText(finding), finding.record && [el("br"), finding.record]),
    el("td", {}, [manyFiles && file, placeText(finding)].filter(Boolean).join(" ")),
    el("td", {}, finding.message, el("br"), finding.fix,
      ownerText(finding) && [el("br"), `${OWNER_TITLE}：${ownerText(finding)}`], reason && [el("br"), `說明：${reason}`]));
}
