/** The checker as one file, with settings of its own. */

import assert from "node:assert/strict";
import test from "node:test";

const SLOT = '<script type="application/json" id="pv-own-settings">';
const source = (slot) => `<!doctype html>\n<html><head>${SLOT}${slot}</script></head><body></body></html>`;
/** What a page of one file is at its start: its source, its scripts, its slot. */
const page = { outerHTML: source("null").replace("<!doctype html>\n", "") };
const own = {};
const slot = { textContent: "null" };
globalThis.document = {
  documentElement: page, currentScript: own, scripts: [{ textContent: "before" }, own, { textContent: "later()" }],
  getElementById: () => slot,
};
const { carriedSettings, carryProfile, carrySettings, isSingleFile, ownSource } = await import("../../site/app/settings/single-file.mjs");

const written = (made) => made.slice(made.indexOf(SLOT) + SLOT.length, made.indexOf("</script></head>"));

test("settings go into the file and come out of it", async () => {
  const settings = { owner: "縣政府", date: "2026-11-30", files: [{ name: "版型.toml", text: 'title = "</script><!--字"\n' }] };
  const made = await (await carrySettings(new Blob([source("null")]), settings)).text();
  assert.ok(!written(made).includes("<"), "nothing in it can end the script");
  assert.equal(made.replace(written(made), "null"), source("null"));
  slot.textContent = written(made);
  assert.deepEqual(carriedSettings(), settings);
});

test("others take the place of the first", async () => {
  const first = await carrySettings(new Blob([source("null")]), { text: "字".repeat(99) });
  const second = await (await carrySettings(first, { text: "x" })).text();
  assert.equal(second, source('{"text":"x"}'));
});

test("a profile by itself is of its author, and of today", async () => {
  const profile = { name: "a.toml", text: "x" };
  const made = JSON.parse(written(await (await carryProfile(new Blob([source("null")]), profile, " 某公司 ")).text()));
  assert.deepEqual([made.owner, made.files], ["某公司", [profile]]);
  assert.match(made.date, /^\d{4}-\d{2}-\d{2}$/);
  const unnamed = JSON.parse(written(await (await carryProfile(new Blob([source("null")]), profile, "")).text()));
  assert.notEqual(unnamed.owner, "");
});

test("a file that is something else is not changed", async () => {
  assert.equal(await carrySettings(new Blob(["<html></html>"]), {}), null);
});

test("an empty slot is nothing, a damaged one is not taken for that", () => {
  slot.textContent = "null";
  assert.equal(carriedSettings(), null);
  for (const text of ["{", ""]) {
    slot.textContent = text;
    assert.equal(carriedSettings(), text);
  }
});

test("the page's own source has the scripts that follow its own", async () => {
  assert.equal(isSingleFile, true);
  assert.match(await ownSource().text(), /^<!doctype html>\n<html>[\s\S]*\n<script>later\(\)<\/script>\n<\/body>\n<\/html>\n$/);
});
