// @ts-check
/** Finding pages by Chinese words inside sentences. Pure: no document here, so that Node can test it. */

import MiniSearch from "minisearch";

/**
 * One heading of a page with the text below it; `heading` is empty for the page's own start.
 * @typedef {{title: string, heading: string, section: string, url: string, text: string}} Entry
 * @typedef {{entry: Entry, more: Entry[]}} Hit the best place in a page, and further places in the same page
 * @typedef {{hits: Hit[], exact: boolean, words: string[]}} Answer `exact` is false where no place has every word
 */

const RUNS = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[a-z0-9_]+/g;
const LATIN = /^[a-z0-9_]+$/;
/** What people ask around the words they look for; taken out of a query where something else is left. */
const QUESTION_WORDS = /請問|為什麼|什麼時候|何時|什麼|怎麼辦|怎麼|如何|哪些|哪個|幾天|幾日|多少|多久|可不可以|要不要|會不會|能不能|是不是|有沒有|可以|應該|[嗎呢的了?？。，、]/g;
/** Fewer of the query's pairs than this, and a place is nonsense rather than near. */
const NEAR = 0.5;
/** Pages shown at most. */
export const LIMIT = 30;

/**
 * The text in the one form that is indexed and compared: lower case, half width, 臺 for 台. Lengths do not change, so
 * that a place found in it is the same place in the text as written.
 * @param {string} text
 */
export function normalize(text) {
  return text.replace(/[A-Z\uff01-\uff5e\u3000台]/g, (character) => {
    if (character === "台") return "臺";
    if (character === "\u3000") return " ";
    const code = character.charCodeAt(0);
    return String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code).toLowerCase();
  });
}

/**
 * Chinese runs as overlapping pairs of characters, Latin ones as words. `last` adds the run's last character, so that
 * a query of one character finds it by prefix wherever it stands.
 * @param {string} text
 * @param {boolean} last
 */
export function tokenize(text, last) {
  const tokens = [];
  for (const [fragment] of normalize(text).matchAll(RUNS)) {
    if (LATIN.test(fragment)) {
      tokens.push(fragment);
      if (fragment.includes("_")) tokens.push(...fragment.split("_").filter(Boolean));
      continue;
    }
    const characters = [...fragment];
    for (let index = 0; index + 1 < characters.length; index += 1) tokens.push(characters[index] + characters[index + 1]);
    if (last || characters.length === 1) tokens.push(characters[characters.length - 1]);
  }
  return tokens;
}

/**
 * Clerks search for their tasks first, then for a rule; what a rule's page shows below its beginning, and the
 * developers' pages, come last.
 * @param {string} url
 */
function weightOf(url) {
  if (url.startsWith("manual/") || url.startsWith("covid/")) return 2;
  if (url.startsWith("develop/")) return 0.2;
  return url.startsWith("rules/") && url.includes("#") ? 0.4 : 1;
}

/** @param {Entry[]} entries */
export function buildSearch(entries) {
  const index = new MiniSearch({
    fields: ["title", "heading", "text"],
    idField: "id",
    tokenize: (text) => tokenize(text, true),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => [...new Set(tokenize(text, false))],
      boost: { title: 4, heading: 6 },
      boostDocument: (id) => weightOf(entries[id].url),
      prefix: (term) => LATIN.test(term) || [...term].length === 1,
    },
  });
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));

  /**
   * Places that have every pair of the query; where there is none, the places that have most of them.
   * @param {string} query
   * @returns {Answer}
   */
  return function search(query) {
    const core = normalize(query).replace(QUESTION_WORDS, " ");
    const asked = tokenize(core, false).length > 0 ? core : query;
    const words = normalize(asked).split(/\s+/).filter(Boolean);
    const wanted = new Set(tokenize(asked, false));
    if (wanted.size === 0) return { hits: [], exact: true, words };
    let found = index.search(asked, { combineWith: "AND" });
    const exact = found.length > 0;
    if (!exact) {
      found = index.search(asked, { combineWith: "OR" }).filter((result) => result.queryTerms.length >= NEAR * wanted.size);
    }
    return { hits: groupByPage(found.map((result) => entries[result.id])), exact, words };
  };
}

/**
 * @param {Entry[]} found best first
 * @returns {Hit[]}
 */
function groupByPage(found) {
  /** @type {Map<string, Hit>} */
  const pages = new Map();
  for (const entry of found) {
    const page = entry.url.split("#")[0];
    const hit = pages.get(page);
    if (hit) hit.more.push(entry);
    else if (pages.size < LIMIT) pages.set(page, { entry, more: [] });
  }
  return [...pages.values()];
}

/**
 * The part of a text around the first place found, and the places to mark in it.
 * @param {string} text
 * @param {string[]} words normalized words of the query
 * @param {number} length
 * @returns {{text: string, marked: boolean}[]} fragments in order
 */
export function snippet(text, words, length) {
  const places = findPlaces(normalize(text), words);
  const start = text.length > length && places.length > 0 && places[0][0] > length / 3 ? places[0][0] - Math.floor(length / 4) : 0;
  const end = Math.min(text.length, start + length);
  /** @type {{text: string, marked: boolean}[]} */
  const fragments = [{ text: start > 0 ? "…" : "", marked: false }];
  let at = start;
  for (const [from, to] of places) {
    if (from < at || to > end) continue;
    fragments.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  fragments.push({ text: text.slice(at, end) + (end < text.length ? "…" : ""), marked: false });
  return fragments.filter((fragment) => fragment.text !== "");
}

/**
 * Where the words stand, in order; the pairs of a word stand in for it where the word itself is nowhere.
 * @param {string} text normalized
 * @param {string[]} words
 * @returns {[number, number][]}
 */
function findPlaces(text, words) {
  /** @type {[number, number][]} */
  const places = [];
  for (const word of words) {
    const needles = text.includes(word) ? [word] : tokenize(word, false);
    for (const needle of needles) {
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
        places.push([at, at + needle.length]);
      }
    }
  }
  places.sort((a, b) => a[0] - b[0]);
  /** @type {[number, number][]} */
  const merged = [];
  for (const [from, to] of places) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
