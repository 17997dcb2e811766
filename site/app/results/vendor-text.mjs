// @ts-check
/** A filled-in text to send to the vendor of the attendance system: faults by rule, with places, masked. */

import { canChange } from "../findings/list-model.mjs";
import { maskText } from "../findings/mask-ids.mjs";
import { placeText } from "../findings/text.mjs";
import { formatNumber, formatValue } from "../ui/format.mjs";
import { profileStatus, SEVERITY } from "../ui/shared-words.mjs";

/** @import { Report } from "../report.d.ts" */

const PLACES_PER_RULE = 3;
const NOTHING = "問題清單目前列出的項目，沒有要請廠商修改的。";

/**
 * @param {Report} report
 * @param {import("../findings/list-model.mjs").Item[]} items those that are another's to change, or for information, are left out
 */
export function vendorText(report, items) {
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
      return maskText([`  - ${file ?? finding.files.join("、")}${where}`, `    ${finding.message}`, ...value, ...expected].join("\n"), finding);
    });
    const rest = found.length > PLACES_PER_RULE ? [`  - 另有 ${formatNumber(found.length - PLACES_PER_RULE)} 處`] : [];
    return [`【${SEVERITY[severity]}】${rule} ${title}：${formatNumber(found.length)} 項`, ...places, ...rest].join("\n");
  });
  if (blocks.length === 0) return NOTHING;
  return [
    "您好，差勤系統產製的 JSON 檔經檢核有下列情形，請協助確認產製程式：",
    ...blocks,
    `檢核程式：${report.generator.name} ${report.generator.version}；版型：${report.profile.id} 第 ${report.profile.version} 版（${profileStatus(report.profile)}）。身分證字號已遮罩。`,
  ].join("\n\n");
}
