// @ts-check
/** The part of a found text that is shown, with the words marked. */

import { normalize, tokenize } from "./words.mjs";

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
