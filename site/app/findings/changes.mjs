// @ts-check
/** What changed since the last check of the same agency and month. Kept in memory only, until 「清除」. */

import { el } from "../ui/dom.mjs";
import { formatNumber, formatTime } from "../ui/format.mjs";
import { Yielder } from "../ui/yielding.mjs";
import { fingerprint } from "./fingerprint.mjs";

/** @import { FileReport, Report } from "../report.d.ts" */

/** @typedef {import("./list-model.mjs").Item} Item */
/** @typedef {{count: number, text: string}} Tally how often a finding was there, and what it was */
/** @typedef {{fixed: string[], added: number, left: number, isNew: (item: Item, report: FileReport | undefined) => boolean, partly: boolean, before: Earlier[]}} Change */
/** @typedef {{now: string[], then: string[], at: string}} Earlier names of the files that were compared, and when the earlier ones were checked */

const LISTED = 20;

export class ChangeLog {
  /** @type {Map<string, {files: FileReport[], at: string}>} files of the last check, per agency, month and dataset */ #last = new Map();

  /**
   * Compares with the last check and remembers this one. A file whose header cannot be read is not compared.
   * @param {Report} report
   * @returns {Promise<Change | null>} null where nothing was checked before
   */
  async record(report) {
    /** @type {Map<string, FileReport[]>} */
    const now = new Map();
    for (const file of report.files) {
      if (!file.agency_code || !file.period) continue;
      const key = [file.agency_code, file.period, file.dataset].join("\n");
      now.set(key, [...(now.get(key) ?? []), file]);
    }
    /** @type {Set<string>} */
    const newPrints = new Set();
    /** @type {Change} */
    const change = {
      before: [],
      fixed: [], added: 0, left: 0,
      isNew: (item, of) => newPrints.has(fingerprint(item, of)),
      partly: report.files.some((file) => Object.keys(file.truncated).length > 0),
    };
    const before = new Map([...this.#last].filter(([key]) => now.has(key)));
    for (const [key, files] of now) this.#last.set(key, { files, at: report.checked_at });
    const yielder = new Yielder();
    for (const [key, { files, at }] of before) {
      const again = now.get(key) ?? [];
      change.before.push({ now: again.map(({ name }) => name), then: files.map(({ name }) => name), at });
      await compare(await tally(files, yielder), await tally(again, yielder), change, newPrints, yielder);
    }
    return before.size > 0 ? change : null;
  }

  forget() {
    this.#last.clear();
  }
}

/**
 * @param {FileReport[]} files
 * @param {Yielder} yielder
 */
async function tally(files, yielder) {
  /** @type {Map<string, Tally>} */
  const tallies = new Map();
  for (const file of files) {
    for (const finding of file.findings) {
      if (yielder.due) await yielder.pause();
      const print = fingerprint({ finding, file: file.name }, file);
      const text = `${finding.title}${finding.person ? `：${finding.person.name ?? ""}（${finding.person.id ?? "無身分證字號"}）` : ""}`;
      tallies.set(print, { count: (tallies.get(print)?.count ?? 0) + 1, text });
    }
  }
  return tallies;
}

/**
 * @param {Map<string, Tally>} before
 * @param {Map<string, Tally>} now
 * @param {Change} change is added to
 * @param {Set<string>} newPrints what was not there at all before
 * @param {Yielder} yielder
 */
async function compare(before, now, change, newPrints, yielder) {
  for (const [print, { count }] of now) {
    if (yielder.due) await yielder.pause();
    const was = before.get(print)?.count ?? 0;
    change.left += Math.min(was, count);
    change.added += Math.max(0, count - was);
    if (was === 0) newPrints.add(print);
  }
  for (const [print, { count, text }] of before) {
    if (yielder.due) await yielder.pause();
    const gone = count - (now.get(print)?.count ?? 0);
    for (let index = 0; index < gone; index += 1) change.fixed.push(text);
  }
}

/** @param {Earlier} earlier */
function earlierText({ now, then, at }) {
  return `「${now.join("、")}」和 ${formatTime(at)} 檢核的「${then.join("、")}」相比。`;
}

/** @param {Change | null} change */
export function renderChange(change) {
  if (change === null) return null;
  const { fixed, added, left, partly, before } = change;
  return el("div", { class: "pv-change" },
    el("p", {}, "和上次檢核同一機關、同一年月的檔案相比：",
      el("strong", {}, `已消失 ${formatNumber(fixed.length)} 項，新出現 ${formatNumber(added)} 項，仍存在 ${formatNumber(left)} 項`), "。",
      partly && "（項目太多的規則，只比對列出的部分。）"),
    before.length === 1 ? el("p", { class: "pv-help" }, earlierText(before[0]))
      : el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "和哪些檔案相比"),
        el("ul", {}, before.slice(0, LISTED).map((earlier) => el("li", {}, earlierText(earlier))),
          before.length > LISTED && el("li", {}, `另有 ${formatNumber(before.length - LISTED)} 個機關或年月`))),
    fixed.length > 0 && el("details", { class: "pv-details pv-details--inline" }, el("summary", {}, "已消失的項目"),
      el("ul", {}, fixed.slice(0, LISTED).map((text) => el("li", {}, text)),
        fixed.length > LISTED && el("li", {}, `另有 ${formatNumber(fixed.length - LISTED)} 項`))));
}
