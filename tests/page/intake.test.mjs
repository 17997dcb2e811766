/** What is said of a file before it is checked, and which of dragged files and folders are taken. */

import assert from "node:assert/strict";
import test from "node:test";

import { gatherDroppedFiles, gatherFolderFiles } from "../../site/app/intake/dropped-files.mjs";
import { precheck } from "../../site/app/intake/precheck.mjs";

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

test("a file that did not arrive gives a hint", async () => {
  assert.match((await precheck("a.json", null)).hint, /讀不到這個檔案/);
});

const names = ({ files }) => files.map(({ name }) => name);

test("a chosen folder is handed over whole but for what is hidden: the check names what it passes over", () => {
  const chosen = ["六月/a.json", "六月/名冊.csv", "六月/說明.docx", "六月/.cache/b.json", "六月/__MACOSX/c.json"]
    .map((path) => ({ name: path.split("/").at(-1), webkitRelativePath: path }));
  assert.deepEqual(names(gatherFolderFiles(chosen)), ["六月/a.json", "六月/名冊.csv", "六月/說明.docx"]);
});

test("an empty folder is named", async () => {
  assert.match(gatherFolderFiles([]).notes[0], /資料夾裡沒有任何檔案/);
  assert.match((await gatherDroppedFiles(transfer(folderEntry("夾", [])))).notes[0], /資料夾「夾」裡沒有任何檔案/);
});

const fileEntry = (name, content = name) => ({
  name, isFile: true, isDirectory: false, content,
  file: (found, failed) => (content === null ? failed(new Error("gone")) : found(new File([content], name))),
});
const folderEntry = (name, ...batches) => ({
  name, isFile: false, isDirectory: true, createReader: () => ({ readEntries: (found, failed) => (batches[0] === null ? failed(new Error("closed")) : found(batches.shift() ?? [])) }),
});
const item = (entry) => ({ kind: "file", webkitGetAsEntry: () => entry, getAsFile: () => (entry.isDirectory ? null : new File([entry.content], entry.name)) });
const transfer = (...entries) => ({ types: ["Files"], items: entries.map(item) });
const unreadable = (name) => Object.assign(new File([], name), { arrayBuffer: () => Promise.reject(new Error("gone")) });
const delivered = (file, ...types) => ({ types: [...types, "Files"], items: [{ kind: "file", webkitGetAsEntry: () => null, getAsFile: () => file }] });

test("dragged folders are walked to the last of their entries, which come in batches", async () => {
  const inner = folderEntry("子", [fileEntry("c.json")]);
  const folder = folderEntry("夾", [fileEntry("a.json"), fileEntry("b.txt"), fileEntry(".DS_Store")], [inner]);
  const gathered = await gatherDroppedFiles(transfer(fileEntry("單檔.txt"), folder));
  assert.deepEqual(names(gathered), ["單檔.txt", "夾/a.json", "夾/b.txt", "夾/子/c.json"]);
  assert.deepEqual(gathered.notes, []);
});

test("a file of a folder that vanished is handed on without content, so that the report says so", async () => {
  const { files } = await gatherDroppedFiles(transfer(folderEntry("夾", [fileEntry("a.json", null)])));
  assert.deepEqual(files, [{ name: "夾/a.json", file: null }]);
});

test("a folder that the browser keeps closed is named, with the way round", async () => {
  const { files, notes } = await gatherDroppedFiles(transfer(folderEntry("夾", null)));
  assert.deepEqual(files, []);
  assert.match(notes[0], /不能讀取資料夾「夾」.*選擇資料夾/);
});

test("a file without content may come from an archive's window", async () => {
  const { files, notes } = await gatherDroppedFiles(transfer(fileEntry("a.json", ""), fileEntry("b.json")));
  assert.deepEqual(files.map(({ name }) => name), ["a.json", "b.json"]);
  assert.equal(notes.length, 1);
  assert.match(notes[0], /「a.json」.*0 位元組.*全部解壓縮/);
});

test("a file that cannot be read is told apart from an empty one", async () => {
  const { files, notes } = await gatherDroppedFiles(delivered(unreadable("a.json")));
  assert.equal(files.length, 1);
  assert.match(notes[0], /讀不到「a.json」.*全部解壓縮.*移動、刪除或改名/);
});

test("an attachment that the browser does not deliver is answered, alone and beside files", async () => {
  for (const nothing of [delivered(null), { types: ["Files"], items: [] }]) {
    const { files, notes } = await gatherDroppedFiles(nothing);
    assert.deepEqual(files, []);
    assert.match(notes[0], /^瀏覽器沒有收到檔案的內容.*先把附件存到電腦/);
  }
  const both = { types: ["Files"], items: [...transfer(fileEntry("a.json")).items, ...delivered(null).items] };
  assert.match((await gatherDroppedFiles(both)).notes[0], /^另有 1 個項目/);
});

test("a picture of a web page is no data, a picture file is handed over", async () => {
  const picture = new File(["x"], "logo.png", { type: "image/png" });
  const { files, notes } = await gatherDroppedFiles(delivered(picture, "text/uri-list", "text/html"));
  assert.deepEqual(files, []);
  assert.match(notes[0], /「logo.png」是網頁上的圖片/);
  assert.equal((await gatherDroppedFiles(delivered(picture))).files.length, 1);
});

test("text in a drop beside files is no file", async () => {
  const { files } = await gatherDroppedFiles({
    types: ["text/plain", "Files"], items: [{ kind: "string", webkitGetAsEntry: () => assert.fail("asked for a file") }, ...transfer(fileEntry("a.json")).items],
  });
  assert.deepEqual(names({ files }), ["a.json"]);
});
