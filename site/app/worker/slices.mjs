// @ts-check
/** Long answers cross in slices: taken in one message, a large report would make the page stand still. */

/** @typedef {{path: (string | number)[], items: any[]}} Slice more entries for the list at `path` of the answer */

/** Answers shorter than this (in UTF-16 units) go in one message: the page reads them within milliseconds. */
const SHORT = 100_000;
/** Objects in one slice, give or take the last. */
const MOST = 600;

/**
 * @param {string} text JSON
 * @returns {{result: any, slices: Slice[]}} the answer without its long lists, and these in the order of handing over
 */
export function sliceAnswer(text) {
  if (text.length < SHORT) return { result: text, slices: [] };
  /** @type {Slice[][]} */
  const groups = [];
  const { light } = lighten(JSON.parse(text), [], groups);
  // A list was noted after the lists inside it; it has to arrive before them.
  return { result: light, slices: groups.reverse().flat() };
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
 * @returns {{light: any, weight: number}} the value without its long lists, and how many objects it still holds
 */
function lighten(value, path, groups) {
  if (value === null || typeof value !== "object") return { light: value, weight: 0 };
  let sum = 1;
  /** @type {{light: any, weight: number}[]} */
  const parts = [];
  for (const [key, child] of Object.entries(value)) {
    const part = lighten(child, [...path, Array.isArray(value) ? Number(key) : key], groups);
    value[key] = part.light;
    sum += part.weight;
    parts.push(part);
  }
  if (!Array.isArray(value) || sum <= MOST) return { light: value, weight: sum };
  groups.push(cut(parts, path));
  return { light: [], weight: 1 };
}

/**
 * @param {{light: any, weight: number}[]} parts
 * @param {Slice["path"]} path
 */
function cut(parts, path) {
  /** @type {Slice[]} */
  const slices = [];
  let room = 0;
  for (const { light, weight } of parts) {
    if (room <= 0) {
      slices.push({ path, items: [] });
      room = MOST;
    }
    slices[slices.length - 1].items.push(light);
    // A plain value is worth something too.
    room -= weight + 0.1;
  }
  return slices;
}
