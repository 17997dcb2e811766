// @ts-check
/** The controls above the list of findings. They change `filters` in place and say so; the list does the rest. */

import { button, el, isTicked, valueOf } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { icon } from "../ui/icons.mjs";
import { OWNER, OWNER_TITLE, SEVERITY } from "../ui/shared-words.mjs";
import { personLabel, SEVERITIES } from "./list-model.mjs";
import { fieldText } from "./text.mjs";

/** @import { Entry, Report, Summary } from "../report.d.ts" */

const SORT_LABEL = { rule: "依規則", person: "依人員", day: "依日期", line: "依列號" };

/** @typedef {import("./list-model.mjs").Filters} Filters */
/** @typedef {import("./list-model.mjs").Item} Item */

/**
 * @param {object} options
 * @param {Filters} options.filters
 * @param {Item[]} options.items
 * @param {import("./list-model.mjs").Facets} options.facets what `items` have
 * @param {Report} options.report
 * @param {(rule: string) => string} options.ruleTitle
 * @param {number} options.added how many the last check of the month did not have
 * @param {() => void} options.onChange
 */
export function createFilters({ filters, items, facets, report, ruleTitle, added, onChange }) {
  const sorts = /** @type {(keyof typeof SORT_LABEL)[]} */ (Object.keys(SORT_LABEL))
    .filter((sort) => sort !== "day" || facets.days);
  const change = (/** @type {Partial<Filters>} */ values) => {
    Object.assign(filters, values);
    onChange();
  };
  const files = [...new Set(report.files.filter((file) => file.findings.length > 0)
    .map((file) => file.name))];
  const { fields, rules } = facets;
  const owners = Object.entries(OWNER).filter(([owner]) => facets.owners.includes(owner));
  const controls = el("div", { class: "pv-filters", role: "search", "aria-label": "篩選問題" },
    el("fieldset", { class: "pv-segments" }, el("legend", { class: "pv-sr" }, "排列方式"),
      sorts.map((sort) => radio(SORT_LABEL[sort], sort === filters.sort, () => change({ sort })))),
    el("fieldset", { class: "pv-checks" }, el("legend", { class: "pv-sr" }, "嚴重程度"),
      SEVERITIES.map((severity) => severityBox(severity, filters, report.summary, change)),
      added > 0 && el("label", { class: "pv-check" },
        el("input", { type: "checkbox", checked: filters.onlyNew, on: { change: (/** @type {Event} */ event) => change({ onlyNew: isTicked(event) }) } }),
        `只看新出現的 ${formatNumber(added)}`)),
    el("div", { class: "pv-filters__row" },
      choice("規則", filters.rule.join("、"), rules.map((id) => [id, `${id} ${ruleTitle(id)}`]),
        (value) => change({ rule: value === "" ? [] : value.split("、") })),
      (fields.length > 1 || filters.field) && choice("欄位", filters.field, fields.map((field) => [field, fieldText(field, report.profile)]),
        (field) => change({ field })),
      (owners.length > 1 || filters.owner) && choice(OWNER_TITLE, filters.owner, owners, (owner) => change({ owner })),
      facets.people && textBox("人員", filters.person, "姓名或身分證字號前 6 碼", (person) => change({ person }), () => peopleOf(items)),
      (files.length > 1 || filters.file) && choice("檔案", filters.file, files.map((name) => [name, name]), (file) => change({ file })),
      textBox("搜尋", filters.text, "說明、內容、姓名", (text) => change({ text }))));
  return controls;
}

/**
 * @param {string} label
 * @param {boolean} checked
 * @param {() => void} onChange
 */
function radio(label, checked, onChange) {
  return el("label", { class: "pv-segment" },
    el("input", { type: "radio", name: "pv-sort", checked, on: { change: onChange } }), el("span", {}, label));
}

/**
 * @param {Entry["severity"]} severity
 * @param {Filters} filters
 * @param {Summary} summary
 * @param {(values: Partial<Filters>) => void} change
 */
function severityBox(severity, filters, summary, change) {
  const label = SEVERITY[severity];
  return el("label", { class: `pv-check pv-check--${severity}` },
    el("input", {
      type: "checkbox", checked: filters.severity.includes(severity),
      on: {
        change: (/** @type {Event} */ event) => change({
          severity: SEVERITIES.filter((name) =>
            name === severity ? isTicked(event) : filters.severity.includes(name)),
        }),
      },
    }),
    icon(severity), `${label} ${formatNumber(summary[severity])}`);
}

/**
 * @param {string} label
 * @param {string} value
 * @param {[string, string][]} options
 * @param {(value: string) => void} onChange
 */
function choice(label, value, options, onChange) {
  // What an earlier check or the address chose goes on hiding the rest, so it is shown although nothing has it now.
  const others = value === "" || options.some(([name]) => name === value) ? [] : [value];
  return el("label", { class: "pv-choice" }, el("span", {}, label),
    el("select", { class: "pv-select", on: { change: (/** @type {Event} */ event) => onChange(valueOf(event)) } },
      el("option", { value: "", selected: value === "" }, "全部"),
      others.map((name) => el("option", { value: name, selected: true }, name)),
      options.map(([name, text]) => el("option", { value: name, selected: name === value }, text))));
}

/** More names than this help nobody to choose; typing finds everyone. */
const OFFERED = 300;
let nextId = 0;

/** @param {Item[]} items @returns {string[]} */
function peopleOf(items) {
  const labels = new Set();
  for (const { finding } of items) {
    if (finding.person) labels.add(personLabel(finding.person));
    if (labels.size >= OFFERED) break;
  }
  return [...labels].sort();
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} hint
 * @param {(value: string) => void} onChange
 * @param {() => string[]} [offer] what to choose from; asked when the box is entered
 */
function textBox(label, value, hint, onChange, offer) {
  let waiting = 0;
  const list = offer && el("datalist", { id: `pv-offered-${(nextId += 1)}` });
  const fillList = () => {
    if (list?.childElementCount === 0) list.append(...(offer?.() ?? []).map((name) => el("option", { value: name })));
  };
  return el("label", { class: "pv-choice" }, el("span", {}, label),
    el("input", {
      type: "search", class: "pv-text", value, placeholder: hint, list: list?.id, autocomplete: "off",
      on: {
        focus: fillList,
        input: (/** @type {Event} */ event) => {
          clearTimeout(waiting);
          waiting = window.setTimeout(() => onChange(valueOf(event)), 150);
        },
      },
    }),
    list);
}

/**
 * Shown in place of the list where the filters leave nothing.
 * @param {() => void} onReset
 */
export function nothingLeft(onReset) {
  return el("div", { class: "pv-empty" }, el("p", {}, "沒有符合這些條件的問題。"), button("顯示全部問題", onReset));
}
