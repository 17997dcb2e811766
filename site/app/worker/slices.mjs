// @ts-check
/** Long answers cross in slices: taken in one message, a large report would make the page stand still. */

/** @typedef {{path: (string | number)[], items: any[]}} Slice more entries for the list at `path` of the answer */

/** Answers shorter than this (in UTF-16 units) go in one message: the page reads them within milliseconds. */
const SHORT_TEXT = 100_000;
/** Objects in one slice, give or take the last. */
const SLICE_OBJECTS = 600;

/**
 * @param {string} text JSON
 * @returns {{result: any, slices: Slice[]}} the answer without its long lists, and these in the order of handing over
 */
export function sliceAnswer(text) {
  if (text.length < SHORT_TEXT) return { result: text, slices: [] };
  /** @type {Slice[][]} */
  const groups = [];
  const { trimmed } = trim(JSON.parse(text), [], groups);
  // A list was noted after the lists inside it; it has to arrive before them.
  return { result: trimmed, slices: groups.reverse().flat() };
}

/**
 * @param {any} answer
 * @param {Slice} slice
 */
export function addSlice(answer, { path, items }) {
  const list = path.reduce((value, key) => value[key], answer);
  for (const item of items) list.push(item);
}

/**
 * @param {any} value
 * @param {Slice["path"]} path
 * @param {Slice[][]} groups is added to
 * @returns {{trimmed: any, weight: number}} the value without its long lists, and how many objects it still holds
 */
function trim(value, path, groups) {
  if (value === null || typeof value !== "object") return { trimmed: value, weight: 0 };
  let sum = 1;
  /** @type {{trimmed: any, weight: number}[]} */
  const children = [];
  for (const [key, child] of Object.entries(value)) {
    const trimmedChild = trim(child, [...path, Array.isArray(value) ? Number(key) : key], groups);
    value[key] = trimmedChild.trimmed;
    sum += trimmedChild.weight;
    children.push(trimmedChild);
  }
  if (!Array.isArray(value) || sum <= SLICE_OBJECTS) return { trimmed: value, weight: sum };
  groups.push(cut(children, path));
  return { trimmed: [], weight: 1 };
}

/**
 * @param {{trimmed: any, weight: number}[]} children
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
