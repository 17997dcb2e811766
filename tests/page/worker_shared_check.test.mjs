/** One check by several workers: who is worth a start, who gets which files, and what happens to those that break. */

import assert from "node:assert/strict";
import test from "node:test";

import { START_WORTH, checkShared, helpersFor, lowMemory } from "../../site/app/worker/shared-check.mjs";

const computer = (facts) => Object.defineProperty(globalThis, "navigator", { value: facts, configurable: true });
const PAYLOAD = { files: [], options: {} };

test("helpers are worth their start by the bytes that each would have", () => {
  computer({ hardwareConcurrency: 8 });
  const files = (count, size) => Array(count).fill(size);
  assert.equal(helpersFor(files(10, START_WORTH / 10), START_WORTH), 0);
  assert.equal(helpersFor(files(2, START_WORTH), START_WORTH), 1);
  assert.equal(helpersFor(files(100, START_WORTH), START_WORTH), 3, "four in all");
  assert.equal(helpersFor([START_WORTH * 9], START_WORTH), 0, "a file is not divided");
  computer({ hardwareConcurrency: 2 });
  assert.equal(helpersFor(files(100, START_WORTH), START_WORTH), 1, "no more than cores");
  computer({});
  assert.equal(helpersFor(files(100, START_WORTH), START_WORTH), 1, "two where the browser does not say");
});

test("only a computer that says so is short of memory", () => {
  for (const [memory, low] of [[2, true], [4, false], [undefined, false]]) {
    computer({ deviceMemory: memory });
    assert.equal(lowMemory(), low);
  }
});

/** A worker that notes what it is asked. */
function runner(sizes, { fails = () => false, events = [] } = {}) {
  const asked = [];
  return {
    asked, ready: Promise.resolve(), stopped: null,
    stop(reason) {
      this.stopped = reason;
    },
    async call(op, payload, { onProgress } = {}) {
      asked.push(op === "part" ? payload.take : op);
      await new Promise((resolve) => setTimeout(resolve));
      if (op === "part") events.forEach((event) => onProgress(event));
      if (fails(op, payload)) throw new Error("gone");
      if (op === "share") return { sizes };
      if (op === "part") return { bytes: Uint8Array.from(payload.take) };
      if (op === "merge") return { merged: payload.files.length };
      return null;
    },
  };
}

const portionsOf = ({ asked }) => asked.filter(Array.isArray);

test("alone, the first worker checks the largest first and small files together", async () => {
  const lead = runner([100, 900_000, 200_000, 150_000, 90_000]);
  assert.deepEqual(await checkShared(lead, () => [], PAYLOAD, () => {}), { merged: 0 });
  assert.deepEqual(lead.asked, ["share", [1], [2, 3], [4, 0], "merge"]);
});

test("every file is checked once, whoever takes it, and helpers are cleared", async () => {
  const sizes = Array.from({ length: 40 }, (_, number) => 500_000 + number);
  const [lead, one, two] = [runner(sizes), runner(sizes), runner(sizes)];
  const { merged } = await checkShared(lead, (seen) => {
    assert.deepEqual(seen, sizes);
    return [one, two];
  }, PAYLOAD, () => {});
  const taken = [lead, one, two].flatMap(portionsOf).flat().sort((a, b) => a - b);
  assert.deepEqual(taken, sizes.map((_, number) => number));
  assert.equal(merged, portionsOf(one).length + portionsOf(two).length);
  assert.ok(merged > 0);
  for (const helper of [one, two]) assert.deepEqual([helper.asked[0], helper.asked.at(-1)], ["share", "clear"]);
});

test("a helper that breaks leaves its files to the others", async () => {
  const sizes = [900_000, 900_001, 900_002, 900_003, 900_004];
  const lead = runner(sizes);
  const helper = runner(sizes, { fails: (op) => op === "part" });
  await checkShared(lead, () => [helper], PAYLOAD, () => {});
  assert.equal(helper.stopped, "could not help");
  assert.equal(portionsOf(helper).length, 1);
  assert.deepEqual(portionsOf(lead).flat().sort(), [0, 1, 2, 3, 4]);
});

test("files are counted over all workers, and stages of one file are not told", async () => {
  const events = [{ stage: "read", file: "x", index: 7, files: 2 }, { stage: "rules", file: "x", index: 7, files: 2 }];
  const told = [];
  const lead = runner([900_000, 900_001], { events });
  await checkShared(lead, () => [], PAYLOAD, (event) => told.push(event));
  assert.deepEqual(told.map(({ stage, index, share }) => [stage, index, share]), [["read", 0, 0], ["read", 1, 0.5]]);
});

test("where the first worker fails, the check fails", async () => {
  const lead = runner([1, 2], { fails: (op) => op === "merge" });
  await assert.rejects(checkShared(lead, () => [], PAYLOAD, () => {}), /gone/);
});

test("a file that turns out to be the only one is checked by the first worker alone", async () => {
  const lead = runner([1]);
  await checkShared(lead, () => assert.fail("asked for help"), PAYLOAD, () => {});
  assert.deepEqual(lead.asked, ["share", "check"]);
});
