// @ts-check
/** What the list of findings shows: which, in which groups, in which order. Pure functions over the report. Those that
 * look at every finding yield meanwhile; with a short list they wait for nothing. */

/** @import { BatchEntry, Entry, Person, Report } from "../report.d.ts" */

/** @typedef {import("../ui/yielding.mjs").Yielder} Yielder */
/** @typedef {{finding: Entry, file: string} | {finding: BatchEntry, file: null}} Item a finding of one file, or about several */
/** @typedef {{rule: string[], severity: Entry["severity"][], sort: Sort, file: string, field: string, owner: string, person: string, text: string, onlyNew: boolean}} Filters `onlyNew`: only what the last check did not have */
/** @typedef {{key: string, kind: Sort, items: Item[], total: number, more: {file: string, rule: string, rest: number}[]}} Group */
/** @typedef {{rules: string[], fields: string[], owners: string[], days: boolean, people: boolean}} Facets what the findings can be chosen by */

export const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);
export const SORTS = /** @type {const} */ (["rule", "person", "day", "line"]);
/** @typedef {typeof SORTS[number]} Sort what the groups are */

/** @returns {Filters} */
export function emptyFilters() {
  return { rule: [], severity: [], sort: "rule", file: "", field: "", owner: "", person: "", text: "", onlyNew: false };
}

/**
 * Findings of all files in the report's order. Findings of the batch as a whole stand first.
 * @param {Report} report
 * @param {Yielder} yielder
 * @returns {Promise<Item[]>}
 */
export async function collectItems(report, yielder) {
  /** @type {Item[]} */
  const items = itemsOfBatch(report.batch.findings);
  for (const { name, findings } of report.files) {
    await each(findings, yielder, (finding) => items.push({ finding, file: name }));
  }
  return items;
}

/** @param {BatchEntry[]} findings about several files @returns {Item[]} */
export function itemsOfBatch(findings) {
  return findings.map((finding) => ({ finding, file: null }));
}

/**
 * @param {string} file
 * @param {Entry[]} findings
 * @returns {Item[]}
 */
export function itemsOfFile(file, findings) {
  return findings.map((finding) => ({ finding, file }));
}

/**
 * @param {Item[]} items
 * @param {Filters} filters
 * @param {(item: Item) => boolean} isNew
 * @param {Yielder} yielder
 */
export async function filterItems(items, filters, isNew, yielder) {
  if (isUnfiltered(filters)) return items;
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  const person = filters.person.trim().toLowerCase();
  const fits = (/** @type {Item} */ item) => fitsChoices(item, filters) &&
    (person === "" || personLabel(item.finding.person).toLowerCase().includes(person)) &&
    (!filters.onlyNew || isNew(item)) &&
    hasWords(words, item);
  /** @type {Item[]} */
  const left = [];
  await each(items, yielder, (item) => {
    if (fits(item)) left.push(item);
  });
  return left;
}

/**
 * @template T
 * @param {Iterable<T>} items
 * @param {Yielder} yielder
 * @param {(item: T) => void} work
 */
export async function each(items, yielder, work) {
  for (const item of items) {
    work(item);
    if (yielder.due) await yielder.pause();
  }
}

/**
 * @param {Item} item
 * @param {Filters} filters
 */
function fitsChoices({ finding, file }, filters) {
  return (filters.rule.length === 0 || filters.rule.includes(finding.rule)) &&
    (filters.severity.length === 0 || filters.severity.includes(finding.severity)) &&
    (filters.file === "" || (file === null ? finding.files.includes(filters.file) : file === filters.file)) &&
    (filters.field === "" || finding.field === filters.field) &&
    (filters.owner === "" || canChange(finding, filters.owner));
}

/**
 * Whether this one is named among those who can change it: a finding may be another's too.
 * @param {Entry} finding
 * @param {string} owner
 */
export function canChange({ owner: owners = [] }, owner) {
  return owners.some((known) => known === owner);
}

/** @param {Filters} filters */
function isUnfiltered({ rule, severity, file, field, owner, person, text, onlyNew }) {
  return rule.length + severity.length === 0 && !onlyNew && [file, field, owner, person, text].every((value) => value.trim() === "");
}

/** @param {Person | null} person of a finding */
export function personLabel(person) {
  return person ? `${person.name ?? "（姓名空白）"}（${person.id ?? "無身分證字號"}）` : "";
}

/**
 * @param {string[]} words in lower case
 * @param {Item} item
 */
function hasWords(words, { finding, file }) {
  if (words.length === 0) return true;
  const { person } = finding;
  const text = [finding.rule, finding.title, finding.message, finding.record, finding.field, finding.value, file, person?.id, person?.name]
    .filter((part) => part !== null && part !== undefined).join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * @param {Item[]} items already filtered
 * @param {Sort} sort
 * @param {Report} report for what the cap left out
 * @param {Map<string, number>} loaded findings at hand per `file\nrule`
 * @param {Yielder} yielder
 * @returns {Promise<Group[]>}
 */
export async function groupItems(items, sort, report, loaded, yielder) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  const keyOf = sort === "person" ? await personKeys(items, yielder) : (/** @type {Item} */ item) => groupKey(item, sort);
  /** @type {Set<string | null>} */
  const files = new Set();
  await each(items, yielder, (item) => {
    const key = keyOf(item);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, kind: sort, items: [], total: 0, more: [] }));
    group.items.push(item);
    files.add(item.file);
  });
  const list = [...groups.values()];
  await each(list, yielder, (group) => (group.total = group.items.length));
  if (sort === "rule") {
    addRest(list, report, loaded, files);
    list.sort((a, b) => rank(a) - rank(b) || b.total - a.total || (a.key < b.key ? -1 : 1));
  } else if (sort === "person") return largestFirst(list, yielder);
  else if (sort === "day") list.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return list;
}

/**
 * @param {Item} item
 * @param {Sort} sort
 */
function groupKey({ finding, file }, sort) {
  if (sort === "rule") return finding.rule;
  if (sort === "day") return finding.day ?? "";
  return file ?? "";
}

/**
 * People of several files are one where they read alike, unless one file has two such: masked IDs are not whole.
 * @param {Item[]} items
 * @param {Yielder} yielder
 */
async function personKeys(items, yielder) {
  /** @type {Map<string | null, Map<string, number>>} per file the first record of each label */
  const firstOf = new Map();
  /** @type {Set<string>} */
  const alike = new Set();
  await each(items, yielder, ({ finding, file }) => {
    if (!finding.person) return;
    const label = personLabel(finding.person);
    let own = firstOf.get(file);
    if (!own) firstOf.set(file, (own = new Map()));
    const first = own.get(label);
    if (first === undefined) own.set(label, finding.person.first);
    else if (first !== finding.person.first) alike.add(label);
  });
  return (/** @type {Item} */ { finding, file }) => {
    if (!finding.person) return "";
    const label = personLabel(finding.person);
    return alike.has(label) ? `${label}\n${file}\n${finding.person.first}` : label;
  };
}

/** @param {Group} group */
function rank(group) {
  return SEVERITIES.indexOf(group.items[0].finding.severity);
}

/**
 * Findings about the file itself, then people, the one with the most findings first. Not a sort: as many people as a
 * large file has would be compared in one go.
 * @param {Group[]} groups
 * @param {Yielder} yielder
 */
async function largestFirst(groups, yielder) {
  /** @type {Map<number, Group[]>} */
  const alike = new Map();
  await each(groups, yielder, (group) => {
    const size = group.key === "" ? Infinity : group.total;
    const others = alike.get(size);
    if (others) others.push(group);
    else alike.set(size, [group]);
  });
  return [...alike].sort(([one], [other]) => other - one).flatMap(([, same]) => same);
}

/**
 * True numbers: what the report's cap left out still counts, and can be fetched.
 * @param {Group[]} groups
 * @param {Report} report
 * @param {Map<string, number>} loaded
 * @param {Set<string | null>} files
 */
function addRest(groups, report, loaded, files) {
  for (const file of report.files) {
    if (!files.has(file.name)) continue;
    for (const [rule, count] of Object.entries(file.truncated)) {
      const rest = Number(count) - (loaded.get(`${file.name}\n${rule}`) ?? 0);
      const group = groups.find((candidate) => candidate.key === rule);
      if (!group || rest <= 0) continue;
      group.more.push({ file: file.name, rule, rest });
      group.total += rest;
    }
  }
}

/**
 * What there is to choose from, and how many findings of each cut rule are at hand, per `file\nrule`.
 * @param {Item[]} items
 * @param {Report} report
 * @param {Yielder} yielder
 * @returns {Promise<{loaded: Map<string, number>, facets: Facets}>}
 */
export async function collectFacets(items, report, yielder) {
  const cut = new Map(report.files.map(({ name, truncated }) => [name, truncated]));
  /** @type {Map<string, number>} */
  const loaded = new Map();
  const [rules, fields, owners] = [new Set(), new Set(), new Set()];
  let days = false;
  let people = false;
  await each(items, yielder, ({ finding, file }) => {
    rules.add(finding.rule);
    if (finding.field) fields.add(finding.field);
    for (const owner of finding.owner ?? []) owners.add(owner);
    days ||= Boolean(finding.day);
    people ||= Boolean(finding.person);
    if (file === null || !(finding.rule in (cut.get(file) ?? {}))) return;
    const key = `${file}\n${finding.rule}`;
    loaded.set(key, (loaded.get(key) ?? 0) + 1);
  });
  return { loaded, facets: { rules: [...rules].sort(), fields: [...fields].sort(), owners: [...owners].sort(), days, people } };
}
