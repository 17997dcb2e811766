// @ts-check
/** The filters in use as words, for whatever leaves the page: a part must not pass for the whole. */

import { OWNER, OWNER_TITLE, SEVERITY } from "../ui/shared-words.mjs";
import { maskText } from "./mask-ids.mjs";
import { fieldText } from "./text.mjs";

/** @import { PageProfile } from "../worker/messages.d.ts" */

/**
 * Masked, whatever was typed.
 * @param {import("./list-model.mjs").Filters} filters
 * @param {PageProfile} profile of the report
 * @param {(rule: string) => string} ruleTitle
 * @returns {string} "" where nothing is filtered
 */
export function filterWords({ severity, rule, field, owner, file, person, text, onlyNew }, profile, ruleTitle) {
  /** @type {[string, string][]} */
  const parts = [
    ["嚴重程度", severity.map((one) => SEVERITY[one]).join("、")],
    ["規則", rule.map((id) => `${id} ${ruleTitle(id)}`).join("、")],
    ["欄位", field && fieldText(field, profile)],
    [OWNER_TITLE, Object.entries(OWNER).find(([known]) => known === owner)?.[1] ?? owner],
    ["檔案", file],
    ["人員", person.trim()],
    ["搜尋", text.trim()],
  ];
  const words = parts.filter(([, value]) => value !== "").map(([name, value]) => `${name}：${value}`);
  return maskText([...words, ...(onlyNew ? ["只看新出現的"] : [])].join("；"));
}
