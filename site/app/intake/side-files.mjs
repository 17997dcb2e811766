// @ts-check
/** Files that say how to check (profile, schema, roster, agency list): what is in use, with a way to undo each. */

import { button, el, fill } from "../ui/dom.mjs";
import { SIDE_KIND } from "../ui/shared-words.mjs";
import { T } from "../ui/strings.mjs";

/** @import { SideFile } from "../worker/messages.d.ts" */

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("./given-files.mjs").GivenFiles} options.given
 * @param {(name: string, use: boolean) => void} options.onToggle
 */
export function showSideFiles(host, { given, onToggle }) {
  const { recognised, standing, ignored, isEmpty } = given;
  const known = new Set([...recognised.map(({ name }) => name), ...ignored]);
  const rows = [
    ...recognised.filter(({ name }) => !ignored.has(name)).map((side) =>
      usedRow(side, !standing.includes(side.name) ? "" : isEmpty ? `，${NEXT}` : side.kind === "profile" ? STAYS : "", onToggle)),
    ...[...ignored].map((name) => el("li", {}, `${name}：不採用`, smallButton("復原", name, () => onToggle(name, true)))),
    ...standing.filter((name) => !known.has(name)).map((name) =>
      el("li", {}, `${name}：${NEXT}`, smallButton("不採用", name, () => onToggle(name, false)))),
  ];
  fill(host, rows.length > 0 && el("section", { class: "pv-sides", "aria-label": "檢核時採用的設定檔" },
    el("ul", {}, rows)));
}

const NEXT = "下一次檢核時採用";
const STAYS = "，接下來放入的檔案也用這個版型";

/**
 * @param {SideFile} side
 * @param {string} when it is used beside this check
 * @param {(name: string, use: boolean) => void} onToggle
 */
function usedRow(side, when, onToggle) {
  const { name, kind, error } = side;
  return el("li", { class: error ? "pv-sides__bad" : null },
    el("strong", {}, SIDE_KIND[kind]), `：${titleOf(side)}`,
    when && !error && el("span", { class: "pv-help" }, when),
    error && el("span", { class: "pv-hint" }, `沒有採用：${error}`),
    smallButton(kind === "profile" ? "改回內建版型" : "不採用", name, () => onToggle(name, false)));
}

/** @param {SideFile} side */
function titleOf({ name, title }) {
  return title && title !== name ? `${title}（${name}）` : name;
}

/**
 * Side files in sentences: those in use, and the others with the reason.
 * @param {SideFile[]} sides
 */
function nameSettings(sides) {
  return {
    used: sides.filter(({ error }) => !error)
      .map(({ name, kind, title }) => `${SIDE_KIND[kind]}「${name}」${title && title !== name ? `（${title}）` : ""}`),
    unused: sides.flatMap(({ name, error }) => (error ? [`「${name}」沒有採用（${error.replace(/。$/, "")}）`] : [])),
  };
}

/**
 * What is said where nothing to check was given.
 * @param {SideFile[]} sides
 * @param {string[]} notes
 */
export function saySettingsAlone(sides, notes) {
  const { used, unused } = nameSettings(sides);
  return [used.length > 0 && T.settings.taken(used), unused.length > 0 && T.settings.refused(unused), ...notes, T.settings.needData]
    .filter(Boolean).join("");
}

/**
 * Why the files that are there are checked once more. `isNews`: whether the result may be another one.
 * @typedef {{say: (files: {name: string}[]) => string, isNews: boolean}} Reason
 */

/** @param {SideFile[]} settings given after the data @returns {Reason} */
export function reasonOf(settings) {
  const { used, unused } = nameSettings(settings);
  const isNews = used.length > 0;
  return { isNews, say: (files) => (isNews ? T.again.used([...used, ...unused], nameData(files)) : T.again.unused(unused, nameData(files))) };
}

/**
 * @param {string} name of a side file
 * @param {boolean} use
 * @returns {Reason}
 */
export function toggleReason(name, use) {
  return { isNews: true, say: (files) => (use ? T.again.restored : T.again.undone)(name, nameData(files)) };
}

/** @param {{name: string}[]} files one at least */
function nameData(files) {
  return files.length > 1 ? T.again.many(files.length) : T.again.one(files[0].name);
}

/**
 * @param {string} label
 * @param {string} name
 * @param {() => void} act
 */
function smallButton(label, name, act) {
  return button(label, act, { class: "pv-button pv-button--small", "aria-label": `${label} ${name}` });
}
