// @ts-check
/** Says when this copy is older than the law and the calendar that it knows. */

import { el } from "../ui/dom.mjs";
import { formatDate } from "../ui/format.mjs";

const FORMAT = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei" });

/**
 * @param {string} until last day for which law and calendar have been checked, YYYY-MM-DD
 * @param {string} built the build's day, YYYY-MM-DD
 */
export function showOutdatedNotice(until, built, today = FORMAT.format(new Date())) {
  if (today <= until) return;
  document.getElementById("pv-notices")?.before(el("p", { class: "pv-note pv-note--warning", id: "pv-outdated" },
    el("strong", {}, "這一份檢核程式已經過期。"),
    `它在 ${formatDate(built)} 製作，辦公日曆與法規只查對到 ${formatDate(until)}。較早的資料仍可檢核；之後的資料，放假日與新規定可能不對，請向提供本工具的單位索取新版。`));
}
