// @ts-check
/** The words that the page shares with reports, command line and manual. Their one source belongs to the core. */

import shared from "../../../pyvalidator/wording/shared.json" with { type: "json" };
import { formatDate } from "./format.mjs";

export const {
  severity: SEVERITY, matrix: MATRIX_STATUS, not_checked: NOT_CHECKED_REASON, side_file: SIDE_KIND, progress: STAGE,
  absent: ABSENT, dataset: DATASET, formats: FORMATS, owner: OWNER, owner_title: OWNER_TITLE, signatures: SIGNATURES,
  unknown: UNKNOWN, verdict: VERDICT, skipped: SKIPPED, coverage: COVERAGE, given: GIVEN,
} = shared;
export const SHIPPED_TITLE = shared.shipped.title;
export const LIMITS_TITLE = shared.limits.title;

/** @import { PageProfile } from "../worker/messages.d.ts" */

/**
 * @param {string} text with names in braces
 * @param {Record<string, string | number>} values by name
 */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** What the verdict calls a profile. A user's own is never the reference profile, whatever its id. @param {PageProfile} profile */
function profileName({ id, title, origin = "built_in" }) {
  return origin === "built_in" && id === "reference" ? shared.profile.reference : filled(shared.profile.other, { title });
}

/** How far a profile can be relied on. @param {PageProfile} profile */
export function profileStatus({ status, origin = "built_in" }) {
  return shared.profile.status[origin][status];
}

/** A profile in one line. @param {PageProfile} profile */
export function profileLine(profile) {
  const { id, version, title } = profile;
  return filled(shared.profile.line, { id, version, title, status: profileStatus(profile) });
}

/**
 * Whose settings came with the page.
 * @param {{owner: string, date: string, kinds: string[]}} shipped
 */
export function shippedLine({ owner, date, kinds }) {
  return filled(shared.shipped.line, { owner, day: formatDate(date), kinds: kinds.map((kind) => SIDE_KIND[/** @type {keyof typeof SIDE_KIND} */ (kind)]).join("、") });
}

/** What a result does not prove. @param {PageProfile} profile */
export function limitsText({ status, origin = "built_in" }) {
  return filled(shared.limits.text, { profile: shared.profile.limit[origin][status] });
}

/**
 * How much of what was found is listed.
 * @param {keyof typeof shared.extent} kind
 * @param {Record<string, string>} values
 */
export function extentWords(kind, values) {
  return filled(shared.extent[kind], values);
}

/**
 * @param {keyof typeof VERDICT} verdict
 * @param {PageProfile} profile
 */
export function verdictText(verdict, profile) {
  return filled(VERDICT[verdict], { profile: profileName(profile) });
}

/**
 * What to do after a pass, as pyvalidator/report/render/words.py says it.
 * @param {readonly {sample: boolean, deadline: {status: string, date: string | null}}[]} files
 */
export function passNext(files) {
  const words = shared.pass_next;
  // A sample is nobody's leave: where one stands among the files, nothing sounds as if they could be sent.
  if (files.some(({ sample }) => sample)) return words.sample;
  const [first, ...others] = files.map(({ deadline }) => deadline);
  if (!first || others.some(({ status, date }) => status !== first.status || date !== first.date)) return words.several;
  return filled(words[/** @type {"upcoming"} */ (first.status)], { day: formatDate(first.date ?? "") });
}

/**
 * @param {keyof typeof shared.deadline} kind
 * @param {string} day in words
 * @param {string} days as a number in words
 */
export function deadlineWords(kind, day, days = "") {
  return filled(shared.deadline[kind], { day, days });
}
