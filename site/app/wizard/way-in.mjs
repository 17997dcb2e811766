// @ts-check
/** The way from a result into the wizard: plain to see where the profile in use may not be the file's. */

import { isIncomplete, verdictOfFile } from "../results/verdict.mjs";
import { button, el } from "../ui/dom.mjs";
import { W } from "./strings.mjs";

/** @import { Report } from "../report.d.ts" */

/** Keys, lists and codes that file and profile do not both have, and a file's name that is another one. */
const OF_PROFILE = new Set(["STR110", "STR115", "STR120", "STR130", "STR140", "STR180", "STR800", "STR890"]);

/**
 * Why the wizard may be what helps: the layout is another one, the profile leaves something out, or nothing of both.
 * @param {Report} report
 * @returns {"layout" | "profile" | ""}
 */
export function reasonForWizard({ files }) {
  if (files.some((file) => verdictOfFile(file) === "layout" || isIncomplete(file))) return "layout";
  return files.some(({ findings }) => findings.some(({ rule }) => OF_PROFILE.has(rule))) ? "profile" : "";
}

/**
 * @param {Report} report
 * @param {() => void} onWizard
 */
export function renderWayIn(report, onWizard) {
  const reason = reasonForWizard(report);
  const looks = { layout: "pv-button pv-button--main", profile: "pv-button", "": "pv-button pv-button--small" };
  return el("p", { class: "pv-row" },
    button(reason === "layout" ? W.open : W.openFrom, onWizard, { class: looks[reason] }),
    reason === "profile" && el("span", { class: "pv-help" }, W.openWhy));
}
