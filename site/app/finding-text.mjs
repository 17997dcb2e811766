// @ts-check
/** A finding in words: where, who, and as a plain text to send to the vendor. */

import { formatDate, formatNumber, formatValue } from "./format.mjs";
import { SEVERITY } from "./shared-words.mjs";

const ID_LIKE = /[A-Za-z][0-9A-Da-d][0-9]{8}/g;
const SHOWN = 6;

/** @param {any} finding */
export function placeText(finding) {
  return finding.line === null ? "" : `第 ${formatNumber(finding.line)} 列，第 ${formatNumber(finding.column)} 欄`;
}

/**
 * A field by its name, the key of the file behind it.
 * @param {string} key
 * @param {any} profile of the report, with the names of its keys
 */
export function fieldText(key, { fields }) {
  const title = fields?.[key];
  return title && title !== key ? `${title}（${key}）` : key;
}

/** @param {any} finding */
export function personText(finding) {
  const { person } = finding;
  if (!person) return "";
  const day = finding.day ? `，${formatDate(finding.day)}` : "";
  return `${person.name ?? "（姓名空白）"}（${person.id ?? "無身分證字號"}）${day}，第 ${formatNumber(person.index + 1)} 筆`;
}

/**
 * The finding as text, masked whatever the screen shows.
 * @param {any} finding
 * @param {string | null} file
 * @param {any} report
 */
export function findingText(finding, file, report) {
  const rows = [
    `【${SEVERITY[/** @type {keyof typeof SEVERITY} */ (finding.severity)]}】${finding.title}（${finding.rule}）`,
    `檔案：${file ?? (finding.files ?? []).join("、")}`,
    finding.line !== null && `位置：${placeText(finding)}（指標 ${finding.pointer === "" ? "整份文件" : finding.pointer}）`,
    finding.person && `人員：${personText(finding)}`,
    `說明：${finding.message}`,
    finding.value !== null && `目前內容：${formatValue(finding.value)}`,
    finding.expected !== null && `應為：${finding.expected}`,
    `修正方式：${finding.fix}`,
    `檢核程式：${report.generator.name} ${report.generator.version}；版型：${report.profile.id} 第 ${report.profile.version} 版`,
  ];
  return maskText(rows.filter(Boolean).join("\n"), finding);
}

/**
 * Masks the id of the finding's person and everything that looks like an id.
 * @param {string} text
 * @param {any} finding
 */
export function maskText(text, finding) {
  const ids = [finding.person?.id, finding.field === "person_id" ? finding.value : null];
  let masked = text;
  for (const id of ids) if (typeof id === "string" && id !== "") masked = masked.replaceAll(id, mask(id));
  return masked.replace(ID_LIKE, mask);
}

/** @param {string} id */
function mask(id) {
  const points = Array.from(id);
  return points.slice(0, SHOWN).join("") + "*".repeat(Math.max(0, points.length - SHOWN));
}
