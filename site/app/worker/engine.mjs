// @ts-check
/** The page's way to Python: boot, call, cancel. What stands behind it: docs/develop/worker-protocol.md. */

import { EngineError, messageOf } from "./engine-error.mjs";
import { Packs } from "./packs.mjs";
import { Runner } from "./runner.mjs";
import { START_WORTH, checkShared, helpersFor, lowMemory } from "./shared-check.mjs";

/** @import { AnswerOf, Batch, BootProgress, OnProgress, Op, RequestOf } from "./messages.d.ts" */

export { EngineError };

/** The eight bytes that every WebAssembly module begins with: the smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
/** A check that has lasted this long (ms) may be cancelled: then another Python is made ready. */
const LONG_CHECK = 400;

export class Engine {
  /** @type {"idle" | "booting" | "ready" | "failed"} */ #state = "idle";
  /** @type {Packs} */ #packs;
  /** @type {Runner | null} who answers */ #lead = null;
  /** @type {Runner[]} who help with many files, and take the lead after a cancel */ #helpers = [];
  /** @type {(progress: BootProgress) => void} */ #onProgress = () => {};
  #onState;
  #startWorth;

  /** @param {{packs?: import("./packs.mjs").RuntimePartInfo[], onState?: (state: string) => void, startWorth?: number}} options */
  constructor({ packs = PV_BUILD.packs, onState = () => {}, startWorth = START_WORTH } = {}) {
    this.#startWorth = startWorth;
    this.#packs = new Packs(packs, SCRIPT || document.baseURI);
    this.#onState = onState;
  }

  get state() {
    return this.#state;
  }

  /** Whether Python runs on the page itself: the page stands still during a check, and a check cannot be cancelled. */
  get onPage() {
    return this.#lead?.onPage ?? false;
  }

  /** Starts Python for the boot to come. */
  prepare() {
    this.#helpers.push(this.#start());
  }

  /**
   * @param {(progress: BootProgress) => void} onProgress
   * @throws {EngineError} `boot-failed`
   */
  async boot(onProgress = () => {}) {
    this.#onProgress = onProgress;
    this.#lead?.stop("booted again");
    this.#setState("booting");
    onProgress({ step: "probe", loaded: 0, total: 0 });
    try {
      requireSameBuild();
      requireWebAssembly();
    } catch (error) {
      this.#setState("failed");
      throw error;
    }
    await this.#makeLead(this.#takeHelper() ?? this.#start());
  }

  /**
   * @template {Op} O
   * @param {O} op
   * @param {RequestOf<O>} payload
   * @param {{onProgress?: OnProgress}} options
   * @returns {Promise<AnswerOf<O>>}
   * @throws {EngineError} `call-failed`, `worker-gone`
   */
  async call(op, payload, { onProgress = () => {} } = {}) {
    const lead = this.#lead;
    if (!lead || this.#state !== "ready") throw new EngineError("worker-gone", `not ready for ${op}`);
    if (op !== "check") return lead.call(op, payload, { onProgress });
    return /** @type {Promise<AnswerOf<O>>} */ (this.#check(lead, /** @type {Batch} */ (payload), onProgress));
  }

  /**
   * Stops whatever runs; a Python that stands ready takes its place, or another is started from the packs already here.
   * @throws {EngineError} `boot-failed`
   */
  async cancel() {
    if (this.onPage && this.#state === "ready") return;
    await this.boot(this.#onProgress);
  }

  /**
   * @param {Runner} lead
   * @param {Batch} payload
   * @param {OnProgress} onProgress
   */
  async #check(lead, payload, onProgress) {
    const timer = setTimeout(() => this.#prepareHelpers(1), LONG_CHECK);
    try {
      if (lead.onPage || isOneFile(payload.files)) return await lead.call("check", payload, { onProgress });
      return await checkShared(lead, (sizes) => this.#prepareHelpers(helpersFor(sizes, this.#startWorth)), payload, onProgress);
    } finally {
      clearTimeout(timer);
      // One stays for the next cancel.
      for (const helper of this.#helpers.splice(1)) helper.stop("no longer needed");
    }
  }

  /**
   * @param {number} count
   * @returns {Runner[]} as many, starting or ready
   */
  #prepareHelpers(count) {
    if (this.onPage || lowMemory()) return [];
    this.#helpers = this.#helpers.filter(({ ended }) => !ended);
    while (this.#helpers.length < count) this.#helpers.push(new Runner(this.#packs));
    return this.#helpers.slice(0, count);
  }

  /** One that waits for work or is on its way; those that are at work are ended. */
  #takeHelper() {
    const free = this.#helpers.filter(({ idle, isReady, ended }) => idle || (!isReady && !ended));
    const [next] = free.sort((one, other) => Number(other.isReady) - Number(one.isReady));
    for (const helper of this.#helpers) if (helper !== next) helper.stop("cancelled");
    this.#helpers = [];
    return next;
  }

  #start() {
    return new Runner(this.#packs, (progress) => this.#onProgress(progress));
  }

  /** Makes it the one who answers. @param {Runner} lead */
  async #makeLead(lead) {
    this.#lead = lead;
    lead.onGone = () => {
      if (lead === this.#lead) this.#setState("failed");
    };
    try {
      await lead.ready;
    } catch (error) {
      if (lead === this.#lead) this.#setState("failed");
      throw error;
    }
    if (lead === this.#lead) this.#setState("ready");
  }

  /** @param {Engine["state"]} state */
  #setState(state) {
    this.#state = state;
    this.#onState(state);
  }
}

/** A page kept by some cache beside scripts of a newer site (or the other way round) has other parts than they expect. */
function requireSameBuild() {
  const meta = document.querySelector("meta[name=pv-build]");
  const page = meta instanceof HTMLMetaElement ? meta.content : PV_BUILD.mark;
  if (page !== PV_BUILD.mark) throw new EngineError("boot-failed", `page of build ${page}, program of build ${PV_BUILD.mark}`, "version");
}

/** An archive is no single file. @param {{name: string}[]} files */
function isOneFile(files) {
  return files.length === 1 && !/\.zip$/i.test(files[0].name);
}

/** The runtime itself, refused, would wait for ever without an error. */
function requireWebAssembly() {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw new EngineError("boot-failed", messageOf(error), "wasm");
  }
}
