// @ts-check
/** Agencies against months: which have passed, which have faults, which are missing. For the supervisor. */

import { ABSENT, absentAgencies } from "../results/absent-agencies.mjs";
import { copyButton } from "../ui/clipboard.mjs";
import { button, el, fill, isTicked } from "../ui/dom.mjs";
import { formatNumber, formatPeriod } from "../ui/format.mjs";
import { icon } from "../ui/icons.mjs";
import { MATRIX_STATUS, UNKNOWN } from "../ui/shared-words.mjs";

/** @import { MatrixEntry, Report } from "../report.d.ts" */

const ROWS_AT_ONCE = 200;
/** So many absent agencies are named above the table. */
const NAMED = 15;

/** @typedef {{code: string, name: string, cells: Map<string, MatrixEntry[]>, absent: boolean}} Agency */

/**
 * @param {Report} report
 * @param {HTMLElement} save the button that takes the matrix away
 * @param {(text: string) => void} announce
 */
export function renderMatrix(report, save, announce) {
  const { matrix } = report.batch;
  const absent = matrix.filter((entry) => ABSENT.includes(entry.status));
  if (absent.length === 0 && report.files.length < 2) return null;
  const periods = [...new Set(matrix.map((entry) => entry.period ?? ""))].sort();
  const agencies = collectAgencies(matrix);
  const body = el("tbody", {});
  const more = el("div", { class: "pv-more" });
  let shown = agencies;
  const addRows = () => {
    const start = body.childElementCount;
    body.append(...shown.slice(start, start + ROWS_AT_ONCE).map((agency) => row(agency, periods)));
    const rest = shown.length - start - ROWS_AT_ONCE;
    fill(more, rest > 0 && button(`顯示其餘機關（還有 ${formatNumber(rest)} 個）`, addRows));
  };
  const show = (/** @type {boolean} */ onlyAbsent) => {
    shown = onlyAbsent ? agencies.filter((agency) => agency.absent) : agencies;
    body.replaceChildren();
    addRows();
  };
  show(false);
  return el("div", {},
    el("h3", { id: "pv-matrix-title" }, "各機關報送情形"),
    summary(matrix),
    el("div", { class: "pv-row pv-matrixtools" },
      absent.length > 0 && [
        el("label", { class: "pv-check" },
          el("input", { type: "checkbox", on: { change: (/** @type {Event} */ event) => show(isTicked(event)) } }), "只看還沒收到的機關"),
        copyButton("複製還沒收到的機關", () => listText(absent), announce),
      ],
      save),
    el("div", { class: "pv-scroll pv-scroll--tall", tabindex: "0", role: "region", "aria-labelledby": "pv-matrix-title" },
      el("table", { class: "pv-table pv-matrix" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "機關"),
          periods.map((period) => el("th", { scope: "col" }, period === "" ? UNKNOWN.period : formatPeriod(period))))),
        body)),
    more);
}

/** @param {MatrixEntry[]} matrix @returns {Agency[]} by code */
function collectAgencies(matrix) {
  /** @type {Map<string, Agency>} */
  const agencies = new Map();
  for (const entry of matrix) {
    const code = entry.agency_code ?? "";
    const agency = agencies.get(code) ?? { code, name: entry.agency_name ?? "", cells: new Map(), absent: false };
    const period = entry.period ?? "";
    agency.cells.set(period, [...(agency.cells.get(period) ?? []), entry]);
    agency.absent ||= ABSENT.includes(entry.status);
    agencies.set(code, agency);
  }
  return [...agencies.values()].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/**
 * @param {Agency} agency
 * @param {string[]} periods
 */
function row({ code, name, cells }, periods) {
  return el("tr", {},
    el("th", { scope: "row" }, name || UNKNOWN.agency, " ", el("span", { class: "pv-code" }, code)),
    periods.map((period) => el("td", {}, (cells.get(period) ?? []).map(({ status, file }) =>
      el("span", { class: `pv-tag pv-tag--${status}`, title: file },
        icon(status), MATRIX_STATUS[/** @type {keyof typeof MATRIX_STATUS} */ (status)])))));
}

/** How many of each kind, the absent first and by name. @param {MatrixEntry[]} matrix */
function summary(matrix) {
  const names = absentAgencies(matrix);
  const count = (/** @type {string} */ status) => matrix.filter((entry) => entry.status === status).length;
  const parts = ["overdue", "missing", "unreadable", "error", "warning", "pass"].map((status) => [status, count(status)])
    .filter(([, number]) => Number(number) > 0)
    .map(([status, number]) => `${MATRIX_STATUS[/** @type {"pass"} */ (status)]} ${formatNumber(Number(number))} 份`);
  return [
    el("p", {}, parts.join("，"), "。"),
    names.length > 0 && el("p", {}, el("strong", {}, `還沒收到的機關（${formatNumber(names.length)} 個）：`),
      names.slice(0, NAMED).join("、"), names.length > NAMED && "等", "。"),
  ];
}

/** @param {MatrixEntry[]} absent entries of the matrix */
function listText(absent) {
  return absent.map(({ agency_code: code, agency_name: name, period, status }) =>
    `${name ?? ""}（${code}）${formatPeriod(period)}：${MATRIX_STATUS[/** @type {"missing"} */ (status)]}`).join("\n");
}
