// @ts-check
/** Agencies against months: which have passed, which have faults, which are missing. For the supervisor. */

import { absentAgencies, agencyName, hasOtherMonths, monthsText, withMonths } from "../results/absent-agencies.mjs";
import { copyButton } from "../ui/clipboard.mjs";
import { button, el, fill, isTicked, valueOf } from "../ui/dom.mjs";
import { formatNumber, formatPeriod } from "../ui/format.mjs";
import { icon } from "../ui/icons.mjs";
import { ABSENT, MATRIX_STATUS, UNKNOWN, VERDICT } from "../ui/shared-words.mjs";

/** @import { MatrixEntry, Report } from "../report.d.ts" */

const ROWS_AT_ONCE = 200;
/** So many absent agencies are named above the table. */
const NAMED = 15;
const WORST_FIRST = /** @type {const} */ (["overdue", "missing", "unreadable", "error", "warning", "pass"]);

/** @typedef {{code: string, name: string, cells: Map<string, MatrixEntry[]>}} Agency */

/**
 * @param {Report} report
 * @param {HTMLElement} save the button that takes the matrix away
 * @param {(text: string) => void} announce
 * @param {(month: string) => void} onMonth another month is asked about
 */
export function renderMatrix(report, save, announce, onMonth) {
  const { matrix, month = null } = report.batch;
  const { missing, other } = absentAgencies(report);
  if (missing.length + other.length === 0 && report.files.length < 2) return null;
  const periods = [...new Set(matrix.map((entry) => entry.period ?? ""))].sort();
  const agencies = collectAgencies(matrix);
  const missingCodes = new Set(missing.map((entry) => entry.agency_code));
  const body = el("tbody", {});
  const more = el("div", { class: "pv-more" });
  let shown = agencies;
  const addRows = () => {
    const start = body.childElementCount;
    body.append(...shown.slice(start, start + ROWS_AT_ONCE).map((agency) => row(agency, periods, month)));
    const rest = shown.length - start - ROWS_AT_ONCE;
    fill(more, rest > 0 && button(`顯示其餘機關（還有 ${formatNumber(rest)} 個）`, addRows));
  };
  const show = (/** @type {boolean} */ onlyMissing) => {
    shown = onlyMissing ? agencies.filter((agency) => missingCodes.has(agency.code)) : agencies;
    body.replaceChildren();
    addRows();
  };
  show(false);
  return el("div", {},
    el("h3", { id: "pv-matrix-title" }, "各機關報送情形"),
    month !== null && monthChoice(report, month, onMonth),
    summary(report, missing, other),
    el("div", { class: "pv-row pv-matrixtools" },
      missing.length > 0 &&
        el("label", { class: "pv-check" },
          el("input", { type: "checkbox", on: { change: (/** @type {Event} */ event) => show(isTicked(event)) } }), "只看還沒收到的機關"),
      missing.length + other.length > 0 && copyButton("複製還沒收到的機關", () => listText(missing, other), announce),
      save),
    el("div", { class: "pv-scroll pv-scroll--tall", tabindex: "0", role: "region", "aria-labelledby": "pv-matrix-title" },
      el("table", { class: "pv-table pv-matrix" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "機關"),
          periods.map((period) => el("th", { scope: "col" }, period === "" ? UNKNOWN.period : formatPeriod(period))))),
        body)),
    more);
}

/**
 * The month that everything here is about.
 * @param {Report} report
 * @param {string} month
 * @param {(month: string) => void} onMonth
 */
function monthChoice({ files }, month, onMonth) {
  const months = new Set([month]);
  for (const { period, dataset } of files) if (period !== null && dataset === "monthly") months.add(period);
  return el("label", { class: "pv-choice" }, el("span", {}, "資料年月"),
    el("select", { id: "pv-month", class: "pv-select", on: { change: (/** @type {Event} */ event) => onMonth(valueOf(event)) } },
      [...months].sort().map((one) => el("option", { value: one, selected: one === month }, formatPeriod(one)))));
}

/** @param {MatrixEntry[]} matrix @returns {Agency[]} by code */
function collectAgencies(matrix) {
  /** @type {Map<string, Agency>} */
  const agencies = new Map();
  for (const entry of matrix) {
    const code = entry.agency_code ?? "";
    const agency = agencies.get(code) ?? { code, name: entry.agency_name ?? "", cells: new Map() };
    const period = entry.period ?? "";
    agency.cells.set(period, [...(agency.cells.get(period) ?? []), entry]);
    agencies.set(code, agency);
  }
  return [...agencies.values()].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/**
 * @param {Agency} agency
 * @param {string[]} periods
 * @param {string | null} month
 */
function row({ code, name, cells }, periods, month) {
  return el("tr", {},
    el("th", { scope: "row" }, name || UNKNOWN.agency, " ", el("span", { class: "pv-code" }, code)),
    periods.map((period) => el("td", {}, (cells.get(period) ?? []).map((entry) => cell(entry, month)))));
}

/**
 * Who has no file is judged for one month only; of the others no more is said than that there is none.
 * @param {MatrixEntry} entry
 * @param {string | null} month
 */
function cell(entry, month) {
  const { status, file, period } = entry;
  if (file === null && period !== month) return el("span", { class: "pv-help" }, ABSENT.cell_elsewhere);
  if (isPartlyChecked(entry)) return el("span", { class: "pv-tag pv-tag--partial", title: file }, icon("partial"), VERDICT.partial);
  return hasOtherMonths(entry) ? el("span", { class: "pv-tag pv-tag--warning" }, icon("warning"), ABSENT.cell_other)
    : el("span", { class: `pv-tag pv-tag--${status}`, title: file }, icon(status), MATRIX_STATUS[status]);
}

/** A file of which nothing is wrong that was looked at, and a part was not. @param {MatrixEntry} entry */
function isPartlyChecked({ partial, status }) {
  return partial && (status === "pass" || status === "warning");
}

/**
 * How many of each kind in the month, the absent by name. A file whose month cannot be read may be one of this month.
 * @param {Report} report
 * @param {MatrixEntry[]} missing
 * @param {MatrixEntry[]} other
 */
function summary({ batch: { matrix, month = null } }, missing, other) {
  const counted = [...missing, ...matrix.filter(({ file, period }) => file !== null && (period === month || period === null))];
  const whole = counted.filter((entry) => !isPartlyChecked(entry));
  const numbers = WORST_FIRST.map((status) => /** @type {[string, number]} */ ([MATRIX_STATUS[status], whole.filter((entry) => entry.status === status).length]));
  numbers.splice(WORST_FIRST.indexOf("warning"), 0, [VERDICT.partial, counted.length - whole.length]);
  const parts = numbers.filter(([, number]) => number > 0).map(([words, number]) => `${words} ${formatNumber(number)} 份`);
  return [
    parts.length > 0 && el("p", {}, month !== null && `${formatPeriod(month)}：`, parts.join("，"), "。"),
    named(ABSENT.missing, missing, agencyName),
    other.length > 0 && [named(ABSENT.other, other, withMonths), el("p", { class: "pv-help" }, ABSENT.other_next)],
  ];
}

/**
 * @param {string} title
 * @param {MatrixEntry[]} entries
 * @param {(entry: MatrixEntry) => string} text
 */
function named(title, entries, text) {
  return entries.length > 0 && el("p", {}, el("strong", {}, `${title}（${formatNumber(entries.length)} 個）：`),
    entries.slice(0, NAMED).map(text).join("、"), entries.length > NAMED && "等", "。");
}

/**
 * @param {MatrixEntry[]} missing
 * @param {MatrixEntry[]} other
 */
function listText(missing, other) {
  const agency = (/** @type {MatrixEntry} */ { agency_code: code, agency_name: name, period }) => `${name ?? ""}（${code}）${formatPeriod(period)}`;
  return [
    ...missing.map((entry) => `${agency(entry)}：${MATRIX_STATUS[entry.status]}`),
    ...other.map((entry) => `${agency(entry)}：${ABSENT.cell_other}（${monthsText(entry)}）`),
  ].join("\n");
}
