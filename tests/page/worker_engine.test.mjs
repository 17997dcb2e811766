/** The page's side of the protocol, against a worker that says what the test wants. */

import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";

/** Workers that were started, newest last. */
let workers = [];
/** What the next workers do with a message. */
let react = () => {};

class FakeWorker {
  constructor() {
    this.received = [];
    workers.push(this);
    queueMicrotask(() => this.say({ event: "alive" }));
  }

  say(message) {
    this.onmessage({ data: message });
  }

  postMessage(message) {
    this.received.push(message);
    react(this, message);
  }

  terminate() {
    this.ended = true;
  }
}

const digest = "0";
const part = (asset, only) => ({ asset, index: 0, digest, last: true, size: 10, path: null, only });
Object.assign(globalThis, {
  Worker: FakeWorker,
  PV_BUILD: { packs: [part("core", null), part("image", "image"), part("packages", "library"), part("xlsxwriter", "xlsxwriter")], worker: "", mark: "m" },
  document: {
    currentScript: null, baseURI: "https://page.test/", readyState: "complete", documentElement: { dataset: {} },
    querySelector: () => null,
  },
  HTMLScriptElement: class {}, HTMLMetaElement: class {},
});
const { Engine, EngineError } = await import("../../site/app/worker/engine.mjs");

const startsAtOnce = (worker, message) => {
  if (message.event === "start") queueMicrotask(() => worker.say({ event: "ready" }));
};
const answers = (answer) => (worker, message) => {
  startsAtOnce(worker, message);
  if (message.op) queueMicrotask(() => worker.say({ id: message.id, ...answer(message, worker) }));
};
const result = (value) => ({ ok: true, result: JSON.stringify(value), slices: 0 });
const failure = (fatal) => ({ ok: false, error: { name: "PythonError", message: "x", cause: "other", fatal } });

async function booted() {
  const states = [];
  const engine = new Engine({ onState: (state) => states.push(state) });
  await engine.boot();
  return { engine, states };
}

const isError = (kind, cause = "other") => (error) => error instanceof EngineError && error.kind === kind && error.cause === cause;

beforeEach(() => {
  workers = [];
  react = startsAtOnce;
  globalThis.pvParts = PV_BUILD.packs.map(({ asset, index }) => ({ asset, index, digest, text: asset }));
  console.warn = () => {};
});

test("a start is given what both ways need and the image, and nothing of the other way", async () => {
  const { engine, states } = await booted();
  assert.deepEqual(states, ["booting", "ready"]);
  assert.equal(engine.state, "ready");
  const [start, ...parts] = workers[0].received;
  assert.deepEqual(start, { event: "start", image: true });
  assert.deepEqual(parts, ["core", "image"].map((asset) => ({ event: "runtime-part", asset, text: asset, last: true })));
});

test("where the image does not fit, the library's parts follow, and no later start tries again", async () => {
  react = (worker, message) => {
    if (message.asset === "image") queueMicrotask(() => worker.say({ event: "image-misfit", message: "another memory" }));
    if (message.asset === "packages") queueMicrotask(() => worker.say({ event: "ready" }));
  };
  const { engine } = await booted();
  assert.deepEqual(workers[0].received.slice(1).map(({ asset }) => asset), ["core", "image", "packages"]);
  assert.equal(document.documentElement.dataset.pvStart, "library");
  await engine.cancel();
  assert.deepEqual(workers[1].received.map(({ image, asset }) => image ?? asset), [false, "core", "packages"]);
});

test("an image that fails in another way is let go with its worker", async () => {
  react = (worker, message) => {
    if (message.event !== "start") return;
    const failed = { event: "boot-failed", name: "Error", message: "x", cause: "other" };
    queueMicrotask(() => worker.say(message.image ? failed : { event: "ready" }));
  };
  const { engine } = await booted();
  assert.equal(workers[0].ended, true);
  assert.deepEqual(workers.map(({ received: [{ image }] }) => image), [true, false]);
  assert.equal(engine.state, "ready");
});

test("a start that fails both ways says why", async () => {
  react = (worker, message) => {
    if (message.event === "start") queueMicrotask(() => worker.say({ event: "boot-failed", name: "CompileError", message: "x", cause: "wasm" }));
  };
  const engine = new Engine();
  await assert.rejects(engine.boot(), isError("boot-failed", "wasm"));
  assert.equal(engine.state, "failed");
});

test("a part of another version is named as such", async () => {
  globalThis.pvParts[0].digest = "1";
  react = () => {};
  await assert.rejects(new Engine().boot(), isError("boot-failed", "version"));
});

test("each request has its own answer, in whatever order they come", async () => {
  const { engine } = await booted();
  const [first, second] = [engine.call("explain", { rule: "COD105" }), engine.call("clear", {})];
  const [one, two] = workers[0].received.filter(({ op }) => op);
  assert.deepEqual([one.op, one.payload, two.op], ["explain", { rule: "COD105" }, "clear"]);
  workers[0].say({ id: two.id, ...result(null) });
  workers[0].say({ id: one.id, ...result({ text: "規則" }) });
  assert.deepEqual([await first, await second], [{ text: "規則" }, null]);
});

test("an answer waits for its slices, and progress is handed on", async () => {
  const { engine } = await booted();
  const told = [];
  const answer = engine.call("check", { files: [{ name: "a.json", file: new Blob() }], options: {} }, { onProgress: (event) => told.push(event.stage) });
  const { id } = workers[0].received.at(-1);
  workers[0].say({ event: "progress", id, index: 0, stage: "rules" });
  workers[0].say({ id, ok: true, result: { report: { files: [] } }, slices: 2 });
  workers[0].say({ event: "slice", id, path: ["report", "files"], items: [1] });
  workers[0].say({ event: "slice", id, path: ["report", "files"], items: [2] });
  assert.deepEqual([await answer, told], [{ report: { files: [1, 2] } }, ["rules"]]);
});

test("a package that Python wants is handed over, to each Python that wants it", async () => {
  const { engine } = await booted();
  assert.equal(workers[0].received.some(({ asset }) => asset === "xlsxwriter"), false);
  for (const _ of ["once", "again"]) {
    const begun = workers.at(-1).received.length;
    workers.at(-1).say({ event: "wants-part", name: "xlsxwriter" });
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(workers.at(-1).received.slice(begun), [
      { event: "runtime-part", asset: "xlsxwriter", text: "xlsxwriter", last: true }, { event: "part", arrived: true },
    ]);
    await engine.cancel();
  }
});

test("a package that cannot be had is told so, and Python goes on", async () => {
  globalThis.pvParts.pop();
  await booted();
  for (const name of ["xlsxwriter", "unknown"]) {
    workers[0].say({ event: "wants-part", name });
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(workers[0].received.at(-1), { event: "part", arrived: false });
  }
});

test("a failed call leaves the engine ready, a fatal one does not", async () => {
  react = answers(({ op }) => failure(op === "clear"));
  const { engine, states } = await booted();
  await assert.rejects(engine.call("explain", { rule: "x" }), isError("call-failed"));
  assert.equal(engine.state, "ready");
  await assert.rejects(engine.call("clear", {}), isError("worker-gone"));
  assert.equal(engine.state, "failed");
  assert.deepEqual(states.at(-1), "failed");
  await assert.rejects(engine.call("about", {}), isError("worker-gone"));
});

test("a worker that ends takes its requests along", async () => {
  const { engine } = await booted();
  const waiting = assert.rejects(engine.call("about", {}), isError("worker-gone"));
  workers[0].onerror(new Event("error"));
  await waiting;
  assert.equal(engine.state, "failed");
});

test("cancel ends the worker at work and starts another from the parts at hand", async () => {
  const { engine } = await booted();
  const waiting = assert.rejects(engine.call("check", { files: [{ name: "a.json", file: new Blob() }], options: {} }), isError("worker-gone"));
  await engine.cancel();
  await waiting;
  assert.equal(workers[0].ended, true);
  assert.equal(workers.length, 2);
  assert.equal(engine.state, "ready");
});

test("a page of another build is refused before anything is started", async (context) => {
  context.after(() => (document.querySelector = () => null));
  document.querySelector = () => Object.assign(new HTMLMetaElement(), { content: "other" });
  await assert.rejects(new Engine().boot(), isError("boot-failed", "version"));
  assert.equal(workers.length, 0);
});

test("a browser without WebAssembly is told apart", async (context) => {
  const { Module } = WebAssembly;
  context.after(() => (WebAssembly.Module = Module));
  WebAssembly.Module = function Refused() {
    throw new Error("refused");
  };
  await assert.rejects(new Engine().boot(), isError("boot-failed", "wasm"));
});
