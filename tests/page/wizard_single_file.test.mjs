/** The checker as one file, with a profile of its own. */

import assert from "node:assert/strict";
import test from "node:test";

const SLOT = '<script type="application/json" id="pv-built-in-profile">';
const source = (slot) => `<!doctype html>\n<html><head>${SLOT}${slot}</script></head><body></body></html>`;
/** What a page of one file is at its start: its source, its scripts, its slot. */
const page = { outerHTML: source("null").replace("<!doctype html>\n", "") };
const own = {};
const slot = { textContent: "null" };
globalThis.document = {
  documentElement: page, currentScript: own, scripts: [{ textContent: "before" }, own, { textContent: "later()" }],
  getElementById: () => slot,
};
const { embedProfile, embeddedProfile, isSingleFile, ownSource } = await import("../../site/app/wizard/single-file.mjs");

test("a profile goes into the file and comes out of it", async () => {
  const profile = { name: "版型_county_1.toml", text: 'title = "</script><!--字"\n' };
  const made = await (await embedProfile(new Blob([source("null")]), profile)).text();
  const written = made.slice(made.indexOf(SLOT) + SLOT.length, made.indexOf("</script></head>"));
  assert.ok(!written.includes("<"), "nothing in it can end the script");
  assert.equal(made.replace(written, "null"), source("null"));
  slot.textContent = written;
  const { name, file } = embeddedProfile();
  assert.deepEqual([name, await file.text()], [profile.name, profile.text]);
});

test("another profile takes the place of the first", async () => {
  const first = await embedProfile(new Blob([source("null")]), { name: "a.toml", text: "字".repeat(99) });
  const second = await (await embedProfile(first, { name: "b.toml", text: "x" })).text();
  assert.equal(second, source('{"name":"b.toml","text":"x"}'));
});

test("a file that is something else is not changed", async () => {
  assert.equal(await embedProfile(new Blob(["<html></html>"]), { name: "a.toml", text: "" }), null);
});

test("an empty or damaged slot is no profile", () => {
  for (const text of ["null", "{", ""]) {
    slot.textContent = text;
    assert.equal(embeddedProfile(), null, text);
  }
});

test("the page's own source has the scripts that follow its own", async () => {
  assert.equal(isSingleFile, true);
  assert.match(await ownSource().text(), /^<!doctype html>\n<html>[\s\S]*\n<script>later\(\)<\/script>\n<\/body>\n<\/html>\n$/);
});
