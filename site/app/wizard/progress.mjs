// @ts-check
/** The way through the wizard: which steps there are, which of them have open questions, where one is. */

import { el, fill } from "../ui/dom.mjs";
import { W } from "./strings.mjs";

/** @import { WizardProposal } from "../worker/messages.d.ts" */
/** @typedef {typeof W.steps[number]} StepName */

/**
 * How many questions are open, for each step that has any.
 * @param {WizardProposal} review
 * @returns {Map<StepName, number>}
 */
export function openCounts({ places, header, columns, absent }) {
  const counts = /** @type {[StepName, number][]} */ ([
    ["places", places.filter(({ sure }) => !sure).length],
    ["header", header.filter(({ sure }) => !sure).length],
    ["columns", columns.filter(({ asks }) => asks !== "").length + absent.filter(({ declared }) => !declared).length],
    ["codes", columns.flatMap(({ codes }) => codes ?? []).filter(({ name, proposed }) => name === "" || proposed).length],
  ]);
  return new Map(counts.filter(([, count]) => count > 0));
}

/**
 * The steps as buttons, with what is open in each.
 * @param {HTMLElement} host
 * @param {number} current index of the step that is shown
 * @param {Map<StepName, number>} open
 * @param {number} seen how far the user has come
 * @param {(step: StepName) => void} onGo
 */
export function renderWay(host, current, open, seen, onGo) {
  const focused = host.contains(document.activeElement);
  fill(host, W.steps.map((name, index) => {
    const count = open.get(name) ?? 0;
    const state = count > 0 ? W.open_count(count) : index < seen && name !== "finish" ? W.settled : "";
    return el("li", { class: `pv-way__step${count > 0 ? " pv-way__step--open" : ""}` },
      el("button", { type: "button", class: "pv-way__button", "aria-current": index === current ? "step" : null, on: { click: () => onGo(name) } },
        el("span", { class: "pv-way__number", "aria-hidden": "true" }, state === W.settled ? "✓" : index + 1),
        el("span", { class: "pv-way__name" }, W.step[name]), state && el("span", { class: "pv-way__state" }, state)));
  }));
  if (focused) /** @type {HTMLElement | null} */ (host.querySelector("[aria-current]"))?.focus();
}
