// @ts-check
/** The line that says what the checker is doing: loading, ready, checking. Its height never changes. */

import { byId, el, fill } from "./dom.mjs";
import { formatBytes, formatNumber } from "./format.mjs";
import { precheck } from "./precheck.mjs";
import { BOOT_STEP, STAGE, T } from "./strings.mjs";

/** Seconds of work after which the time left is worth a guess. */
const GUESS_AFTER = 4;
const LISTED = 5;

export class Status {
  #text = byId("pv-status-text", HTMLElement);
  #bar = byId("pv-status-bar", HTMLProgressElement);
  #cancel = byId("pv-cancel", HTMLButtonElement);
  #given = byId("pv-given", HTMLElement);
  #started = 0;

  /** @param {() => void} onCancel */
  constructor(onCancel) {
    this.#cancel.addEventListener("click", onCancel);
  }

  /** @param {{step: string, loaded?: number, total?: number}} progress */
  showLoading({ step, loaded = 0, total = 0 }) {
    this.#show(T.loading(BOOT_STEP[/** @type {keyof typeof BOOT_STEP} */ (step)] ?? BOOT_STEP.load, loaded, total),
      total > 0 ? loaded / total : null);
  }

  /** @param {string} text */
  showIdle(text) {
    this.#show(text, 0);
    this.#bar.hidden = true;
    this.#cancel.hidden = true;
    this.#given.replaceChildren();
  }

  showChecking() {
    this.#started = performance.now();
    this.#show(T.checking, null);
    this.#cancel.hidden = false;
  }

  /** @param {{file?: string, index?: number, files?: number, stage?: string}} event */
  showProgress({ file = "", index = 0, files = 1, stage = "" }) {
    const words = STAGE[/** @type {keyof typeof STAGE} */ (stage)] ?? STAGE.rules;
    const share = files > 1 ? index / files : null;
    this.#show(T.progress(words, file, Math.min(index + 1, files), files) + this.#timeLeft(share), share);
  }

  /** @param {number | null} share */
  #timeLeft(share) {
    const seconds = (performance.now() - this.#started) / 1000;
    if (!share || seconds < GUESS_AFTER) return "";
    return `，約還要 ${formatNumber(Math.max(1, Math.round((seconds * (1 - share)) / share)))} 秒`;
  }

  /**
   * @param {string} text
   * @param {number | null} share null: unknown
   */
  #show(text, share) {
    this.#text.textContent = text;
    this.#bar.hidden = false;
    if (share === null) this.#bar.removeAttribute("value");
    else this.#bar.value = share;
  }

  /**
   * What was given, with a first look, at once; the checker may still be loading.
   * @param {import("./drop.mjs").Given[]} files
   */
  async showGiven(files) {
    const list = el("ul", { class: "pv-given" });
    fill(this.#given, el("p", {}, `已收到 ${formatNumber(files.length)} 個檔案。`), list);
    for (const { name, file } of files.slice(0, LISTED)) {
      const { size, encoding, shape, hint } = await precheck(name, file);
      const facts = [formatBytes(size), encoding, shape].filter(Boolean).join("，");
      list.append(el("li", {}, el("strong", {}, name), `：${facts}`, hint && el("span", { class: "pv-hint" }, hint)));
    }
    if (files.length > LISTED) list.append(el("li", {}, `另有 ${formatNumber(files.length - LISTED)} 個檔案`));
  }
}
