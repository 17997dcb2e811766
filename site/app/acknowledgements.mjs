// @ts-check
/** Reasons that a clerk gives for warnings. They live in memory and go into the report and every export. */

import { openDialog } from "./dialog.mjs";
import { el } from "./dom.mjs";
import { formatNumber } from "./format.mjs";

/** @typedef {import("./findings-model.mjs").Item} Item */

const LONGEST = 500;

export class Acknowledgements {
  /** @type {Map<string, {file: string | null, rule: string, pointer: string | null, field: string | null, reason: string}>} */
  #reasons = new Map();

  /** @param {Item} item */
  reason(item) {
    return this.#reasons.get(keyOf(item))?.reason ?? "";
  }

  /**
   * @param {Item[]} items
   * @param {string} reason empty takes the reasons back
   */
  set(items, reason) {
    for (const item of items) {
      const { rule, pointer, field } = item.finding;
      if (reason === "") this.#reasons.delete(keyOf(item));
      else this.#reasons.set(keyOf(item), { file: item.file, rule, pointer, field, reason });
    }
  }

  get count() {
    return this.#reasons.size;
  }

  /** For the export. */
  list() {
    return [...this.#reasons.values()];
  }

  /**
   * Asks for the reason.
   * @param {Item[]} items one finding, or all of a group
   * @param {() => void} onSaved
   */
  ask(items, onSaved) {
    const text = el("textarea", { class: "pv-text", rows: "4", maxlength: LONGEST, id: "pv-reason" }, this.reason(items[0]));
    openDialog(items.length === 1 ? "說明這一項" : `說明這 ${formatNumber(items.length)} 項`, [
      el("p", {}, items[0].finding.message),
      el("label", { class: "pv-label", for: "pv-reason" }, "說明（會寫入下載的報告與列印紀錄）"), text,
      el("p", { class: "pv-help" }, "例如：該員輪值，6 月 12 日為上班日。請勿填寫身分證字號。"),
    ], [["不儲存", () => {}], ["儲存說明", () => {
      this.set(items, text.value.trim());
      onSaved();
    }]]);
  }
}

/** @param {Item} item */
function keyOf({ finding, file }) {
  return JSON.stringify([file, finding.rule, finding.pointer, finding.field]);
}
