// @ts-check
/** Files that say how to check (profile, schema, roster, agency list): what is in use, with a way to undo each. */

import { button, el, fill } from "../ui/dom.mjs";
import { SIDE_KIND } from "../ui/shared-words.mjs";

/** @import { SideFile } from "../worker/messages.d.ts" */

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {SideFile[]} options.side as the check recognised them
 * @param {string[]} options.waiting names that this check and the next use, or will use
 * @param {Set<string>} options.ignored
 * @param {(name: string, use: boolean) => void} options.onToggle
 */
export function showSideFiles(host, { side, waiting, ignored, onToggle }) {
  const known = new Set([...side.map(({ name }) => name), ...ignored]);
  const rows = [
    ...side.filter(({ name }) => !ignored.has(name)).map((entry) => usedRow(entry, waiting.includes(entry.name), onToggle)),
    ...[...ignored].map((name) => el("li", {}, `${name}：不採用`, smallButton("復原", name, () => onToggle(name, true)))),
    ...waiting.filter((name) => !known.has(name)).map((name) =>
      el("li", {}, `${name}：下一次檢核時採用`, smallButton("不採用", name, () => onToggle(name, false)))),
  ];
  fill(host, rows.length > 0 && el("section", { class: "pv-sides", "aria-label": "檢核時採用的設定檔" },
    el("ul", {}, rows)));
}

/**
 * @param {SideFile} entry
 * @param {boolean} stays for the files that are given next
 * @param {(name: string, use: boolean) => void} onToggle
 */
function usedRow({ name, kind, title, error }, stays, onToggle) {
  const isProfile = kind === "profile";
  const label = SIDE_KIND[kind];
  return el("li", { class: error ? "pv-sides__bad" : null },
    el("strong", {}, label), `：${title && title !== name ? `${title}（${name}）` : name}`,
    isProfile && stays && !error && el("span", { class: "pv-help" }, "，接下來放入的檔案也用這個版型"),
    error && el("span", { class: "pv-hint" }, `沒有採用：${error}`),
    smallButton(isProfile ? "改回內建版型" : "不採用", name, () => onToggle(name, false)));
}

/**
 * @param {string} label
 * @param {string} name
 * @param {() => void} act
 */
function smallButton(label, name, act) {
  return button(label, act, { class: "pv-button pv-button--small", "aria-label": `${label} ${name}` });
}
