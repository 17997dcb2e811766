// @ts-check
/** What makes a finding the same in the next export of the same agency and month, wherever it stands by then. */

import { maskText } from "./mask-ids.mjs";

/** @import { FileReport } from "../report.d.ts" */

/** @typedef {import("./list-model.mjs").Item} Item */

/**
 * The same whether the screen shows whole IDs or not.
 * @param {Item} item
 * @param {FileReport | undefined} report on the item's file; undefined for a finding about several
 */
export function fingerprint({ finding, file }, report) {
  const { rule, person, day, field, value } = finding;
  const whose = file === null ? finding.files : [report?.agency_code, report?.period, report?.dataset];
  return maskText(JSON.stringify([whose, rule, person?.id, person?.name, day, field, value]), finding);
}
