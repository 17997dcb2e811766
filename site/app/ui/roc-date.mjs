// @ts-check
/** Dates as clerks write them: 1100607, 110/6/7, 110.6.7, 110年6月7日, in half or full width. Pure, so that Node can test it. */

/** The year before the Republic's first. */
export const ROC_YEAR_ZERO = 1911;

/**
 * @param {string} text
 * @returns {string | null} the day as `2021-06-07`, null where the text is no date of the Republic
 */
export function readRocDate(text) {
  const plain = text.trim().replace(/[０-９／．－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  const found = plain.match(/^(?:民國)?\s*(\d{2,3})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/) || plain.match(/^(\d{3})(\d{2})(\d{2})$/);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]) + ROC_YEAR_ZERO, Number(found[2]), Number(found[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
