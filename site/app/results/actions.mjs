// @ts-check
/** What can be done with a result: take it away, print it, send it to the vendor, clear it. */

import { copyButton } from "../ui/clipboard.mjs";
import { button, el } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";
import { checkRecordText } from "./check-record.mjs";
import { createMaskingSwitch } from "./masking-switch.mjs";
import { openPlatformRefusal, PLATFORM_REFUSED } from "./platform-refusal.mjs";
import { vendorText } from "./vendor-text.mjs";

/** @import { Report } from "../report.d.ts" */
/** @import { Call } from "../worker/messages.d.ts" */

/**
 * @typedef {object} ActionsContext
 * @property {Call} call
 * @property {import("../findings/rule-info.mjs").RuleInfo} rules
 * @property {boolean} masked
 * @property {import("../findings/acknowledgements.mjs").Acknowledgements} reasons
 * @property {(text: string) => void} announce
 * @property {() => void} onClear
 * @property {(masked: boolean) => void} onMask
 */

/**
 * @param {Report} report
 * @param {ActionsContext} context
 * @param {import("./downloads.mjs").Downloads} downloads
 * @param {() => {items: import("../findings/list-model.mjs").Item[], filter: string}} listed what the filters leave, and the filters in words
 */
export function createActions(report, { call, rules, masked, reasons, announce, onClear, onMask }, downloads, listed) {
  return el("div", { class: "pv-actions" },
    el("div", { class: "pv-row" },
      downloads.reportButtons,
      button(T.print, () => print()),
      copyButton("複製檢核紀錄", () => checkRecordText(report, reasons.count), announce),
      button(T.clear, onClear)),
    el("div", { class: "pv-row pv-actions__more" },
      createMaskingSwitch(masked, onMask),
      button(PLATFORM_REFUSED, () => openPlatformRefusal(report, call, (rule) => rules.title(rule)), { class: "pv-button pv-button--small" }),
      el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "給廠商的資料"),
        el("div", { class: "pv-row" }, copyButton("複製給廠商的說明", () => vendorText(report, listed()), announce), downloads.vendorButtons),
        el("p", { class: "pv-help" }, "「複製給廠商的說明」只含下方清單目前列出、廠商能改的問題，身分證字號一律遮罩，可直接貼到電子郵件。"))),
    downloads.statusLine);
}
