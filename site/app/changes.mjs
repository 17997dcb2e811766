// @ts-check
/** What changed since the last check of the same agency and month. Kept in memory only, until 「清除」. */

import { el } from "./dom.mjs";
import { formatNumber } from "./format.mjs";

/** @typedef {{fixed: number, added: number, left: number}} Change */

export class ChangeLog {
  /** @type {Map<string, Map<string, number>>} findings by what they are, per agency, month and dataset */
  #last = new Map();

  /**
   * Compares with the last check and remembers this one. A file whose header cannot be read is not compared.
   * @param {any} report
   * @returns {Change | null} null where nothing was checked before
   */
  record(report) {
    /** @type {Map<string, any[]>} */
    const now = new Map();
    for (const file of report.files) {
      if (!file.agency_code || !file.period) continue;
      const key = [file.agency_code, file.period, file.dataset].join("\n");
      now.set(key, [...(now.get(key) ?? []), ...file.findings]);
    }
    /** @type {Change | null} */
    let change = null;
    for (const [key, findings] of now) {
      const counts = tally(findings);
      const before = this.#last.get(key);
      if (before) change = add(change, compare(before, counts));
      this.#last.set(key, counts);
    }
    return change;
  }

  forget() {
    this.#last.clear();
  }
}

/** @param {any[]} findings */
function tally(findings) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { rule, person, field, value } of findings) {
    const what = JSON.stringify([rule, person?.id, person?.name, field, value]);
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param {Map<string, number>} before
 * @param {Map<string, number>} now
 * @returns {Change}
 */
function compare(before, now) {
  const change = { fixed: 0, added: 0, left: 0 };
  for (const what of new Set([...before.keys(), ...now.keys()])) {
    const was = before.get(what) ?? 0;
    const is = now.get(what) ?? 0;
    change.left += Math.min(was, is);
    change.fixed += Math.max(0, was - is);
    change.added += Math.max(0, is - was);
  }
  return change;
}

/**
 * @param {Change | null} a
 * @param {Change} b
 * @returns {Change}
 */
function add(a, b) {
  return a === null ? b : { fixed: a.fixed + b.fixed, added: a.added + b.added, left: a.left + b.left };
}

/** @param {Change | null} change */
export function renderChange(change) {
  if (change === null) return null;
  const { fixed, added, left } = change;
  return el("p", { class: "pv-change" }, "和上次檢核同一機關、同一年月的檔案相比：",
    `已消失 ${formatNumber(fixed)} 項，新出現 ${formatNumber(added)} 項，仍存在 ${formatNumber(left)} 項。`);
}
