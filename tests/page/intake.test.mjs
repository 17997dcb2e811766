/** What is said of a file before it is checked, and which of dragged files and folders are taken. */

import assert from "node:assert/strict";
import test from "node:test";

import { gatherDroppedFiles, gatherFolderFiles } from "../../site/app/intake/dropped-files.mjs";
import { looksLikeSideFile, precheck } from "../../site/app/intake/precheck.mjs";

const UTF8 = new TextEncoder();
const BOM = [0xef, 0xbb, 0xbf];
const json = UTF8.encode('{"period": "11006"}');

for (const [what, name, bytes, expected] of [
  ["an object", "a.json", json, { encoding: "UTF-8", shape: "JSON 物件", hint: "" }],
  ["a list after blanks", "a.json", UTF8.encode(" \n[1]"), { encoding: "UTF-8", shape: "JSON 陣列", hint: "" }],
  ["a byte order mark", "a.json", [...BOM, ...json], { encoding: "UTF-8（含 BOM）", shape: "JSON 物件", hint: "檔案開頭有 BOM。" }],
  ["UTF-16", "a.json", [0xff, 0xfe, 0x7b, 0], { encoding: "UTF-16", hint: "編碼是 UTF-16，應該是 UTF-8。" }],
  ["Big5", "a.json", [0x7b, 0xa4, 0xa4, 0x7d], { encoding: "不是 UTF-8", hint: "編碼不是 UTF-8，可能是 Big5。" }],
  ["an Excel file", "a.json", [0x50, 0x4b, 3, 4], { hint: "看起來是壓縮檔、Excel 或 Word 檔，不是 JSON。" }],
  ["a zip", "a.zip", [0x50, 0x4b, 3, 4], { shape: "zip 壓縮檔", hint: "" }],
  ["an old Excel file", "a.json", [0xd0, 0xcf, 0x11, 0xe0], { hint: "看起來是舊版 Excel 或 Word 檔，不是 JSON。" }],
  ["a PDF", "a.json", UTF8.encode("%PDF-1.7"), { hint: "看起來是 PDF 檔，不是 JSON。" }],
  ["nothing", "a.json", [], { hint: "檔案是空的。" }],
  ["blanks", "a.json", UTF8.encode(" \n"), { encoding: "UTF-8", hint: "檔案裡只有空白。" }],
  ["prose", "a.json", UTF8.encode("差勤"), { encoding: "UTF-8", hint: "開頭不是 { 或 [，可能不是 JSON。" }],
  ["a Big5 list", "a.csv", [0xa4, 0xa4], { encoding: "Big5 或其他", shape: "CSV", hint: "" }],
  ["a profile", "a.toml", UTF8.encode("id = 1"), { encoding: "UTF-8", shape: "版型檔", hint: "" }],
]) {
  test(`the first look at ${what}`, async () => {
    const bytesAsBlob = new Blob([Uint8Array.from(bytes)]);
    assert.deepEqual(await precheck(name, bytesAsBlob), { size: bytesAsBlob.size, encoding: "", shape: "", ...expected });
  });
}

test("a character that the first look cuts is no fault", async () => {
  const { hint } = await precheck("a.json", new Blob([`{"ab": "${"字".repeat(5000)}"}`]));
  assert.equal(hint, "");
});

test("a file that cannot be read any more gives a hint", async () => {
  const gone = { size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }) };
  assert.match((await precheck("a.json", gone)).hint, /讀不到這個檔案/);
});

test("what the browser's memory cannot hold is said before it is read, but not of an archive", async () => {
  const large = (head) => ({ size: 300 * 1024 ** 2, slice: () => new Blob([head]) });
  assert.match((await precheck("a.json", large("{"))).hint, /超過 256 MB/);
  assert.equal((await precheck("a.zip", large("PK"))).hint, "");
});

for (const [name, content, side] of [
  ["版型.toml", "", true], ["名冊.csv", "", true], ["NAMES.CSV", "", true], ["a.json", '{"period": "11006"}', false],
  ["schema.json", '{ "title": "x", "$schema": "https://json-schema.org/draft/2020-12/schema"}', true],
  ["a.json", '{"records": [{"$schema": 1}]}', false], ["a.zip", "", false],
]) {
  test(`${name} ${content} ${side ? "says how to check" : "is data"}`, async () =>
    assert.equal(await looksLikeSideFile(name, new Blob([content])), side));
}

const names = ({ files }) => files.map(({ name }) => name);

test("of a folder the data and profiles are taken, under their paths", () => {
  const chosen = ["六月/a.json", "六月/版型.toml", "六月/說明.docx", "六月/.cache/b.json", "六月/__MACOSX/c.json"]
    .map((path) => ({ name: path.split("/").at(-1), webkitRelativePath: path }));
  const gathered = gatherFolderFiles(chosen);
  assert.deepEqual([names(gathered), gathered.skipped, gathered.folders], [["六月/a.json", "六月/版型.toml"], 3, 1]);
});

const fileEntry = (name, fails = false) => ({
  name, isFile: true, isDirectory: false, file: (found, failed) => (fails ? failed(new Error("gone")) : found(new Blob([name]))),
});
const folderEntry = (name, ...batches) => ({
  name, isFile: false, isDirectory: true, createReader: () => ({ readEntries: (found) => found(batches.shift() ?? []) }),
});
const transfer = (...entries) => ({ items: entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry })) });

test("dragged folders are walked to the last of their entries, which come in batches", async () => {
  const inner = folderEntry("子", [fileEntry("c.json")]);
  const folder = folderEntry("夾", [fileEntry("a.json"), fileEntry("b.txt")], [inner]);
  const gathered = await gatherDroppedFiles(transfer(fileEntry("單檔.txt"), folder));
  assert.deepEqual(names(gathered), ["單檔.txt", "夾/a.json", "夾/子/c.json"]);
  assert.deepEqual([gathered.skipped, gathered.folders], [1, 1]);
});

test("a dragged file that vanished is handed on, so that the report says so", async () => {
  const { files } = await gatherDroppedFiles(transfer(fileEntry("a.json", true)));
  assert.deepEqual(files.map(({ name, file }) => [name, file.size]), [["a.json", 0]]);
});

test("dragged text is no file", async () => {
  const { files } = await gatherDroppedFiles({ items: [{ kind: "string", webkitGetAsEntry: () => assert.fail("asked for a file") }] });
  assert.deepEqual(files, []);
});
