// @ts-check
/** Controls that the wizard's questions are answered with. */

import { el } from "../ui/dom.mjs";
import { W } from "./strings.mjs";

/** @import { WizardPairs } from "../worker/messages.d.ts" */

/**
 * One of a few answers.
 * @param {string} question
 * @param {string} name by which the answers belong together
 * @param {[string, import("../ui/dom.mjs").Child][]} answers value and what stands beside it
 * @param {string} value
 * @param {(value: string) => void} onChange
 */
export function radios(question, name, answers, value, onChange) {
  return el("fieldset", { class: "pv-radios" }, el("legend", { class: "pv-radios__legend" }, question),
    answers.map(([own, content]) => {
      const input = el("input", { type: "radio", name, value: own, id: `${name}-${own}`, checked: own === value,
        on: { change: () => onChange(own) } });
      return el("label", { class: "pv-check" }, input, el("span", {}, content));
    }));
}

/**
 * Values as they are written, and as they are read.
 * @param {WizardPairs} pairs
 */
export function previewOf(pairs) {
  return el("span", { class: "pv-pairs" }, pairs.map(([written, read]) =>
    el("span", { class: "pv-pairs__one" }, el("code", {}, written), el("span", { class: "pv-sr" }, W.read), el("span", { "aria-hidden": "true" }, " → "), read)));
}
