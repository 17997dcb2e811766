// @ts-check
/** What is known of one file: whose, which month, how many records, until when it is due, what was not looked at. */

import { definitions, el } from "../ui/dom.mjs";
import { formatBytes, formatNumber, formatPeriod } from "../ui/format.mjs";
import { COVERAGE, GIVEN, NOT_CHECKED_REASON, SKIPPED, UNKNOWN } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";
import { uncheckedWords } from "./verdict.mjs";

/** @import { DeadlineEntry, FileReport, NotCheckedEntry, Report } from "../report.d.ts" */

/** @param {FileReport} file one of `report.files` */
export function renderFacts(file) {
  return definitions([
    ["檔案", file.name],
    ["機關", [file.agency_name, file.agency_code].filter(Boolean).join(" ") || null],
    ["資料年月", file.period === null ? null : formatPeriod(file.period)],
    ["筆數", file.record_count === null ? null : `${formatNumber(file.record_count)} 筆`],
    ["人數", file.person_count === null ? null : `${formatNumber(file.person_count)} 人`],
    ...givenRows(file),
    [COVERAGE.title, uncheckedWords(file).join("；") || null],
    ["報送期限", deadlineText(file.deadline)],
    ["大小", sizeText(file)],
    ["SHA-256", el("code", { class: "pv-hash" }, hashText(file))],
  ]);
}

/**
 * What was given beside the file, marked as such.
 * @param {FileReport} file
 * @returns {[string, string][]}
 */
export function givenRows({ given = {} }) {
  return Object.values(given).map(({ said }) => [GIVEN.title, said]);
}

/** Nothing received is not a file of no bytes. @param {FileReport} file */
export function sizeText({ size, sha256 }) {
  return size === 0 && sha256 === null ? T.sizeUnknown : formatBytes(size);
}

/** The hash of nothing says nothing of a file. @param {FileReport} file */
export function hashText({ size, sha256 }) {
  return sha256 === null ? UNKNOWN.sha256 : size === 0 ? T.noContent : sha256;
}

/** @param {DeadlineEntry} deadline */
export function deadlineText({ date, status, days_left: daysLeft, note }) {
  if (date === null || daysLeft === null) return T.deadline.not_applicable;
  const text = status === "overdue" ? T.deadline.overdue(date, -daysLeft)
    : status === "due" ? T.deadline.due(date) : T.deadline.upcoming(date, daysLeft);
  return note ? `${text}。${note}` : text;
}

/**
 * @param {FileReport[]} files
 * @param {(rule: string) => string} ruleTitle
 */
export function renderNotChecked(files, ruleTitle) {
  const concerned = files.filter((file) => file.not_checked.length > 0);
  if (concerned.length === 0) return null;
  const entries = concerned.flatMap((file) => file.not_checked);
  const whole = countRules(entries.filter(({ count }) => count === 0));
  const partly = countRules(entries.filter(({ count }) => count > 0));
  return el("details", { class: "pv-details pv-notchecked" },
    el("summary", {}, [
      whole > 0 && `${formatNumber(whole)} 條規則沒有檢核`, partly > 0 && `${formatNumber(partly)} 條規則略過了部分紀錄`,
    ].filter(Boolean).join("，")),
    el("p", {}, "下列項目沒有（完整）檢核，請不要當作通過。修正格式或提供所需的檔案後，再檢核一次就會補上。"),
    concerned.map((file) => [
      files.length > 1 && el("h4", {}, file.name),
      el("ul", {}, byReason(file.not_checked).map(([reason, entries]) =>
        el("li", {},
          el("strong", {}, NOT_CHECKED_REASON[reason]), "：",
          entries.map((entry) => entryText(entry, ruleTitle)).join("、"), "。"))),
    ]));
}

/** @param {{rule: string}[]} entries */
function countRules(entries) {
  return new Set(entries.map(({ rule }) => rule)).size;
}

/**
 * @param {NotCheckedEntry[]} entries
 * @returns {[NotCheckedEntry["reason"], NotCheckedEntry[]][]}
 */
function byReason(entries) {
  /** @type {Map<NotCheckedEntry["reason"], NotCheckedEntry[]>} */
  const reasons = new Map();
  for (const entry of entries) reasons.set(entry.reason, [...(reasons.get(entry.reason) ?? []), entry]);
  return [...reasons];
}

/**
 * @param {NotCheckedEntry} entry
 * @param {(rule: string) => string} ruleTitle
 */
function entryText({ rule, count }, ruleTitle) {
  const title = ruleTitle(rule);
  return count > 0 ? `${title}（${formatNumber(count)} 筆）` : title;
}

/**
 * What of folders and archives was passed over: beside the verdict, because it is not part of it.
 * @param {Report} report
 */
export function renderSkipped({ skipped = [] }) {
  if (skipped.length === 0) return null;
  const important = skipped.some(({ data }) => data);
  return el("details", { class: "pv-details pv-skipped", open: important },
    el("summary", {}, SKIPPED),
    el("ul", {}, skipped.map(({ name, reason }) => el("li", {}, el("strong", {}, name), `：${reason}`))));
}

/**
 * Our own mistakes, in words, with what to report.
 * @param {Report} report
 */
export function renderIncidents(report) {
  if (report.incidents.length === 0) return null;
  return el("section", { class: "pv-note pv-note--warning", "aria-label": "檢核程式的問題" },
    el("p", {}, el("strong", {}, "檢核程式有項目未能完成。"),
      "這是本工具的問題，不是檔案的問題；其他項目的結果仍然有效。請把下列文字告知本工具的維護者："),
    el("ul", {}, report.incidents.map((incident) =>
      el("li", {}, el("code", {}, `${incident.rule} ${incident.detail}`), incident.file && `（${incident.file}）`))),
    el("p", {}, `版本 ${report.generator.version}，版型 ${report.profile.id} 第 ${report.profile.version} 版`));
}
