/** The page with a stand-in for the engine, so that every state can be shown without booting Python.
 * `globalThis.pvFake` (set before the page's script) says what it answers:
 * {onPage, boot: "ready"|"wait"|{kind, cause, message}, check: "answer"|"wait"|{kind, message}, report, side, problems,
 * answers: {op: value}}. */

import { Page } from "../../site/app/shell/page.mjs";

class FakeEngine {
  calls = [];

  get onPage() {
    return globalThis.pvFake.onPage ?? false;
  }

  async boot(onProgress) {
    onProgress({ step: "load", loaded: 3_400_000, total: 8_100_000 });
    await this.#follow(globalThis.pvFake.boot ?? "ready");
  }

  async call(op, payload, { onProgress } = {}) {
    this.calls.push({ op, payload: payload.files ? { ...payload, files: payload.files.map(({ name }) => name) } : payload });
    const { check = "answer", report, side = [], problems = [], answers = {} } = globalThis.pvFake;
    if (op === "check") {
      globalThis.pvProgress = onProgress;
      onProgress?.({ file: payload.files[0].name, index: 0, files: payload.files.length, stage: "rules", share: 0.25 });
      await this.#follow(check);
      const ignored = payload.options.ignore_side;
      return { report, problems, name: "差勤檢核_376506200A_11006_20210715-0900", side: side.filter(({ name }) => !ignored.includes(name)) };
    }
    if (op === "findings") return { findings: answers.findings.slice(payload.offset, payload.offset + payload.limit) };
    if (op === "clear") return null;
    return answers[op];
  }

  async cancel() {
    this.calls.push({ op: "cancel" });
  }

  async #follow(what) {
    if (what === "wait") await new Promise((resolve) => (globalThis.pvContinue = resolve));
    else if (typeof what === "object") throw Object.assign(new Error(what.message ?? "made for a test"), what);
  }
}

globalThis.pvEngine = new FakeEngine();
new Page(globalThis.pvEngine);
