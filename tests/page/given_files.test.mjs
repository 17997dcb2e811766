/** What was given one after the other: what a check is asked, and what its answer makes of it. */

import assert from "node:assert/strict";
import test from "node:test";

import { GivenFiles } from "../../site/app/intake/given-files.mjs";

const named = (...names) => names.map((name) => ({ name, file: new Blob([name]) }));
const asked = (given) => {
  const { files, options } = given.request;
  return [files.map(({ name }) => name).join(" "), options.gives];
};
const side = (...names) => names.map((name) => ({ name, kind: "roster", title: name }));

/** Gives files and takes in the answer. */
function checked(given, names, give, sides = []) {
  given.add(named(...names));
  return given.settle({ give, side: side(...sides) });
}

test("the first batch is checked alone, and takes the place of nothing", () => {
  const given = new GivenFiles();
  given.add(named("a.json", "r.csv"));
  assert.deepEqual(asked(given), ["a.json r.csv", [0, 2]]);
  assert.deepEqual(given.settle({ give: 0, side: side("r.csv") }), { data: "new", settings: [] });
  assert.deepEqual([given.isEmpty, given.standing], [false, []]);
});

test("what is given next is handed over with the former batch, and replaces it where it holds data", () => {
  const given = new GivenFiles();
  checked(given, ["a.json", "r.csv"], 0, ["r.csv"]);
  given.add(named("b.json"));
  assert.deepEqual(asked(given), ["a.json r.csv b.json", [0, 2, 1]]);
  assert.equal(given.settle({ give: 1, side: [] }).data, "new");
  assert.deepEqual(asked(given), ["b.json", [0, 1]]);
});

test("side files alone stay, for the data that is there and for the next", () => {
  const given = new GivenFiles();
  checked(given, ["a.json"], 0);
  const { data, settings } = checked(given, ["r.csv"], 0, ["r.csv"]);
  assert.deepEqual([data, settings.map(({ name }) => name)], ["former", ["r.csv"]]);
  assert.deepEqual(asked(given), ["r.csv a.json r.csv", [1, 2]]);
  checked(given, ["b.json"], 1, ["r.csv"]);
  assert.deepEqual(asked(given), ["r.csv b.json", [1, 1]]);
});

test("a side file that is given again in a better form is used, not the former", () => {
  const given = new GivenFiles();
  checked(given, ["a.json", "r.csv"], 0, ["r.csv"]);
  const [better] = named("r.csv");
  given.add([better]);
  assert.deepEqual(asked(given), ["a.json r.csv", [0, 1, 1]]);
  given.settle({ give: 0, side: side("r.csv") });
  assert.deepEqual(given.request.files.filter(({ name }) => name === "r.csv"), [better, better]);
});

test("where only side files were given there is nothing to check", () => {
  const given = new GivenFiles();
  assert.equal(checked(given, ["r.csv"], null, ["r.csv"]).data, "none");
  assert.deepEqual([given.isEmpty, given.standing], [true, ["r.csv"]]);
});

test("two side files given while the first is still looked at lose no data", () => {
  const given = new GivenFiles();
  checked(given, ["a.json"], 0);
  given.add(named("r.csv"));
  given.add(named("s.csv"));
  assert.deepEqual(asked(given), ["a.json r.csv s.csv", [0, 1, 1, 1]]);
  assert.equal(given.settle({ give: 0, side: side("r.csv", "s.csv") }).settings.length, 2);
  assert.deepEqual(given.standing, ["r.csv", "s.csv"]);
});

test("a profile stays, and takes the place of the former one", () => {
  const given = new GivenFiles();
  given.ship(named("own.toml"));
  given.profile = "own.toml";
  given.add(named("a.json", "x.toml"));
  assert.deepEqual(asked(given), ["own.toml a.json x.toml", [1, 2]]);
  given.settle({ give: 0, side: side("x.toml") });
  assert.deepEqual(asked(given), ["x.toml a.json", [1, 1]]);
  given.forgetBatch();
  assert.deepEqual(given.standing, ["x.toml"]);
  given.forgetAll();
  assert.deepEqual(given.standing, ["own.toml"]);
});

test("of the settings that came with the page one profile is used, the one that was chosen, and all lists", () => {
  const given = new GivenFiles();
  given.ship(named("a.toml", "roster.csv", "b.toml"));
  given.add(named("f.json"));
  assert.deepEqual(asked(given), ["roster.csv f.json", [1, 1]]);
  given.profile = "b.toml";
  assert.deepEqual(asked(given), ["roster.csv b.toml f.json", [2, 1]]);
  given.ignored.add("roster.csv");
  assert.deepEqual(given.sides.map(({ name }) => name), ["b.toml"], "what could be shipped on");
});

test("what is undone stays undone while the file is there, and until it is given again", () => {
  const given = new GivenFiles();
  checked(given, ["a.json", "r.csv"], 0, ["r.csv"]);
  given.ignored.add("r.csv");
  given.settle({ give: 0, side: [] });
  assert.deepEqual(given.request.options.ignore_side, ["r.csv"]);
  given.add(named("r.csv"));
  assert.deepEqual(given.request.options.ignore_side, []);
  given.ignored.add("r.csv");
  checked(given, ["b.json"], 2);
  assert.deepEqual([...given.ignored], []);
});

test("files given before the checker is ready are one batch", () => {
  const given = new GivenFiles();
  given.add(named("a.json"), true);
  given.add(named("r.csv"), true);
  assert.deepEqual(asked(given), ["a.json r.csv", [0, 2]]);
});

test("a side file that cannot be used does not stay", () => {
  const given = new GivenFiles();
  given.add(named("r.csv"));
  given.settle({ give: null, side: [{ ...side("r.csv")[0], error: "第 3 列" }] });
  assert.deepEqual(given.standing, []);
});
