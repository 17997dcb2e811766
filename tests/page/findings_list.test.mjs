/** Which findings the list shows, in which groups and order. */

import assert from "node:assert/strict";
import test from "node:test";

import {
  collectFacets, collectItems, emptyFilters, filterItems, groupItems, itemsOfBatch, itemsOfFile, personLabel,
} from "../../site/app/findings/list-model.mjs";
import { file, finding, person, report, yielder } from "./making.mjs";

const late = finding({
  rule: "REC301", title: "結束時間早於開始時間", field: "end_date", value: "1100603", day: "2021-06-07", folded: { REC305: 2 },
  owner: ["unit", "vendor"],
  person: person({ id: "B23456****", name: "李美華", index: 1, first: 1 }), message: "結束日期早於開始日期。",
});
const weekend = finding({ rule: "REC320", severity: "warning", day: "2021-06-12", field: "start_date", value: "1100612", owner: ["unit"] });
const ofFile = finding({ rule: "FIL501", severity: "info", field: "system_name", value: null, person: null, owner: undefined });
const ofBatch = { ...finding({ rule: "BAT104", severity: "warning", person: null, field: null, value: null, owner: ["supervisor"] }), files: ["a.json", "b.json"] };
const made = report([file("a.json", [finding(), late, weekend]), file("b.json", [weekend, ofFile])], { findings: [ofBatch] });
const items = [...itemsOfBatch([ofBatch]), ...itemsOfFile("a.json", [finding(), late, weekend]), ...itemsOfFile("b.json", [weekend, ofFile])];

const rulesLeft = async (changes, isNew = () => true) =>
  (await filterItems(items, { ...emptyFilters(), ...changes }, isNew, yielder())).map((item) => `${item.file ?? "-"} ${item.finding.rule}`);

test("findings about several files stand first, then each file's in its order", async () => {
  assert.deepEqual(await collectItems(made, yielder()), items);
});

test("without a filter the list itself is handed back", async () => {
  assert.equal(await filterItems(items, emptyFilters(), () => false, yielder()), items);
});

for (const [what, filters, left] of [
  ["rule", { rule: ["COD105", "BAT104"] }, ["- BAT104", "a.json COD105"]],
  ["severity", { severity: ["info"] }, ["b.json FIL501"]],
  ["file, and what concerns it among others", { file: "b.json" }, ["- BAT104", "b.json REC320", "b.json FIL501"]],
  ["field", { field: "end_date" }, ["a.json REC301"]],
  ["who can change it first", { owner: "unit" }, ["a.json REC301", "a.json REC320", "b.json REC320"]],
  ["who else can change it", { owner: "vendor" }, ["a.json REC301"]],
  ["who can change what concerns several files", { owner: "supervisor" }, ["- BAT104"]],
  ["person by a part of the name", { person: " 美華 " }, ["a.json REC301"]],
  ["person by the first characters of the ID", { person: "b23456" }, ["a.json REC301"]],
  ["words that all stand somewhere in the finding", { text: "結束日期 rec301" }, ["a.json REC301"]],
  ["words that stand in different findings", { text: "結束日期 rec320" }, []],
  ["several filters together", { rule: ["REC320"], file: "a.json" }, ["a.json REC320"]],
]) {
  test(`the list can be narrowed by ${what}`, async () => assert.deepEqual(await rulesLeft(filters), left));
}

test("only what the last check did not have can be shown", async () => {
  assert.deepEqual(await rulesLeft({ onlyNew: true }, (item) => item.finding === late), ["a.json REC301"]);
});

const group = async (chosen, sort, of = made, loaded = new Map()) => groupItems(chosen, sort, of, loaded, yielder());

test("rules: the worst first, then the most frequent", async () => {
  const groups = await group(items, "rule");
  assert.deepEqual(groups.map(({ key, total }) => [key, total]),
    [["COD105", 1], ["REC301", 1], ["REC320", 2], ["BAT104", 1], ["FIL501", 1]]);
});

test("people: what is about nobody first, then who has the most findings, in all files", async () => {
  const groups = await group(items, "person");
  assert.deepEqual(groups.map(({ key, total }) => [key, total]), [["", 2], [personLabel(person()), 3], [personLabel(late.person), 1]]);
});

test("two people of one file who read alike are told apart", async () => {
  const twins = itemsOfFile("a.json", [finding(), finding({ person: person({ index: 7, first: 7 }) })]);
  assert.equal((await group(twins, "person")).length, 2);
  const sameTwice = itemsOfFile("a.json", [finding(), finding({ person: person({ index: 7, first: 0 }) })]);
  assert.equal((await group(sameTwice, "person")).length, 1);
});

test("days come in their order, what has none first", async () => {
  assert.deepEqual((await group(items, "day")).map(({ key }) => key), ["", "2021-06-07", "2021-06-12"]);
});

test("by line, a group is a file and keeps its order", async () => {
  const groups = await group(items, "line");
  assert.deepEqual(groups.map(({ key }) => key), ["", "a.json", "b.json"]);
  assert.deepEqual(groups[1].items.map((item) => item.finding), [finding(), late, weekend]);
});

test("what the report's cap left out counts, and is offered", async () => {
  const cut = report([file("a.json", [finding()], { truncated: { COD105: 1200 } }), file("b.json", [], { truncated: { COD105: 9 } })]);
  const shown = await collectItems(cut, yielder());
  const { loaded } = await collectFacets(shown, cut, yielder());
  assert.deepEqual([...loaded], [["a.json\nCOD105", 1]]);
  const [cod105] = await group(shown, "rule", cut, loaded);
  assert.equal(cod105.total, 1200);
  assert.deepEqual(cod105.more, [{ file: "a.json", rule: "COD105", rest: 1199 }]);
  const [whole] = await group(shown, "rule", cut, new Map([["a.json\nCOD105", 1200]]));
  assert.deepEqual([whole.more, whole.total], [[], 1]);
});

test("what can be chosen is what the findings have", async () => {
  const { facets } = await collectFacets(items, made, yielder());
  assert.deepEqual(facets, {
    rules: ["BAT104", "COD105", "FIL501", "REC301", "REC320"],
    fields: ["end_date", "person_id", "start_date", "system_name"], days: true, people: true,
    owners: ["personnel", "supervisor", "unit", "vendor"],
  });
  const bare = await collectFacets(itemsOfFile("b.json", [ofFile]), made, yielder());
  assert.equal(bare.facets.days || bare.facets.people, false);
});

test("a person without name or ID has words for it", () => {
  assert.equal(personLabel({ id: null, name: null, index: 0, first: 0 }), "（姓名空白）（無身分證字號）");
  assert.equal(personLabel(null), "");
});
