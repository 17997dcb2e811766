// @ts-check
/** Which agencies owe the file of the month that the report is about, read off its matrix. */

import { formatPeriod } from "../ui/format.mjs";
import { UNKNOWN } from "../ui/shared-words.mjs";

/** @import { MatrixEntry, Report } from "../report.d.ts" */

/**
 * Who has no file at all, and who has files of other months only.
 * @param {Report} report
 * @returns {{missing: MatrixEntry[], other: MatrixEntry[]}}
 */
export function absentAgencies({ batch: { matrix, month = null } }) {
  const absent = matrix.filter((entry) => entry.file === null && entry.period === month);
  return {
    missing: absent.filter((entry) => !hasOtherMonths(entry)),
    other: absent.filter(hasOtherMonths),
  };
}

/** @param {MatrixEntry} entry */
export function agencyName(entry) {
  return entry.agency_name || entry.agency_code || UNKNOWN.agency;
}

/** The agency with the months of its files. @param {MatrixEntry} entry */
export function withMonths(entry) {
  return `${agencyName(entry)}（${monthsText(entry)}）`;
}

/** Whether there are files of the agency, and of other months only. @param {MatrixEntry} entry */
export function hasOtherMonths({ other_months: months = [] }) {
  return months.length > 0;
}

/** @param {MatrixEntry} entry */
export function monthsText({ other_months: months = [] }) {
  return months.map(formatPeriod).join("、");
}
