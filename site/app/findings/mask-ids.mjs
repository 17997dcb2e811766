// @ts-check
/** Masks ID numbers in a text that leaves the page, whatever the screen shows. The report itself is masked by Python. */

/** @import { Entry } from "../report.d.ts" */

/** A national or resident ID as it may stand in any sentence. */
const ID_LIKE = /[A-Za-z][0-9A-Da-d][0-9]{8}/g;
const SHOWN = 6;

/**
 * Masks the id of the finding's person and everything that looks like an id.
 * @param {string} text
 * @param {Entry} [finding] whose person's ID is masked even where it looks like none
 */
export function maskText(text, finding) {
  const ids = [finding?.person?.id, finding?.field === "person_id" ? finding.value : null];
  let masked = text;
  for (const id of ids) if (typeof id === "string" && id !== "") masked = masked.replaceAll(id, mask(id));
  return masked.replace(ID_LIKE, mask);
}

/** @param {string} id */
function mask(id) {
  const points = Array.from(id);
  return points.slice(0, SHOWN).join("") + "*".repeat(Math.max(0, points.length - SHOWN));
}
