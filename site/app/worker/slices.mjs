// @ts-check
/** Long answers cross in slices: taken in one message, a large report would make the page stand still. */

/** @import { Slice } from "./messages.d.ts" */

/** @typedef {{trimmed: unknown, weight: number}} Trimmed a value without its long lists, and how many objects it still holds */

/** Answers shorter than this (in UTF-16 units) go in one message: the page reads them within milliseconds. */
const SHORT_TEXT = 100_000;
/** Objects in one slice, give or take the last. */
const SLICE_OBJECTS = 600;

/**
 * @param {string} text JSON
 * @returns {{result: string | object, slices: Slice[]}} the answer without its long lists, and these in the order of handing over
 */
export function sliceAnswer(text) {
  if (text.length < SHORT_TEXT) return { result: text, slices: [] };
  /** @type {Slice[][]} */
  const groups = [];
  const trimmed = /** @type {object} */ (trim(JSON.parse(text), [], groups).trimmed);
  // A list was noted after the lists inside it; it has to arrive before them.
  return { result: trimmed, slices: groups.reverse().flat() };
}

/**
 * @param {unknown} answer is added to
 * @param {Slice} slice
 */
export function addSlice(answer, { path, items }) {
  const list = path.reduce((value, key) => /** @type {Record<string | number, unknown>} */ (value)[key], answer);
  for (const item of items) /** @type {unknown[]} */ (list).push(item);
}

/**
 * @param {unknown} value is changed
 * @param {Slice["path"]} path
 * @param {Slice[][]} groups is added to
 * @returns {Trimmed}
 */
function trim(value, path, groups) {
  if (value === null || typeof value !== "object") return { trimmed: value, weight: 0 };
  let sum = 1;
  /** @type {Trimmed[]} */
  const children = [];
  for (const [key, child] of Object.entries(value)) {
    const trimmedChild = trim(child, [...path, Array.isArray(value) ? Number(key) : key], groups);
    /** @type {Record<string, unknown>} */ (value)[key] = trimmedChild.trimmed;
    sum += trimmedChild.weight;
    children.push(trimmedChild);
  }
  if (!Array.isArray(value) || sum <= SLICE_OBJECTS) return { trimmed: value, weight: sum };
  groups.push(cut(children, path));
  return { trimmed: [], weight: 1 };
}

/**
 * @param {Trimmed[]} children
 * @param {Slice["path"]} path
 */
function cut(children, path) {
  /** @type {Slice[]} */
  const slices = [];
  let capacity = 0;
  for (const { trimmed, weight } of children) {
    if (capacity <= 0) {
      slices.push({ path, items: [] });
      capacity = SLICE_OBJECTS;
    }
    slices[slices.length - 1].items.push(trimmed);
    // A plain value is worth something too.
    capacity -= weight + 0.1;
  }
  return slices;
}
