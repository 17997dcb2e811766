// @ts-check
/** A finding in words: where, who, and as a plain text to send to the vendor. */

import { formatDate, formatNumber, formatValue } from "../ui/format.mjs";
import { OWNER, OWNER_TITLE, SEVERITY } from "../ui/shared-words.mjs";
import { maskText } from "./mask-ids.mjs";

/** @import { Entry, Report } from "../report.d.ts" */
/** @import { PageProfile } from "../worker/messages.d.ts" */

/** @param {Entry} finding */
export function placeText(finding) {
  return finding.line === null || finding.column === null ? "" : `第 ${formatNumber(finding.line)} 列，第 ${formatNumber(finding.column)} 欄`;
}

/**
 * A field by its name, the key of the file behind it.
 * @param {string} key
 * @param {PageProfile} profile of the report, with the names of its keys
 */
export function fieldText(key, { fields }) {
  const title = fields?.[key];
  return title && title !== key ? `${title}（${key}）` : key;
}

/** @param {Entry} finding */
export function personText(finding) {
  const { person } = finding;
  if (!person) return "";
  const day = finding.day ? `，${formatDate(finding.day)}` : "";
  return `${person.name ?? "（姓名空白）"}（${person.id ?? "無身分證字號"}）${day}，第 ${formatNumber(person.index + 1)} 筆`;
}

/** Who can change it, the most likely one first. @param {Entry} finding */
export function ownerText({ owner = [] }) {
  return owner.map((known) => OWNER[known]).join("、");
}

/**
 * The finding as text, masked whatever the screen shows.
 * @param {import("./list-model.mjs").Item} item
 * @param {Report} report
 */
export function findingText({ finding, file }, report) {
  const rows = [
    `【${SEVERITY[finding.severity]}】${finding.title}（${finding.rule}）`,
    `檔案：${file === null ? finding.files.join("、") : file}`,
    finding.line !== null && `位置：${placeText(finding)}（指標 ${finding.pointer === "" ? "整份文件" : finding.pointer}）`,
    finding.person && `人員：${personText(finding)}`,
    finding.record && `差假：${finding.record}`,
    `說明：${finding.message}`,
    finding.value !== null && `目前內容：${formatValue(finding.value)}`,
    finding.expected !== null && `應為：${finding.expected}`,
    `修正方式：${finding.fix}`,
    ownerText(finding) && `${OWNER_TITLE}：${ownerText(finding)}`,
    `檢核程式：${report.generator.name} ${report.generator.version}；版型：${report.profile.id} 第 ${report.profile.version} 版`,
  ];
  return maskText(rows.filter(Boolean).join("\n"), finding);
}
