// @ts-check
/** Header values that the layout has no place for, typed beside the one file that lacks them. */

import { el } from "../ui/dom.mjs";
import { T } from "../ui/strings.mjs";

/** @import { Report } from "../report.d.ts" */

/** What can be typed: the field, its label, what it looks like. @type {{name: string, label: string, pattern: RegExp, hint: string}[]} */
const FIELDS = [
  { name: "agency_code", label: T.given.agency, pattern: /^[0-9A-Z]{10}$/, hint: T.given.agencyHint },
  { name: "period", label: T.given.period, pattern: /^[0-9]{3}(0[1-9]|1[0-2])$/, hint: T.given.periodHint },
];

/**
 * @param {Report} report
 * @param {(given: Record<string, string>) => void} onGiven the file is to be checked once more with these
 */
export function renderGivenValues({ files }, onGiven) {
  const [file] = files;
  if (files.length !== 1 || !file.coverage) return null;
  const { coverage, given = {} } = file;
  const wanted = FIELDS.filter(({ name }) => coverage.unmapped.includes(name) || given[name]?.source === "set");
  if (wanted.length === 0) return null;
  const inputs = wanted.map((field) => ({ ...field, ...input(field, given[field.name]?.value ?? "") }));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const wrong = inputs.filter(({ box, pattern }) => box.value.trim() !== "" && !pattern.test(box.value.trim()));
    for (const { box, hint, said } of inputs) {
      const bad = wrong.some((one) => one.box === box);
      box.setAttribute("aria-invalid", String(bad));
      said.textContent = bad ? `${T.given.wrong}${hint}` : hint;
    }
    if (wrong.length > 0) wrong[0].box.focus();
    else onGiven(Object.fromEntries(inputs.map(({ name, box }) => [name, box.value.trim()]).filter(([, value]) => value !== "")));
  };
  return el("form", { class: "pv-note pv-given", "aria-label": T.given.title, on: { submit } },
    el("p", {}, T.given.why),
    inputs.map(({ element }) => element),
    el("button", { class: "pv-button", type: "submit" }, T.given.check));
}

/**
 * @param {(typeof FIELDS)[number]} field
 * @param {string} value
 */
function input({ name, label, hint }, value) {
  const said = el("span", { class: "pv-help", id: `pv-given-${name}-hint` }, hint);
  const box = el("input", {
    class: "pv-text", type: "text", id: `pv-given-${name}`, value, autocomplete: "off", spellcheck: "false", "aria-describedby": said.id,
  });
  return { said, box, element: el("p", { class: "pv-choice" }, el("label", { class: "pv-label", for: box.id }, label), box, said) };
}
