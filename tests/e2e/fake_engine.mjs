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
      return this.#answer(payload, { report, problems, side, name: "差勤檢核_376506200A_11006_20210715-0900" });
    }
    if (op === "findings") return { findings: answers.findings.slice(payload.offset, payload.offset + payload.limit) };
    if (op === "clear") return null;
    return answers[op];
  }

  /** As Python sorts what was given; what `pvFake.side` names says how to check. */
  #answer({ files, options: { ignore_side: ignored, gives: [standing, ...gives] } }, { report, side, ...more }) {
    const isSide = ({ name }) => side.some((one) => one.name === name);
    const ends = gives.reduce((all, length) => [...all, all.at(-1) + length], [standing]);
    const give = gives.findLastIndex((_, index) => !files.slice(ends[index], ends[index + 1]).every(isSide));
    const looked = [...files.slice(0, standing), ...files.slice(give < 0 ? standing : ends[give])];
    const nothing = { ...report, files: [], summary: { ...report.summary, files: 0 } };
    return {
      ...more, report: give < 0 ? nothing : report, give: give < 0 ? null : give,
      side: side.filter(({ name }) => !ignored.includes(name) && looked.some((file) => file.name === name)),
    };
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
