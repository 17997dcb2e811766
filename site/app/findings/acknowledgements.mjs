// @ts-check
/** Reasons that a clerk gives for warnings. They live in memory, hold for the corrected file too, and go into every export. */

import { openDialog } from "../ui/dialog.mjs";
import { el } from "../ui/dom.mjs";
import { formatNumber } from "../ui/format.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { itemsOfBatch, itemsOfFile } from "./list-model.mjs";

/** @import { Entry, FileReport, Report } from "../report.d.ts" */
/** @import { Acknowledgement } from "../worker/messages.d.ts" */

/** @typedef {import("./list-model.mjs").Item} Item */

const LONGEST = 500;

export class Acknowledgements {
  /** @type {Map<string, string>} by what the finding is, not by where it stands: a new export moves it */ #reasons = new Map();
  /** @type {Set<string>} rules of which a finding has, or had, a reason: no other needs to be looked at */ #rules = new Set();
  /** @type {Report | null} */ #report = null;
  /** @type {Map<string, FileReport>} */ #files = new Map();
  /** @type {number | null} */ #count = 0;

  /** @param {Report} report what the reasons are about from now on */
  use(report) {
    this.#report = report;
    this.#count = null;
    this.#files = new Map(report.files.map((file) => [file.name, file]));
  }

  /** @param {Item} item */
  reason(item) {
    return this.#reasons.get(this.#keyOf(item)) ?? "";
  }

  /**
   * @param {Item[]} items
   * @param {string} reason empty takes the reasons back
   */
  set(items, reason) {
    this.#count = null;
    for (const item of items) {
      this.#rules.add(item.finding.rule);
      if (reason === "") this.#reasons.delete(this.#keyOf(item));
      else this.#reasons.set(this.#keyOf(item), reason);
    }
  }

  /** How many of the report's warnings have a reason. */
  get count() {
    return (this.#count ??= this.list().length);
  }

  /** For the export. @returns {Acknowledgement[]} */
  list() {
    if (this.#reasons.size === 0 || this.#report === null) return [];
    const { batch, files } = this.#report;
    // Few of a hundred thousand findings are warnings with a reason: only these become items.
    const isConcerned = (/** @type {Entry} */ { severity, rule }) => severity === "warning" && this.#rules.has(rule);
    const items = [
      ...itemsOfBatch(batch.findings.filter(isConcerned)),
      ...files.flatMap(({ name, findings }) => itemsOfFile(name, findings.filter(isConcerned))),
    ];
    return items.flatMap((item) => {
      const { rule, pointer, field } = item.finding;
      const reason = this.reason(item);
      return reason === "" ? [] : [{ file: item.file, rule, pointer, field, reason }];
    });
  }

  forget() {
    this.#reasons.clear();
    this.#rules.clear();
    this.#count = null;
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

  /** @param {Item} item */
  #keyOf(item) {
    return fingerprint(item, this.#files.get(item.file ?? ""));
  }
}
