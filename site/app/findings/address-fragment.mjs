// @ts-check
/** The address's fragment: rule ids, severity and sort only; never a person, a file name or a searched text. */

import { SEVERITIES, SORTS } from "./list-model.mjs";

const RULE_ID = /^[A-Z]{3}\d{3}$/;

/** @returns {Pick<import("./list-model.mjs").Filters, "rule" | "severity" | "sort">} what is not understood is left out */
export function readFragment() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const list = (/** @type {string} */ name) => (parameters.get(name) ?? "").split(",");
  const sort = parameters.get("sort");
  return {
    rule: list("rule").filter((id) => RULE_ID.test(id)),
    severity: SEVERITIES.filter((severity) => list("severity").includes(severity)),
    sort: SORTS.find((known) => known === sort) ?? "rule",
  };
}

/** @param {Pick<import("./list-model.mjs").Filters, "rule" | "severity" | "sort">} filters */
export function writeFragment({ rule, severity, sort }) {
  const parts = [];
  if (rule.length > 0) parts.push(`rule=${rule.join(",")}`);
  if (severity.length > 0) parts.push(`severity=${severity.join(",")}`);
  if (sort !== "rule") parts.push(`sort=${sort}`);
  const address = `${location.pathname}${location.search}${parts.length > 0 ? `#${parts.join("&")}` : ""}`;
  if (address === location.pathname + location.search + location.hash) return;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Opened from disk, some browsers refuse: the filters then live without an address.
  }
}
