// @ts-check
/** 檢核紀錄: what was checked, with which result and by what; as text for a document, and as rows for paper. */

import { formatNumber, formatPeriod, formatTime } from "../ui/format.mjs";
import { ABSENT, COVERAGE, limitsText, profileLine, SEVERITY, SHIPPED_TITLE, shippedLine, SIGNATURES, SKIPPED, verdictText } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";
import { absentAgencies, agencyName, withMonths } from "./absent-agencies.mjs";
import { deadlineText, givenRows, hashText, sizeText } from "./file-facts.mjs";
import { uncheckedWords, verdictOfFile, verdictOfReport } from "./verdict.mjs";

/** @import { FileReport, MatrixEntry, ProfileEntry, Report } from "../report.d.ts" */

/**
 * @param {Report} report
 * @param {number} explained how many warnings have a reason
 * @returns {[string, string][]}
 */
export function checkRecordRows(report, explained) {
  const { profile, generator, summary } = report;
  const { missing, other } = absentAgencies(report);
  const absent = (/** @type {MatrixEntry[]} */ entries, /** @type {(entry: MatrixEntry) => string} */ text) =>
    `${formatNumber(entries.length)} 個機關：${entries.map(text).join("、")}`;
  /** @type {[string, string][]} */
  const lists = [
    ["報送情形的資料年月", formatPeriod(report.batch.month ?? null)],
    ["還沒收到", absent(missing, agencyName)],
    [ABSENT.other, absent(other, withMonths)],
  ];
  return [
    ["檢核時間", formatTime(report.checked_at)],
    ["結論", verdictText(verdictOfReport(report), profile)],
    ["問題", `${T.counts(summary)}${summary.warning > 0 ? `（${SEVERITY.warning}中已說明 ${formatNumber(explained)} 項）` : ""}`],
    ["版型", profileLine(profile)],
    ...(report.settings ? [/** @type {[string, string]} */ ([SHIPPED_TITLE, shippedLine(report.settings)])] : []),
    ["檢核程式", `${generator.name} ${generator.version}`],
    ...(report.skipped ?? []).map(({ name, reason }) => /** @type {[string, string]} */ ([SKIPPED, `${name}：${reason}`])),
    ...lists.filter((_, index) => [missing.length + other.length, missing.length, other.length][index] > 0),
  ];
}

/**
 * @param {FileReport} file of the report
 * @param {ProfileEntry} profile
 * @returns {[string, string][]}
 */
export function checkRecordFileRows(file, profile) {
  return [
    ["檔案", `${file.name}（${sizeText(file)}）`],
    ["SHA-256", hashText(file)],
    ["機關", [file.agency_name, file.agency_code].filter(Boolean).join(" ") || "讀不出來"],
    ["資料年月", file.period === null ? "讀不出來" : formatPeriod(file.period)],
    ["筆數與人數", file.record_count === null ? "讀不出來" : `${formatNumber(file.record_count)} 筆，${formatNumber(file.person_count ?? 0)} 人`],
    ["結論", `${verdictText(verdictOfFile(file), profile)}（${T.counts(file.counts)}）`],
    ...uncheckedWords(file).map((words) => /** @type {[string, string]} */ ([COVERAGE.title, words])),
    ...givenRows(file),
    ["報送期限", deadlineText(file.deadline)],
    ...(file.not_checked.length > 0 ? [/** @type {[string, string]} */ (["未完整檢核", `${formatNumber(file.not_checked.length)} 條規則（詳見報告）`])] : []),
  ];
}

/**
 * @param {Report} report
 * @param {number} explained
 */
export function checkRecordText(report, explained) {
  const lines = (/** @type {[string, string][]} */ rows) => rows.map(([name, value]) => `${name}：${value}`).join("\n");
  return [
    "差勤資料檢核紀錄",
    lines(checkRecordRows(report, explained)),
    ...report.files.map((file) => lines(checkRecordFileRows(file, report.profile))),
    limitsText(report.profile),
    SIGNATURES.join("　　　　　　　　　　"),
  ].join("\n\n");
}
