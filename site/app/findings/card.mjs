// @ts-check
/** One finding: what, whose, where, found, allowed, how to correct it, and the place in the file. */

import { copyButton } from "../ui/clipboard.mjs";
import { button, definitions, el } from "../ui/dom.mjs";
import { formatNumber, formatValue } from "../ui/format.mjs";
import { icon } from "../ui/icons.mjs";
import { OWNER_TITLE, SEVERITY } from "../ui/shared-words.mjs";
import { createExcerpt } from "./file-excerpt.mjs";
import { openViewer } from "./file-viewer.mjs";
import { fieldText, findingText, ownerText, personText, placeText } from "./text.mjs";

/** @import { Entry, Report } from "../report.d.ts" */
/** @import { Call } from "../worker/messages.d.ts" */

/** @typedef {import("./list-model.mjs").Item} Item */
/** @typedef {import("./list-model.mjs").Sort} Sort */
/**
 * @typedef {object} CardContext
 * @property {Report} report
 * @property {Sort} sort what the groups are; the card's heading is what the group does not say
 * @property {boolean} manyFiles
 * @property {boolean} excerpt whether the place in the file is shown
 * @property {(open: boolean) => void} onExcerpt
 * @property {Call} call
 * @property {(rule: string) => HTMLElement} ruleLink
 * @property {(rule: string) => string} ruleTitle
 * @property {(text: string) => void} announce
 * @property {import("./acknowledgements.mjs").Acknowledgements} reasons
 * @property {() => void} onReason after a reason was given or taken back
 * @property {boolean} isNew the last check of the month did not have it
 */

let nextId = 0;

/**
 * @param {Item} item
 * @param {CardContext} context
 */
export function createCard(item, context) {
  const { finding, file } = item;
  const id = `pv-finding-${(nextId += 1)}`;
  const byRule = context.sort === "rule";
  const who = personText(finding);
  const heading = byRule && who !== "" ? who : finding.title;
  const place = el("div", {});
  return el("article", { class: `pv-card pv-card--${finding.severity}`, tabindex: "-1", "aria-labelledby": id },
    el("header", { class: "pv-card__head" },
      !byRule && severityTag(finding.severity),
      el("h5", { class: "pv-card__title", id }, heading),
      context.isNew && el("span", { class: "pv-tag pv-tag--new" }, "新出現"),
      !byRule && who !== "" && el("span", {}, who),
      finding.record && el("span", { class: "pv-card__record" }, finding.record),
      el("span", { class: "pv-card__place" }, placeText(finding)),
      (file === null || context.manyFiles) && el("span", { class: "pv-card__place" }, file ?? finding.files.join("、")),
      finding.field && el("code", { class: "pv-card__field" }, fieldText(finding.field, context.report.profile)),
      !byRule && context.ruleLink(finding.rule),
      el("span", { class: "pv-card__tools" }, createTools(item, place, context))),
    el("p", { class: "pv-card__message" }, finding.message),
    definitions([
      ["目前內容", finding.value === null ? file !== null && "見檔案內容" : formatValue(finding.value)],
      ["應為", finding.expected ?? (file !== null && "見修正方式")],
      ["修正方式", finding.fix],
      [OWNER_TITLE, ownerText(finding)],
    ], "pv-facts pv-card__facts"),
    foldedNote(finding.folded ?? {}, context.ruleTitle),
    createReason(item, context),
    place);
}

/** @param {Entry["severity"]} severity */
export function severityTag(severity) {
  return el("span", { class: `pv-tag pv-tag--${severity}` },
    icon(severity), SEVERITY[severity]);
}

/**
 * @param {Record<string, number>} folded
 * @param {(rule: string) => string} ruleTitle
 */
function foldedNote(folded, ruleTitle) {
  const rules = Object.entries(folded);
  if (rules.length === 0) return null;
  const list = rules.map(([rule, count]) => `${ruleTitle(rule)} ${formatNumber(count)} 項`).join("、");
  return el("p", { class: "pv-card__folded" }, `修正這一項後，下列連帶的問題通常會一併消失：${list}。`);
}

/**
 * @param {Item} item
 * @param {CardContext} context
 */
function createReason(item, context) {
  const { severity } = item.finding;
  if (severity !== "warning") return null;
  const shown = el("span", {});
  const ask = button("", () => context.reasons.ask([item], () => {
    show();
    context.onReason();
    ask.focus();
  }), { class: "pv-button pv-button--small" });
  const show = () => {
    const reason = context.reasons.reason(item);
    shown.textContent = reason && `已說明：${reason}`;
    shown.hidden = !reason;
    ask.textContent = reason ? "修改說明" : "填寫說明";
  };
  show();
  return el("p", { class: "pv-card__reason" }, shown, ask);
}

/**
 * @param {Item} item
 * @param {HTMLElement} place where the excerpt appears
 * @param {CardContext} context
 */
function createTools(item, place, context) {
  const { finding, file } = item;
  const copy = copyButton("複製這一項", () => findingText(item, context.report), context.announce,
    { class: "pv-button pv-button--small" });
  const { line, column } = finding;
  if (file === null || line === null || column === null) return [copy];
  const position = { line, column };
  const show = (/** @type {boolean} */ open) => {
    context.onExcerpt(open);
    toggle.setAttribute("aria-expanded", String(open));
    place.replaceChildren();
    if (open) {
      place.append(createExcerpt(context.call, file, position),
        button("看更多前後文", () => openViewer(context.call, file, position), { class: "pv-button pv-button--small" }));
    }
  };
  const toggle = button("檔案內容", () => show(toggle.getAttribute("aria-expanded") !== "true"), {
    class: "pv-button pv-button--small", "aria-expanded": "false",
  });
  show(context.excerpt);
  return [toggle, copy];
}
