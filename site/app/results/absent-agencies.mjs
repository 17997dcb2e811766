// @ts-check
/** Which agencies still owe a file, read off the report's matrix. */

import { UNKNOWN } from "../ui/shared-words.mjs";

/** @import { MatrixEntry } from "../report.d.ts" */

/** Statuses of a cell without a file. */
export const ABSENT = ["missing", "overdue"];

/** Names of the agencies that lack a file. @param {MatrixEntry[]} matrix @returns {string[]} */
export function absentAgencies(matrix) {
  return [...new Set(matrix.filter(({ status }) => ABSENT.includes(status)).map((entry) => entry.agency_name ?? entry.agency_code ?? UNKNOWN.agency))];
}
