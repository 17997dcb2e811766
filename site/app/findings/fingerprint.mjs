// @ts-check
/** What makes a finding the same in the next export of the same agency and month, wherever it stands by then. */

import { maskText } from "./mask-ids.mjs";

/**
 * The same whether the screen shows whole IDs or not.
 * @param {any} file of the report; null for a finding about several files
 * @param {any} finding
 */
export function fingerprint(file, finding) {
  const { rule, person, day, field, value } = finding;
  const whose = file ? [file.agency_code, file.period, file.dataset] : finding.files;
  return maskText(JSON.stringify([whose, rule, person?.id, person?.name, day, field, value]), finding);
}
