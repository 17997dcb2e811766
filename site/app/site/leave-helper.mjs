// @ts-check
/** The question form above the tables of 「這一筆該登哪一種假」. It reads its answers off those tables and keeps nothing. */

import { definitions, el, fill } from "../ui/dom.mjs";
import { readRocDate } from "../ui/roc-date.mjs";

const GROUPS = { self: "本人", family: "照顧家人" };

/** @param {HTMLElement} place where the form goes; the tables stand in the same page */
export function mountLeaveHelper(place) {
  const rows = [...document.querySelectorAll(".pv-choices tbody tr")].filter((row) => row instanceof HTMLTableRowElement);
  const cases = el("select", { id: "pv-helper-case", on: { change: answer } },
    el("option", { value: "" }, "請選擇"),
    Object.entries(GROUPS).map(([part, title]) => el("optgroup", { label: title }, casesOf(part).map((name) => el("option", {}, name)))));
  const day = el("input", {
    id: "pv-helper-day", autocomplete: "off", inputmode: "text", "aria-describedby": "pv-helper-hint", on: { input: answer },
  });
  const result = el("div", { class: "pv-helper__answer", role: "status" });
  fill(place,
    el("p", { class: "pv-helper__field" }, el("label", { for: "pv-helper-case" }, "什麼狀況"), cases),
    el("p", { class: "pv-helper__field" }, el("label", { for: "pv-helper-day" }, "哪一天開始"), day,
      el("span", { id: "pv-helper-hint" }, "民國日期，例如 110/6/7 或 1100607")),
    result);
  place.hidden = false;

  /** @param {string} part */
  function casesOf(part) {
    return [...new Set(rows.filter((row) => row.closest(`.pv-choices--${part}`)).map(caseOf))];
  }

  function answer() {
    for (const row of rows) row.removeAttribute("aria-current");
    const wanted = day.value.trim() ? readRocDate(day.value) : "";
    day.setAttribute("aria-invalid", String(wanted === null));
    if (wanted === null) fill(result, el("p", {}, "看不懂這個日期，請寫成 110/6/7 或 1100607。"));
    else if (!cases.value || !wanted) fill(result);
    else show(rows.filter((row) => caseOf(row) === cases.value), wanted);
  }

  /**
   * @param {HTMLTableRowElement[]} ofCase
   * @param {string} wanted
   */
  function show(ofCase, wanted) {
    const match = ofCase.find(({ dataset }) => (dataset.first ?? "") <= wanted && wanted <= (dataset.last ?? "9999"));
    if (!match) {
      fill(result, el("p", {}, el("strong", {}, "那一天沒有查到專屬的規定。"), `「${cases.value}」查到的是：`),
        el("ul", {}, ofCase.map((row) => el("li", {}, `${textOf(row, 0)}：${textOf(row, 1)}`))),
        el("p", {}, "不在這段時間的，請先詢問本機關人事單位；沒有其他規定時，以一般假別登記。"));
      return;
    }
    match.setAttribute("aria-current", "true");
    const facts = [...match.cells].slice(1).map((cell) => /** @type {[string, string]} */ ([cell.dataset.label ?? "", cell.textContent ?? ""]));
    fill(result, el("p", { class: "pv-helper__leave" }, `該登：${textOf(match, 1)}`), definitions(facts.filter(([name]) => name !== "該登"), "pv-helper__facts"));
  }
}

/** @param {HTMLTableRowElement} row */
function caseOf(row) {
  return row.cells[0].textContent ?? "";
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} index of the column after the circumstance
 */
function textOf(row, index) {
  return row.cells[index + 1].textContent ?? "";
}
