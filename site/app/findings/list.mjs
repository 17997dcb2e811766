// @ts-check
/** The list of findings: grouped, filtered, only partly in the document, and completed from the worker on demand. */

import { button, el, fill } from "../ui/dom.mjs";
import { formatDate, formatNumber } from "../ui/format.mjs";
import { SEVERITY } from "../ui/shared-words.mjs";
import { VirtualList } from "../ui/virtual-list.mjs";
import { Yielder } from "../ui/yielding.mjs";
import { readFragment, writeFragment } from "./address-fragment.mjs";
import { createCard, severityTag } from "./card.mjs";
import { filterWords } from "./filter-words.mjs";
import { createFilters, nothingLeft } from "./filters.mjs";
import {
  collectFacets, collectItems, each, emptyFilters, filterItems, groupItems, itemsOfFile, personLabel, SORTS,
} from "./list-model.mjs";

/** @import { Entry, Report } from "../report.d.ts" */
/** @import { Call } from "../worker/messages.d.ts" */

/** Up to here every group is open and every excerpt shown: a short list needs no clicks. */
const SHORT_LIST = 30;
const OPEN_ALL = 100;
const PAGE = 1000;
const CARD_HEIGHT = 110;
/** Browsers lay out nothing beyond a height: Firefox, the lower one, beyond 17.8 million device pixels. */
const TALLEST = 16_000_000;

/** @typedef {import("./list-model.mjs").Item} Item */
/** @typedef {import("./list-model.mjs").Group} Group */
/** @typedef {{group: Group} | {item: Item, position: number, of: number} | {more: {file: string, rule: string, rest: number}} | {cut: number}} Row */

export class FindingsList {
  #filters = { ...emptyFilters(), ...readFragment() };
  /** @type {Map<string, Set<string>>} keys of groups that the user opened or closed against the default, per kind */
  #toggled = new Map(SORTS.map((kind) => [kind, new Set()]));
  /** @type {Item[]} */ #items = [];
  /** @type {import("./list-model.mjs").Facets} */ #facets = { rules: [], fields: [], owners: [], days: false, people: false };
  /** @type {Map<string, number>} how many findings of each cut rule are at hand, per `file\nrule` */ #loaded = new Map();
  /** @type {WeakMap<Entry, boolean>} findings whose place in the file was last shown or hidden; cards come and go */ #excerpts = new WeakMap();
  /** @type {Promise<void>} */ #arranged = Promise.resolve();
  /** Counts the arrangements: an older one is dropped. */
  #arrangement = 0;
  #current = -1;

  /**
   * @param {object} options
   * @param {Report} options.report
   * @param {Call} options.call
   * @param {(rule: string) => HTMLElement} options.ruleLink
   * @param {(rule: string) => string} options.ruleTitle
   * @param {(text: string) => void} options.announce
   * @param {import("./acknowledgements.mjs").Acknowledgements} options.reasons
   * @param {(items: Item[]) => void} options.onPrint
   * @param {(items: Item[]) => void} options.onSave takes one person's findings away
   * @param {import("./changes.mjs").Change | null} options.change
   */
  constructor(options) {
    this.options = options;
    const files = new Map(options.report.files.map((file) => [file.name, file]));
    this.isNew = (/** @type {Item} */ item) => options.change?.isNew(item, files.get(item.file ?? "")) ?? false;
    /** @type {Item[]} */
    this.visible = [];
    /** @type {Group[]} */
    this.groups = [];
    this.total = 0;
    this.openAll = true;
    this.summary = el("p", { class: "pv-list__summary", "aria-live": "polite" });
    this.host = el("div", {
      class: "pv-list", tabindex: "-1", on: { keydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event) },
    });
    this.empty = el("div", {});
    this.controls = el("div", {});
    /** @type {VirtualList<Row>} */
    this.list = new VirtualList(this.host, {
      render: (row) => this.#render(row),
      estimate: (row) => ("item" in row ? CARD_HEIGHT : 56),
    });
    this.element = el("section", { class: "pv-findings", "aria-labelledby": "pv-findings-title" },
      el("h3", { id: "pv-findings-title" }, "問題清單"), this.controls,
      el("div", { class: "pv-list__bar" }, this.summary,
        button("上一項", () => this.#step(-1), { class: "pv-button pv-button--small" }),
        button("下一項", () => this.#step(1), { class: "pv-button pv-button--small" })),
      this.empty, this.host);
  }

  /** The filters in use, in words; "" where there are none. */
  get filterWords() {
    return filterWords(this.#filters, this.options.report.profile, this.options.ruleTitle);
  }

  /** Fills it; a long list takes several time slices. */
  async prepare() {
    const { report } = this.options;
    const yielder = new Yielder();
    this.#items = await collectItems(report, yielder);
    const { loaded, facets } = await collectFacets(this.#items, report, yielder);
    this.#loaded = loaded;
    this.#facets = facets;
    this.#showControls();
    await this.update();
  }

  /** Goes to the first finding, and lets filters go that hide all of them. */
  async start() {
    await this.#arranged;
    if (this.total === 0) await this.#showAll();
    this.#current = -1;
    this.#step(1);
  }

  destroy() {
    this.#arrangement += 1;
    this.list.destroy();
  }

  /** @param {string} file shows only this file's findings */
  showFile(file) {
    this.#showAll(file);
    this.element.scrollIntoView({ block: "start" });
    this.host.focus({ preventScroll: true });
  }

  /** @param {string} [file] takes every filter away, but for this file's name where one is given */
  #showAll(file = "") {
    Object.assign(this.#filters, { ...emptyFilters(), sort: this.#filters.sort, file });
    this.#showControls();
    return this.update();
  }

  /** Arranges the list anew; the former one stays until then. */
  update() {
    writeFragment(this.#filters);
    this.#arranged = this.#arrange((this.#arrangement += 1));
    return this.#arranged;
  }

  /** @param {number} arrangement */
  async #arrange(arrangement) {
    const filters = { ...this.#filters };
    const yielder = new Yielder();
    const visible = await filterItems(this.#items, filters, this.isNew, yielder);
    if (arrangement !== this.#arrangement) return;
    const groups = await groupItems(visible, filters.sort, this.options.report, this.#loaded, yielder);
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    const openAll = total <= OPEN_ALL;
    /** @type {Row[]} */
    const rows = [];
    await each(this.#rowsOf(groups, openAll), yielder, (row) => rows.push(row));
    // To lay out a long list is a time slice of its own.
    if (!openAll) await yielder.pause();
    if (arrangement !== this.#arrangement) return;
    Object.assign(this, { visible, groups, total, openAll });
    this.#showSummary();
    fill(this.empty, this.total === 0 && nothingLeft(() => this.#showAll()));
    this.#layOut(rows);
  }

  #showSummary() {
    const { report, reasons } = this.options;
    const { error, warning, info } = report.summary;
    fill(this.summary, `符合條件 ${formatNumber(this.total)} 項，共 ${formatNumber(error + warning + info)} 項`,
      warning > 0 && `；${SEVERITY.warning} ${formatNumber(warning)} 項中已說明 ${formatNumber(reasons.count)} 項`);
  }

  #showControls() {
    fill(this.controls, createFilters({
      filters: this.#filters, items: this.#items, facets: this.#facets, report: this.options.report, ruleTitle: this.options.ruleTitle,
      added: this.options.change?.added ?? 0,
      onChange: () => this.update(),
    }));
  }

  /**
   * @param {Group[]} groups
   * @param {boolean} openAll
   * @returns {Generator<Row>}
   */
  *#rowsOf(groups, openAll) {
    for (const group of groups) {
      yield { group };
      if (!this.#isOpen(group, groups, openAll)) continue;
      for (const [index, item] of group.items.entries()) yield { item, position: index + 1, of: group.total };
      for (const more of group.more) yield { more };
    }
  }

  /** @param {Row[]} rows */
  #layOut(rows = [...this.#rowsOf(this.groups, this.openAll)]) {
    this.#current = -1;
    const most = Math.floor(TALLEST / devicePixelRatio / CARD_HEIGHT);
    this.list.setEntries(rows.length > most ? [...rows.slice(0, most), { cut: rows.length - most }] : rows);
  }

  /**
   * @param {Group} group
   * @param {Group[]} groups
   * @param {boolean} openAll
   */
  #isOpen(group, groups = this.groups, openAll = this.openAll) {
    const open = openAll || groups.length === 1 || group.kind === "line";
    return open !== this.#toggledOf(group).has(group.key);
  }

  /** @param {Row} row */
  #render(row) {
    if ("group" in row) return this.#renderGroup(row.group);
    if ("more" in row) return this.#renderMore(row.more);
    if ("cut" in row) {
      return el("p", { class: "pv-more" }, `這份清單太長，另有 ${formatNumber(row.cut)} 項未列出；請用上方的條件縮小範圍，或下載報告。`);
    }
    const { finding } = row.item;
    const card = createCard(row.item, {
      ...this.options,
      sort: this.#filters.sort,
      manyFiles: this.options.report.files.length > 1,
      excerpt: this.#excerpts.get(finding) ?? this.#items.length <= SHORT_LIST,
      onExcerpt: (open) => this.#excerpts.set(finding, open),
      onReason: () => this.#showSummary(),
      isNew: this.isNew(row.item),
    });
    card.setAttribute("aria-setsize", String(row.of));
    card.setAttribute("aria-posinset", String(row.position));
    return card;
  }

  /** @param {Group} group */
  #renderGroup(group) {
    const open = this.#isOpen(group);
    const toggle = () => {
      this.#toggle(group);
      const index = this.list.entries.findIndex((row) => "group" in row && row.group === group);
      this.list.reveal(index)?.querySelector("button")?.focus({ preventScroll: true });
    };
    return el("div", { class: "pv-group" },
      el("h4", { class: "pv-group__title" },
        el("button", { type: "button", class: "pv-group__button", "aria-expanded": String(open), on: { click: toggle } },
          group.kind === "rule" && severityTag(group.items[0].finding.severity),
          el("span", { class: "pv-group__name" }, this.#groupName(group)),
          el("span", { class: "pv-group__count" }, `${formatNumber(group.total)} 項`))),
      this.#groupTools(group));
  }

  /** @param {Group} group */
  #groupTools({ kind, key, items }) {
    const { reasons, ruleLink, onPrint, onSave } = this.options;
    if (kind === "person" && key !== "") {
      return [
        button("列印這位同仁", () => onPrint(items), { class: "pv-button pv-button--small" }),
        button("下載這位同仁（Excel）", () => onSave(items), { class: "pv-button pv-button--small" }),
      ];
    }
    if (kind !== "rule") return null;
    return [
      items.length > 1 && items[0].finding.severity === "warning" && button("整組說明", () => reasons.ask(items, () => this.update()),
        { class: "pv-button pv-button--small" }),
      ruleLink(key),
    ];
  }

  /** @param {Group} group */
  #groupName({ key, kind, items }) {
    const { finding } = items[0];
    if (kind === "rule") return finding.title;
    if (kind === "day") return key === "" ? "與日期無關" : formatDate(key);
    if (kind === "line") return key === "" ? "跨檔案" : key;
    return personLabel(finding.person) || "檔案本身";
  }

  /** @param {{file: string, rule: string, rest: number}} more */
  #renderMore({ file, rule, rest }) {
    const load = async (/** @type {Event} */ event) => {
      const pressed = /** @type {HTMLButtonElement} */ (event.target);
      pressed.disabled = true;
      const offset = this.#loaded.get(`${file}\n${rule}`) ?? 0;
      try {
        const answer = await this.options.call("findings", { file, rule, offset, limit: PAGE });
        this.#add(itemsOfFile(file, answer.findings), file, rule);
        this.update();
      } catch {
        pressed.disabled = false;
        this.options.announce("暫時讀不到其餘的項目，請再按一次。");
      }
    };
    const label = `再顯示 ${formatNumber(Math.min(PAGE, rest))} 項（還有 ${formatNumber(rest)} 項）`;
    return el("div", { class: "pv-more" }, button(label, load));
  }

  /**
   * New findings stand behind those of the same file and rule.
   * @param {Item[]} items
   * @param {string} file
   * @param {string} rule
   */
  #add(items, file, rule) {
    const last = this.#items.findLastIndex((item) => item.file === file && item.finding.rule === rule);
    this.#items = this.#items.toSpliced(last + 1, 0, ...items);
    this.#loaded.set(`${file}\n${rule}`, (this.#loaded.get(`${file}\n${rule}`) ?? 0) + items.length);
  }

  /** The next or previous finding; a closed group on the way is opened. @param {number} by */
  #step(by) {
    for (let index = this.#current + by; index >= 0 && index < this.list.entries.length; index += by) {
      const row = this.list.entries[index];
      if ("item" in row) {
        this.#current = index;
        this.list.reveal(index)?.focus({ preventScroll: true });
        return;
      }
      if (by > 0 && "group" in row && !this.#isOpen(row.group)) this.#toggle(row.group);
    }
  }

  /** @param {Group} group */
  #toggledOf({ kind }) {
    return /** @type {Set<string>} */ (this.#toggled.get(kind));
  }

  /** @param {Group} group */
  #toggle(group) {
    const toggled = this.#toggledOf(group);
    if (!toggled.delete(group.key)) toggled.add(group.key);
    this.#layOut();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const card = /** @type {HTMLElement} */ (event.target).closest(".pv-card");
    if (event.target !== card || !(card instanceof HTMLElement)) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    this.#current = Number(card.dataset.pvIndex);
    this.#step(event.key === "ArrowDown" ? 1 : -1);
  }
}
