// @ts-check
/** Finding pages by Chinese words inside sentences. Pure: no document here, so that Node can test it. */

import MiniSearch from "minisearch";
import { SAID } from "./said.mjs";
import { normalize, tokenize } from "./words.mjs";

/**
 * One heading of a page with the text below it; `heading` is empty for the page's own start.
 * @typedef {{title: string, heading: string, section: string, url: string, text: string}} Entry
 * @typedef {{entry: Entry, more: Entry[]}} Hit the best place in a page, and further places in the same page
 * @typedef {{hits: Hit[], exact: boolean, words: string[]}} Answer `exact` is false where no place has all that was asked
 *
 * What is asked for, as one of these lists of tokens, and the pages that are known to answer it.
 * @typedef {{ways: string[][], pages: readonly string[], weight: number}} Wish
 */

/** What people ask around the words they look for; taken out of a query where something else is left. */
const QUESTION_WORDS = /請問|為什麼|為何|什麼時候|何時|什麼|怎麼辦|怎麼|怎樣|如何|哪些|哪個|哪裡|哪一|幾天|幾日|多少|多久|可不可以|要不要|會不會|能不能|是不是|有沒有|需不需要|需要|可以|應該|一直|我們|我要|我的|[嗎呢的了吧啊?？。，、！!]/g;
/** Less of what was asked than this, and a place is nonsense rather than near. */
const NEAR = 0.3;
/** A word in a title or heading says what the place is about. */
const STRENGTH = { title: 3, heading: 3.5, text: 1 };
/** What a page gains that is known to answer a phrase of the query. */
const KNOWN = 5;
/** A phrase of the list is surely meant; a pair of characters may lie across two words. */
const PHRASE = 2;
/** Pages shown at most. */
export const LIMIT = 30;

/**
 * Clerks search for their tasks first, then for a rule; what a rule's page shows below its beginning, and the
 * developers' pages, come last.
 * @param {string} url
 */
function weightOf(url) {
  if (url.startsWith("manual/") || url.startsWith("covid/")) return 2;
  if (url.startsWith("develop/")) return 0.1;
  if (url.startsWith("rules/")) return url.includes("#") ? 0.4 : 0.8;
  return url.startsWith("format/") ? 0.8 : 1.2;
}

/** @param {string} url an address, or the name of a page in the list of phrases; the start page of a part has two names */
const pageOf = (url) => url.split("#")[0].replace(/\/?index\.html$/, "").replace(/(^|\/)index$/, "");

/** @param {Entry[]} entries */
export function buildSearch(entries) {
  /** @type {Map<string, number>} */
  const frequency = new Map();
  const index = new MiniSearch({
    fields: ["title", "heading", "text"],
    idField: "id",
    tokenize: (text) => tokenize(text, true),
    processTerm: (term) => {
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
      return term;
    },
    searchOptions: {
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
      prefix: (term) => /^[a-z0-9_]+$/.test(term) || [...term].length === 1,
      combineWith: "OR",
    },
  });
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));
  const pages = entries.map(({ url }) => pageOf(url));
  const weights = entries.map(({ url }) => weightOf(url));

  /** @param {string} token rare ones say more; one that is nowhere says little: it may lie across two words */
  function rarity(token) {
    const times = frequency.get(token);
    return times ? Math.log(1 + entries.length / times) : 1;
  }

  /**
   * Pages by how much they have of what is asked, in titles and headings before texts, in one place before many.
   * @param {string} query
   * @returns {Answer}
   */
  return function search(query) {
    const wishes = wishesOf(query, rarity);
    const words = normalize(query).replace(QUESTION_WORDS, " ").split(/\s+/).filter(Boolean);
    if (wishes.length === 0) return { hits: [], exact: true, words };
    const all = wishes.reduce((sum, wish) => sum + wish.weight, 0);
    const tokens = [...new Set(wishes.flatMap((wish) => wish.ways.flat()))];
    const results = index.search(tokens.join(" "));
    const most = results[0]?.score ?? 1;

    /** @type {Map<string, {value: number, places: [order: number, Entry][]}>} */
    const found = new Map();
    let exact = false;
    for (const { id, match, score, queryTerms } of results) {
      const fields = fieldsOf(match, queryTerms);
      let value = 0;
      let covered = 0;
      for (const { ways, weight } of wishes) {
        const strength = Math.max(...ways.map((way) => Math.min(...way.map((token) => fields.get(token) ?? 0))));
        value += weight * strength;
        if (strength > 0) covered += weight / all;
      }
      if (covered < NEAR) continue;
      if (covered > 0.999) exact = true;
      // A page that is named as what was asked is read from its beginning, not from a part that has the word as well.
      const named = !entries[id].heading && value >= all * STRENGTH.title - 1e-9;
      value *= covered * covered * weights[id] * (1 + score / most);
      const page = found.get(pages[id]) ?? { value: 0, places: [] };
      page.places.push([named ? Infinity : value, entries[id]]);
      page.value = Math.max(page.value, value);
      found.set(pages[id], page);
    }
    for (const { places } of found.values()) places.sort((a, b) => b[0] - a[0]);
    for (const { pages: known, weight } of wishes) {
      for (const name of known) promote(name, weight);
    }
    const ranked = [...found.values()].sort((a, b) => b.value - a.value).slice(0, LIMIT);
    return { hits: ranked.map(({ places: [[, entry], ...more] }) => ({ entry, more: more.map(([, other]) => other) })), exact, words };

    /** @param {string} name @param {number} weight */
    function promote(name, weight) {
      const at = pages.indexOf(pageOf(name));
      if (at < 0) return;
      const page = found.get(pages[at]) ?? { value: 0, places: [[0, entries[at]]] };
      page.value += (KNOWN * weight * weight * 2) / all;
      found.set(pages[at], page);
    }
  };
}

/**
 * What a query asks for: the phrases of the list, each with the other ways to say it, and the rest in pairs.
 * @param {string} query
 * @param {(token: string) => number} rarity
 * @returns {Wish[]}
 */
function wishesOf(query, rarity) {
  /** @type {Wish[]} */
  const wishes = [];
  let rest = normalize(query);
  for (const [phrase, { means, pages }] of SAID) {
    if (!rest.includes(phrase)) continue;
    rest = rest.replaceAll(phrase, " ");
    const ways = [phrase, ...means].map((way) => tokenize(way, false)).filter((way) => way.length > 0);
    wishes.push({ ways, pages, weight: PHRASE * Math.min(...ways.slice(1).map((way) => Math.max(...way.map(rarity)))) });
  }
  const core = rest.replace(QUESTION_WORDS, " ");
  const asked = wishes.length > 0 || tokenize(core, false).length > 0 ? core : rest;
  for (const token of new Set(tokenize(asked, false))) {
    if (wishes.length > 0 && [...token].length === 1 && !/[a-z0-9]/.test(token)) continue;
    wishes.push({ ways: [[token]], pages: [], weight: rarity(token) });
  }
  return wishes;
}

/**
 * How strongly each token of the query stands in a place.
 * @param {Record<string, string[]>} match
 * @param {string[]} tokens
 */
function fieldsOf(match, tokens) {
  /** @type {Map<string, number>} */
  const strengths = new Map();
  for (const [term, fields] of Object.entries(match)) {
    const strength = Math.max(...fields.map((field) => STRENGTH[/** @type {keyof typeof STRENGTH} */ (field)]));
    for (const token of tokens) {
      if (term === token || (term.startsWith(token) && (/^[a-z0-9_]+$/.test(token) || [...token].length === 1))) {
        strengths.set(token, Math.max(strengths.get(token) ?? 0, strength));
      }
    }
  }
  return strengths;
}
