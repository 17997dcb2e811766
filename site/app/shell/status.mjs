// @ts-check
/** The line that says what the checker is doing: loading, ready, checking. Its height never changes. */

import { precheck } from "../intake/precheck.mjs";
import { byId, el, fill } from "../ui/dom.mjs";
import { formatBytes, formatNumber } from "../ui/format.mjs";
import { STAGE } from "../ui/shared-words.mjs";
import { BOOT_STEP, T } from "../ui/strings.mjs";

/** @import { BootProgress, InputFile, Progress } from "../worker/messages.d.ts" */

/** Seconds of work after which the time left is worth a guess, and how often the guess is renewed. */
const GUESS_AFTER = 4;
const RENEW_AFTER = 1;
/** Many small files tell more than can be read: what comes within this time (s) of the last is not shown at once. */
const SHOWN_EVERY = 0.1;
/** Seconds without news after which something may be wrong. */
const SILENT = 120;
const LISTED = 5;

export class Status {
  #text = byId("pv-status-text", HTMLElement);
  #bar = byId("pv-status-bar", HTMLProgressElement);
  #cancel = byId("pv-cancel", HTMLButtonElement);
  #received = byId("pv-received", HTMLElement);
  #started = 0;
  /** @type {{text: string, share: number | null, at: number}} */ #lastProgress = { text: "", share: null, at: 0 };
  #clock = 0;
  #shown = 0;

  /** @param {() => void} onCancel */
  constructor(onCancel) {
    this.#cancel.addEventListener("click", onCancel);
  }

  /** @param {BootProgress} progress */
  showLoading({ step, loaded, total }) {
    this.#show(T.loading(BOOT_STEP[step], loaded, total),
      total > 0 ? loaded / total : null);
  }

  /** @param {string} text */
  showIdle(text) {
    clearInterval(this.#clock);
    this.#show(text, 0);
    this.#bar.hidden = true;
    this.#cancel.hidden = true;
    this.#received.replaceChildren();
  }

  showChecking() {
    this.#started = performance.now();
    this.#lastProgress = { text: T.checking, share: null, at: 0 };
    this.#shown = -SHOWN_EVERY;
    this.#show(T.checking, null);
    this.#cancel.hidden = false;
    clearInterval(this.#clock);
    this.#clock = window.setInterval(() => this.#renew(), RENEW_AFTER * 1000);
  }

  /** @param {Progress} progress */
  showProgress({ file = "", index, files = 1, stage, share = 0 }) {
    this.#lastProgress = { text: T.progress(STAGE[stage], file, Math.min(index + 1, files), files), share: share || null, at: this.#seconds() };
    if (this.#seconds() - this.#shown >= SHOWN_EVERY) this.#renew();
  }

  #seconds() {
    return (performance.now() - this.#started) / 1000;
  }

  /** The same progress with a fresh guess of the time left: a long stage tells nothing while it runs. */
  #renew() {
    const { text, share, at } = this.#lastProgress;
    const now = this.#seconds();
    this.#shown = now;
    this.#show(text + (now - at > SILENT ? T.silent(Math.floor((now - at) / 60)) : timeLeft(share, at, now)), share);
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
   * @param {InputFile[]} files
   * @param {string} next what happens to them now
   */
  async showReceived(files, next = "") {
    const list = el("ul", { class: "pv-received" });
    fill(this.#received, el("p", {}, `已收到 ${formatNumber(files.length)} 個檔案。${next}`), list);
    for (const { name, file } of files.slice(0, LISTED)) {
      const { size, encoding, shape, hint } = await precheck(name, file);
      const facts = [formatBytes(size), encoding, shape].filter(Boolean).join("，");
      list.append(el("li", {}, el("strong", {}, name), `：${facts}`, hint && el("span", { class: "pv-hint" }, hint)));
    }
    if (files.length > LISTED) list.append(el("li", {}, `另有 ${formatNumber(files.length - LISTED)} 個檔案`));
  }
}

/**
 * @param {number | null} share of the work that was done…
 * @param {number} at …after so many seconds
 * @param {number} now seconds since the start
 */
function timeLeft(share, at, now) {
  if (share === null || at === 0 || now < GUESS_AFTER) return "";
  const left = Math.round(at / share - now);
  return left >= 1 ? `，約還要 ${formatNumber(left)} 秒` : "，比預估久一些，請稍候";
}
