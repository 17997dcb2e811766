/** What makes a finding the same in a later check: fingerprints, what changed, the reasons that a clerk gave. */

import assert from "node:assert/strict";
import test from "node:test";

import { Acknowledgements } from "../../site/app/findings/acknowledgements.mjs";
import { ChangeLog } from "../../site/app/findings/changes.mjs";
import { fingerprint } from "../../site/app/findings/fingerprint.mjs";
import { file, finding, person, report } from "./making.mjs";

const print = (one, of = file()) => fingerprint({ finding: one, file: of.name }, of);

test("a finding is the same wherever it stands, and in whichever file of the agency and month", () => {
  const moved = finding({ line: 80, column: 3, pointer: "/records/9/person_id", person: person({ index: 9, first: 9 }), message: "x" });
  assert.equal(print(finding()), print(moved, file("更正.json")));
});

test("a finding is the same whether the screen shows whole IDs or not", () => {
  const whole = finding({ value: "A123456789", person: person({ id: "A123456789" }) });
  assert.equal(print(whole), print(finding()));
});

for (const [what, changed, of] of [
  ["rule", finding({ rule: "COD101" })],
  ["value", finding({ value: "B12345****" })],
  ["day", finding({ day: "2021-06-07" })],
  ["person", finding({ person: person({ name: "李美華" }) })],
  ["month", finding(), file("a.json", [], { period: "11007" })],
]) {
  test(`another ${what} makes another finding`, () => assert.notEqual(print(changed, of), print(finding())));
}

test("findings about several files differ by their files", () => {
  const about = (...files) => fingerprint({ finding: { ...finding(), files }, file: null }, undefined);
  assert.equal(about("a.json", "b.json"), about("a.json", "b.json"));
  assert.notEqual(about("a.json", "b.json"), about("a.json", "c.json"));
});

const late = finding({ rule: "REC301", title: "結束時間早於開始時間", field: "end_date" });

test("the first check of a month is compared with nothing", async () => {
  const log = new ChangeLog();
  assert.equal(await log.record(report()), null);
  assert.equal(await log.record(report([file("七月.json", [], { period: "11007" })])), null);
});

test("gone, new and left are counted one by one", async () => {
  const log = new ChangeLog();
  await log.record(report([file("a.json", [finding(), finding(), late])]));
  const fresh = finding({ rule: "COD101" });
  const again = file("更正.json", [finding(), fresh]);
  const change = await log.record(report([again]));
  assert.deepEqual([change.fixed.length, change.added, change.left], [2, 1, 1]);
  assert.ok(change.fixed.includes("結束時間早於開始時間：王小明（A12345****）"));
  assert.deepEqual(change.before, [{ now: ["更正.json"], then: ["a.json"], at: "2021-07-15T09:00:00+08:00" }]);
  assert.equal(change.isNew({ finding: fresh, file: again.name }, again), true);
  assert.equal(change.isNew({ finding: again.findings[0], file: again.name }, again), false);
});

test("a file whose header cannot be read is not compared, and a cut list is said to be", async () => {
  const log = new ChangeLog();
  await log.record(report([file("a.json", [finding()], { period: null })]));
  assert.equal(await log.record(report([file("a.json", [finding()], { period: null })])), null);
  await log.record(report());
  assert.equal((await log.record(report([file("a.json", [], { truncated: { COD105: 2000 } })]))).partly, true);
});

test("nothing is remembered after the log has been emptied", async () => {
  const log = new ChangeLog();
  await log.record(report());
  log.forget();
  assert.equal(await log.record(report()), null);
});

const warning = finding({ rule: "REC320", severity: "warning", pointer: "/records/3/start_date", field: "start_date" });

test("a reason goes with the warning into the corrected file and into exports", () => {
  const reasons = new Acknowledgements();
  reasons.use(report([file("a.json", [finding(), warning])]));
  reasons.set([{ finding: warning, file: "a.json" }], "輪值");
  const moved = { ...warning, pointer: "/records/8/start_date" };
  reasons.use(report([file("更正.json", [moved])]));
  assert.equal(reasons.reason({ finding: moved, file: "更正.json" }), "輪值");
  assert.deepEqual(reasons.list(),
    [{ file: "更正.json", rule: "REC320", pointer: "/records/8/start_date", field: "start_date", reason: "輪值" }]);
  assert.equal(reasons.count, 1);
});

test("a warning about several files can have a reason too", () => {
  const reasons = new Acknowledgements();
  const about = { ...warning, files: ["a.json", "b.json"], pointer: null, field: null };
  reasons.use(report([file("a.json"), file("b.json")], { findings: [about] }));
  reasons.set([{ finding: about, file: null }], "分兩次報送");
  assert.deepEqual(reasons.list(), [{ file: null, rule: "REC320", pointer: null, field: null, reason: "分兩次報送" }]);
});

test("an empty reason is none, and nothing is kept after all is forgotten", () => {
  const reasons = new Acknowledgements();
  reasons.use(report([file("a.json", [warning])]));
  const items = [{ finding: warning, file: "a.json" }];
  reasons.set(items, "輪值");
  reasons.set(items, "");
  assert.equal(reasons.count, 0);
  reasons.set(items, "輪值");
  reasons.forget();
  assert.deepEqual([reasons.count, reasons.reason(items[0])], [0, ""]);
});
