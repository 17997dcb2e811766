// @ts-check
/** Labelled controls that the wizard is made of. */

import { el } from "./dom.mjs";

/** @import { Option } from "../worker/messages.d.ts" */

let nextId = 0;

/**
 * @param {string} label what a screen reader says; shown too unless `quiet`
 * @param {import("./dom.mjs").Child} options
 * @param {string} value
 * @param {(value: string) => void} onChange
 * @param {{quiet?: boolean}} [settings]
 */
export function choice(label, options, value, onChange, { quiet = false } = {}) {
  const id = `pv-w-${(nextId += 1)}`;
  const select = el("select", { class: "pv-select", id, "aria-label": quiet ? label : null,
    on: { change: () => onChange(select.value) } }, options);
  select.value = value;
  return { select, element: quiet ? select : el("div", {}, el("label", { class: "pv-label", for: id }, label), select) };
}

/** @param {Option[]} options */
export function optionsOf(options) {
  return options.map(({ value, title }) => el("option", { value }, title));
}

/**
 * @param {string} label
 * @param {string} help
 * @param {string} value
 * @param {(value: string) => void} onInput
 */
export function textField(label, help, value, onInput) {
  const id = `pv-w-${(nextId += 1)}`;
  const input = el("input", { class: "pv-text", id, autocomplete: "off", spellcheck: "false", value,
    "aria-describedby": `${id}-help`, on: { input: () => onInput(input.value) } });
  return el("div", {}, el("label", { class: "pv-label", for: id }, label), input,
    el("p", { class: "pv-help", id: `${id}-help` }, help));
}

/**
 * @param {string} label
 * @param {string} accept
 * @param {(file: File) => void} onFile
 */
export function fileBox(label, accept, onFile) {
  const id = `pv-w-${(nextId += 1)}`;
  const input = el("input", { class: "pv-file pv-file--quiet", type: "file", id, accept, on: {
    change: () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (file) onFile(file);
    },
  } });
  return el("div", {}, el("label", { class: "pv-label", for: id }, label), input);
}
