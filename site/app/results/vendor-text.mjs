// @ts-check
/** A filled-in text to send to the vendor of the attendance system: faults by rule, with places, masked. */

import { canChange } from "../findings/list-model.mjs";
import { maskText } from "../findings/mask-ids.mjs";
import { placeText } from "../findings/text.mjs";
import { formatNumber, formatValue } from "../ui/format.mjs";
import { extentWords, profileStatus, SEVERITY } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";

/** @import { Report } from "../report.d.ts" */

const PLACES_PER_RULE = 3;
const NOTHING = "問題清單目前列出的項目，沒有要請廠商修改的。";

/**
 * @param {Report} report
 * @param {{items: import("../findings/list-model.mjs").Item[], filter: string}} listed what the filters leave, of which those that are
 *   another's to change, or for information, are left out; and the filters in words
 */
export function vendorText(report, { items, filter }) {
  const { error, warning, info } = report.summary;
  /** @type {Map<string, import("../findings/list-model.mjs").Item[]>} */
  const rules = new Map();
  for (const item of items) {
    if (item.finding.severity === "info" || !canChange(item.finding, "vendor")) continue;
    const found = rules.get(item.finding.rule) ?? [];
    rules.set(item.finding.rule, found);
    found.push(item);
  }
  const blocks = [...rules].map(([rule, found]) => {
    const { title, severity } = found[0].finding;
    const places = found.slice(0, PLACES_PER_RULE).map(({ finding, file }) => {
      const where = finding.line === null ? "" : ` ${placeText(finding)}（${finding.pointer || "整份文件"}）`;
      const value = finding.value === null ? [] : [`    目前內容：${formatValue(finding.value)}`];
      const expected = finding.expected === null ? [] : [`    應為：${finding.expected}`];
      const record = finding.record ? [`    差假：${finding.record}`] : [];
      const rows = [`  - ${file ?? finding.files.join("、")}${where}`, ...record, `    ${finding.message}`, ...value, ...expected];
      return maskText(rows.join("\n"), finding);
    });
    const rest = found.length > PLACES_PER_RULE ? [`  - 另有 ${formatNumber(found.length - PLACES_PER_RULE)} 處`] : [];
    return [`【${SEVERITY[severity]}】${rule} ${title}：${formatNumber(found.length)} 項`, ...places, ...rest].join("\n");
  });
  if (blocks.length === 0) return NOTHING;
  const listed = [...rules.values()].reduce((sum, found) => sum + found.length, 0);
  const total = error + warning + info;
  return [
    "您好，差勤系統產製的 JSON 檔經檢核有下列情形，請協助確認產製程式：",
    ...(listed === total ? [] : [extentWords("part", {
      what: "這裡", listed: formatNumber(listed), filter: ["廠商能改的", filter].filter(Boolean).join("；"), total: formatNumber(total), counts: T.counts(report.summary),
    })]),
    ...blocks,
    `檢核程式：${report.generator.name} ${report.generator.version}；版型：${report.profile.id} 第 ${report.profile.version} 版（${profileStatus(report.profile)}）。身分證字號已遮罩。`,
  ].join("\n\n");
}
