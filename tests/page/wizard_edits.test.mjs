/** What the user said in the wizard, as Python is told of it; and how many questions are open. */

import assert from "node:assert/strict";
import test from "node:test";

const { Edits } = await import("../../site/app/wizard/edits.mjs");
const { openCounts } = await import("../../site/app/wizard/progress.mjs");

const source = {
  field: "period", fields: ["period"], value: "key header/ym",
  options: [
    { value: "key header/ym", kind: "key", at: "header/ym", field: "period" }, { value: "name", kind: "name" },
    { value: "given", kind: "given" }, { value: "absent", kind: "absent" },
  ],
};
const review = { columns: [{ at: "header/ym", field: "period" }], file_name: { pattern: "{agency_code}_*" } };
const columnsOf = (edits) => Object.fromEntries(edits.all.columns.map(({ at, ...change }) => [at, change]));

test("nothing said is nothing to lose", () => {
  const edits = new Edits();
  assert.equal(edits.isEmpty, true);
  edits.setPlace("/log/*", "ignored");
  assert.deepEqual([edits.isEmpty, edits.all.places], [false, { "/log/*": "ignored" }]);
  edits.forget();
  assert.equal(edits.isEmpty, true);
});

test("a fact of the file comes from one place at a time", () => {
  const edits = new Edits();
  edits.setSource(source, "absent", review);
  assert.deepEqual([edits.all.absent, columnsOf(edits)], [{ period: true }, { "header/ym": { field: "" } }]);
  edits.setSource(source, "given", review);
  edits.setGiven("period", "11006");
  assert.deepEqual([edits.all.absent.period, edits.given], [false, { period: "11006" }]);
  edits.setSource(source, "name", review);
  assert.deepEqual([edits.given, edits.all.file_name], [{}, "{agency_code}_*_{period}"]);
  edits.setSource(source, "key header/ym", { ...review, file_name: { pattern: "{agency_code}_{period}" } });
  assert.deepEqual([edits.all.file_name, columnsOf(edits)["header/ym"].field], ["{agency_code}", "period"]);
});

test("all files have what was said of the kind of data, until something else is said", () => {
  const edits = new Edits();
  const dataset = { field: "dataset", fields: ["dataset"], options: [{ value: "is monthly", kind: "constant", constant: "monthly" }, { value: "absent", kind: "absent" }] };
  edits.setSource(dataset, "is monthly", review);
  assert.deepEqual(edits.all.constants, { dataset: "monthly" });
  edits.setSource(dataset, "absent", review);
  assert.deepEqual([edits.all.constants, edits.all.absent], [{ dataset: null }, { dataset: true }]);
});

test("another field has other codes and forms; of two keys the later has the field", () => {
  const edits = new Edits();
  edits.setColumn("record/a", { field: "leave_type", codes: { 1: "事假" } });
  edits.setColumn("record/b", { field: "leave_type" });
  edits.setColumn("record/a", { required: true });
  assert.deepEqual(edits.all.columns.map(({ at }) => at), ["record/a", "record/b"]);
  edits.setColumn("record/a", { field: "reason" });
  assert.deepEqual(columnsOf(edits)["record/a"], { field: "reason", required: true });
});

test("a field that a key was given is not absent any more", () => {
  const edits = new Edits();
  edits.setAbsent("covid_related", true);
  edits.setColumn("record/c", { field: "covid_related" });
  assert.deepEqual(edits.all.absent, { covid_related: false });
});

test("a proposal of a table stays one until it is confirmed", () => {
  const edits = new Edits();
  edits.setColumn("record/k", { codes: { 1: "娩假", 2: "事假" }, proposed: ["1"] });
  edits.setColumn("record/k", { codes: { 3: "病假" } });
  assert.deepEqual(columnsOf(edits)["record/k"].proposed, ["1"]);
  edits.setColumn("record/k", { codes: { 1: "娩假" } });
  assert.deepEqual(columnsOf(edits)["record/k"], { codes: { 1: "娩假", 2: "事假", 3: "病假" }, proposed: [] });
});

test("open questions are counted for each step", () => {
  const open = openCounts({
    places: [{ sure: true }, { sure: false }], header: [{ sure: true }],
    columns: [{ asks: "?", codes: null }, { asks: "", codes: [{ name: "", proposed: false }, { name: "娩假", proposed: true }, { name: "事假", proposed: false }] }],
    absent: [{ declared: true }, { declared: false }],
  });
  assert.deepEqual([...open], [["places", 1], ["columns", 2], ["codes", 2]]);
});
