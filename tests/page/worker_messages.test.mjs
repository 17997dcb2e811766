/** What crosses between page and worker comes out as it went in: long answers in slices, the runtime's files in parts. */

import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { unpackArchive } from "../../site/app/worker/archive.mjs";
import { Asset } from "../../site/app/worker/asset.mjs";
import { messageOf } from "../../site/app/worker/engine-error.mjs";
import { PAGE, checksum, readImage, writeImage } from "../../site/app/worker/memory-image.mjs";
import { addSlice, sliceAnswer } from "../../site/app/worker/slices.mjs";

const objects = (value) => (value === null || typeof value !== "object" ? 0
  : Object.values(value).reduce((sum, child) => sum + objects(child), 1));

/** The answer as the page has it, and how many objects each message held. */
function cross(answer) {
  const { result, slices } = sliceAnswer(JSON.stringify(answer));
  const sizes = [result, ...slices].map(objects);
  if (typeof result === "string") return { made: JSON.parse(result), sizes };
  for (const slice of slices) addSlice(result, structuredClone(slice));
  return { made: result, sizes };
}

const finding = (number) => ({ rule: "COD105", message: "字".repeat(20), person: { index: number }, params: { all: [number, null] } });
const many = (count, make) => Array.from({ length: count }, (_, number) => make(number));

test("a short answer crosses as it is", () => {
  const answer = { version: "7.0.1", rules: [finding(1)] };
  assert.deepEqual(cross(answer), { made: answer, sizes: [0] });
});

test("a long answer is put together to the same, from messages of which none is large", () => {
  const files = many(60, (number) => ({ name: `${number}.json`, findings: many(40, finding) }));
  files.splice(3, 0, { name: "large.json", findings: many(5000, finding) });
  const report = { files, batch: { findings: [finding(1)], matrix: [] }, numbers: many(9000, Number) };
  const { made, sizes } = cross({ report, name: "差勤檢核", side: [] });
  assert.deepEqual(made, { report, name: "差勤檢核", side: [] });
  assert.ok(sizes.length > 30 && Math.max(...sizes) < 1000, String(sizes));
});

test("a key that JavaScript could take for a prototype crosses like any other", () => {
  const text = `{"__proto__": ${JSON.stringify(many(9000, finding))}}`;
  const { result, slices } = sliceAnswer(text);
  for (const slice of slices) addSlice(result, slice);
  assert.equal(JSON.stringify(result), JSON.stringify(JSON.parse(text)));
});

test("an asset that comes in parts is unpacked to the same bytes", async () => {
  const content = Buffer.from("執行環境".repeat(1000));
  const packed = gzipSync(content);
  const asset = new Asset();
  const bytes = asset.bytes();
  for (let start = 0; start < packed.length; start += 50) {
    asset.push(packed.subarray(start, start + 50).toString("base64"), start + 50 >= packed.length);
  }
  assert.deepEqual(Buffer.from(await bytes), content);
});

test("an asset whose bytes are damaged fails for who reads it", async () => {
  const packed = gzipSync(Buffer.from("執行環境"));
  packed[12] ^= 0xff;
  const asset = new Asset();
  asset.push(packed.toString("base64"), true);
  await assert.rejects(asset.bytes());
});

test("a browser without DecompressionStream unpacks in script", async (context) => {
  const native = globalThis.DecompressionStream;
  context.after(() => (globalThis.DecompressionStream = native));
  globalThis.DecompressionStream = undefined;
  const asset = new Asset();
  asset.push(gzipSync(Buffer.from("執行環境")).toString("base64"), true);
  assert.equal(Buffer.from(await asset.bytes()).toString(), "執行環境");
});

test("an archive is laid down file by file, each folder made once", () => {
  const header = Buffer.from(JSON.stringify([["a/b.pyc", 2], ["a/c.pyc", 1], ["d.pyc", 3]]));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const made = [];
  const FS = {
    mkdirTree: (path) => made.push(path),
    writeFile: (path, data, options) => made.push([path, Buffer.from(data).toString(), options]),
  };
  unpackArchive(FS, "/lib", Buffer.concat([length, header, Buffer.from("12345 6")]));
  const own = { canOwn: true };
  assert.deepEqual(made, ["/lib/a", ["/lib/a/b.pyc", "12", own], ["/lib/a/c.pyc", "3", own], "/lib", ["/lib/d.pyc", "45 ", own]]);
});

test("an image of memory is read as it was written", () => {
  const memory = new Uint8Array(4 * PAGE).map((_, index) => index % 251);
  const header = { build: "b", table: 1, fresh: PAGE, chance: [0], sum: 7, length: memory.length, handle: 3, state: {}, runs: [[1, 2]] };
  const { header: read, pages } = readImage(writeImage(header, memory));
  assert.deepEqual(Buffer.from(pages), Buffer.from(memory.subarray(PAGE, 3 * PAGE)));
  assert.deepEqual(read, { ...header, content: checksum(memory.subarray(PAGE, 3 * PAGE), []) });
});

test("the checksum sees every byte but those of pages left to chance", () => {
  const memory = new Uint8Array(2 * PAGE);
  const before = [checksum(memory, []), checksum(memory, [1])];
  memory[PAGE + 5] = 1;
  assert.notEqual(checksum(memory, []), before[0]);
  assert.equal(checksum(memory, [1]), before[1]);
});

test("whatever is thrown has a message", () => {
  assert.equal(messageOf(new RangeError("too much")), "RangeError: too much");
  assert.equal(messageOf("refused"), "Error: refused");
  assert.equal(messageOf(null), "Error: null");
  assert.equal(messageOf({ name: "ExitStatus", message: "exit(1)" }), "ExitStatus: exit(1)");
});
