// @ts-check
/** What can be done with a result: take it away, print it, send it to the vendor, clear it. */

import { copyButton } from "./clipboard.mjs";
import { button, el } from "./dom.mjs";
import { recordText } from "./record.mjs";
import { openRefused, REFUSED } from "./refused.mjs";
import { T } from "./strings.mjs";
import { vendorText } from "./vendor-text.mjs";

/**
 * @param {any} report
 * @param {import("./results.mjs").ResultsContext} context
 * @param {import("./downloads.mjs").Downloads} downloads
 * @param {() => import("./findings-model.mjs").Item[]} visible what the filters leave
 */
export function createActions(report, { call, rules, masked, reasons, announce, onClear, onMask }, downloads, visible) {
  const toggle = el("input", {
    type: "checkbox", checked: !masked,
    on: {
      change: () => {
        const unmask = toggle.checked;
        toggle.checked = !masked;
        onMask(!unmask);
      },
    },
  });
  return el("div", { class: "pv-actions" },
    el("div", { class: "pv-row" },
      downloads.reportButtons,
      button(T.print, () => print()),
      copyButton("複製檢核紀錄", () => recordText(report, reasons.count), announce),
      button(T.clear, onClear)),
    el("div", { class: "pv-row pv-actions__more" },
      el("label", { class: "pv-check" }, toggle, T.unmask),
      button(REFUSED, () => openRefused(report, call, (rule) => rules.title(rule)), { class: "pv-button pv-button--small" }),
      el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "給廠商的資料"),
        el("div", { class: "pv-row" }, copyButton("複製給廠商的說明", () => vendorText(report, visible()), announce), downloads.vendorButtons),
        el("p", { class: "pv-help" }, "「複製給廠商的說明」只含下方清單目前列出的問題，身分證字號一律遮罩，可直接貼到電子郵件。"))),
    downloads.said);
}
