// @ts-check
/** The verdict of a file and of a batch: always a word and an icon, in the words that users are promised. */

import { button, el } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { icon } from "../ui/icons.mjs";
import { LIMITS_TITLE, limitsText, passNext, VERDICT, verdictText } from "../ui/shared-words.mjs";
import { T, VERDICT_NEXT } from "../ui/strings.mjs";

/** @import { FileReport, ProfileEntry, Report } from "../report.d.ts" */

/** @typedef {Exclude<keyof typeof VERDICT, "nothing">} Verdict */

/** The findings that the layout differs; they do not say that the file is at fault. A report always lists them. */
const OTHER_LAYOUT = ["STR100", "STR105"];

/** So many files are named of those of which a part was not looked at. */
const FILES_NAMED = 5;
/** @type {Verdict[]} worst first */
const FAILING = ["layout", "unreadable", "error"];
/** @type {Verdict[]} worst first, as in pyvalidator/report/outcome.py */
const ORDER = [...FAILING, "partial", "warning", "pass"];

/**
 * @param {FileReport} file one of `report.files`
 * @returns {Verdict}
 */
export function verdictOfFile(file) {
  if (file.findings.some(({ rule }) => OTHER_LAYOUT.includes(rule))) return "layout";
  return isIncomplete(file) && (file.status === "warning" || file.status === "pass") ? "partial" : file.status;
}

/** Whether a part of a file that was read was not looked at. @param {FileReport} file */
export function isIncomplete({ coverage }) {
  return coverage ? !coverage.complete : false;
}

/** Whether something that may hold data was left unchecked. @param {Report} report */
export function isPartial({ skipped = [], files }) {
  return skipped.some(({ data }) => data) || files.some(isIncomplete);
}

/**
 * One file: its own. Several: the worst; files that fail in different ways together are "please correct first".
 * @param {Report} report
 * @returns {Verdict}
 */
export function verdictOfReport(report) {
  const found = new Set(report.files.map(verdictOfFile));
  for (const finding of report.batch.findings) found.add(finding.severity === "info" ? "pass" : finding.severity);
  if (isPartial(report)) found.add("partial");
  const failing = FAILING.filter((verdict) => found.has(verdict));
  if (failing.length > 1) return "error";
  return ORDER.find((verdict) => found.has(verdict)) ?? "pass";
}

/**
 * What to do next. A file of another layout may have errors that no profile takes away, of the JSON for example.
 * @param {Report} report
 * @param {Verdict} verdict of the report
 */
export function nextStep({ files }, verdict) {
  const faulty = (/** @type {FileReport} */ file) => verdictOfFile(file) === "layout"
    && file.findings.some(({ severity, rule }) => severity === "error" && !OTHER_LAYOUT.includes(rule));
  if (verdict === "pass") return passNext(files);
  return VERDICT_NEXT[verdict === "layout" && files.some(faulty) ? "layoutWithErrors" : verdict];
}

/**
 * The sentence as a label with its icon, for tables.
 * @param {Verdict} verdict
 * @param {ProfileEntry} profile
 */
export function verdictLabel(verdict, profile) {
  return el("span", { class: `pv-tag pv-tag--${verdict}` }, icon(verdict), verdictText(verdict, profile));
}

/**
 * @param {Report} report
 * @param {(() => void) | null} onStart goes to the first finding; null where there is none
 */
export function renderVerdict(report, onStart) {
  const verdict = verdictOfReport(report);
  const { files } = report;
  const failing = files.filter((file) => FAILING.includes(verdictOfFile(file))).length;
  return el("div", { class: `pv-verdict pv-verdict--${verdict}` },
    icon(verdict),
    el("div", {},
      el("p", { class: "pv-verdict__sentence" }, verdictText(verdict, report.profile)),
      el("p", { class: "pv-verdict__counts" },
        files.length > 1 && `共 ${formatNumber(files.length)} 個檔案，${formatNumber(failing)} 個有錯誤或無法檢核。`,
        `${T.counts(report.summary)}。`),
      renderUnchecked(report),
      el("p", { class: "pv-verdict__next" }, nextStep(report, verdict)),
      el("div", { class: "pv-verdict__foot" },
        onStart && button("看第一個問題", onStart, { class: "pv-button pv-button--small" }),
        el("details", { class: "pv-details pv-verdict__limits", open: verdict === "pass" },
          el("summary", {}, LIMITS_TITLE), el("p", {}, limitsText(report.profile))))));
}

/**
 * What of the files nobody looked at: said with every verdict, also where something is to be corrected first.
 * @param {Report} report
 */
function renderUnchecked({ files }) {
  const incomplete = files.filter(isIncomplete);
  if (incomplete.length === 0) return null;
  const rest = incomplete.length - FILES_NAMED;
  return el("div", { class: "pv-verdict__unchecked" },
    el("ul", {}, incomplete.slice(0, FILES_NAMED).flatMap((file) =>
      uncheckedWords(file).map((words) => el("li", {}, files.length > 1 && el("strong", {}, `${file.name} `), words)))),
    rest > 0 && el("p", {}, T.moreUnchecked(rest)));
}

/** @param {FileReport} file */
export function uncheckedWords({ coverage }) {
  return coverage?.said ?? [];
}

/**
 * What a screen reader is told.
 * @param {Report} report
 */
export function verdictAnnouncement(report) {
  const unchecked = report.files.length === 1 ? uncheckedWords(report.files[0]) : [];
  return [`檢核完成：${verdictText(verdictOfReport(report), report.profile)}`, ...unchecked, T.counts(report.summary), ""].join("。");
}
