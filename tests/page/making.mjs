/** Reports in the making: what tests of the page's modules are given. */

import { Yielder } from "../../site/app/ui/yielding.mjs";

/** One finding; the default is a wrong checksum in the first record. */
export function finding(changes = {}) {
  return {
    rule: "COD105", severity: "error", title: "身分證字號檢查碼不符", message: "身分證字號「A12345****」的檢查碼不符。",
    fix: "請對照人事資料更正身分證字號。", pointer: "/records/0/person_id", line: 5, column: 20, field: "person_id",
    value: "A12345****", expected: null, person: person(), record: "休假 110/6/8 08:00–17:00，1 日", day: null, params: {}, folded: {},
    owner: ["personnel"], ...changes,
  };
}

export function person(changes = {}) {
  return { id: "A12345****", name: "王小明", index: 0, first: 0, ...changes };
}

/** One file of the report, with counts and status that follow its findings unless given. */
export function file(name = "11006.json", findings = [], changes = {}) {
  const counts = countOf(findings);
  return {
    name, size: 5123, sha256: "9f".repeat(32), status: counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : "pass",
    agency_code: "376506200A", agency_name: "水上鄉公所", period: "11006", dataset: "monthly", record_count: 42,
    person_count: 17, deadline: { date: "2021-07-20", status: "upcoming", days_left: 5, note: null }, counts,
    not_checked: [], findings, truncated: {}, sample: false, ...changes,
  };
}

/** A report, whose summary follows its files and the findings about several of them. */
export function report(files = [file()], { findings = [], matrix = [], month = "11006", ...changes } = {}) {
  const summary = { files: files.length, ...countOf(findings) };
  for (const { counts } of files) for (const severity of SEVERITIES) summary[severity] += counts[severity];
  return {
    report_version: 1, generator: { name: "pyvalidator", version: "7.0.1" },
    profile: { id: "reference", version: "1", status: "assumption", title: "參考版型" },
    checked_at: "2021-07-15T09:00:00+08:00", files, batch: { findings, matrix, month }, incidents: [], summary, ...changes,
  };
}

const SEVERITIES = ["error", "warning", "info"];

function countOf(findings) {
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity).length]));
}

/** Lists as short as a test's are worked through without a pause. */
export const yielder = () => new Yielder();
