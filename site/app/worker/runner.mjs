// @ts-check
/** One Python as the page sees it: its start, its requests, its end. */

import { EngineError, messageOf } from "./engine-error.mjs";
import { openHost } from "./host.mjs";
import { addSlice } from "./slices.mjs";

/** @import { AnswerMessage, AnswerOf, BootProgress, Cause, OnProgress, Op, RequestOf } from "./messages.d.ts" */

/**
 * @typedef {object} Waiting
 * @property {(result: never) => void} resolve takes what its request is answered with, which a map cannot say
 * @property {(error: EngineError) => void} reject
 * @property {OnProgress} [onProgress]
 * @property {unknown} [result] an answer that has begun to arrive
 * @property {number} [slices] how many slices of it are missing
 */

export class Runner {
  /** @type {import("./host.mjs").Host | null} */ #host = null;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();
  #nextId = 1;
  #end = new AbortController();
  #packs;
  #onProgress;

  /**
   * @param {import("./packs.mjs").Packs} packs
   * @param {(progress: BootProgress) => void} onProgress
   */
  constructor(packs, onProgress = () => {}) {
    this.#packs = packs;
    this.#onProgress = onProgress;
    /** Called where it ended by itself after it was ready. */
    this.onGone = () => {};
    this.isReady = false;
    /** Settled when requests will be answered, or the start has failed (EngineError `boot-failed`). */
    this.ready = this.#boot();
    // Who waits for it is told; who does not is not disturbed.
    this.ready.catch((error) => this.stop(error.message));
  }

  /** Whether Python runs on the page itself. */
  get onPage() {
    return this.#host?.onPage ?? false;
  }

  /** Whether it waits for a request. */
  get idle() {
    return this.isReady && this.#waiting.size === 0;
  }

  get ended() {
    return this.#end.signal.aborted;
  }

  /**
   * @template {Op} O
   * @param {O} op
   * @param {RequestOf<O>} payload
   * @param {{onProgress?: OnProgress}} options
   * @returns {Promise<AnswerOf<O>>}
   * @throws {EngineError} `call-failed`, `worker-gone`
   */
  call(op, payload, { onProgress } = {}) {
    return new Promise((resolve, reject) => {
      if (!this.#host || !this.isReady) {
        reject(new EngineError("worker-gone", `not ready for ${op}`));
        return;
      }
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#host.post({ id, op, payload });
    });
  }

  /** Ends it, whatever it does. @param {string} reason */
  stop(reason) {
    this.#end.abort(reason);
    this.isReady = false;
    this.#host?.stop();
    this.#host = null;
    for (const { reject } of this.#waiting.values()) reject(new EngineError("worker-gone", reason));
    this.#waiting.clear();
  }

  async #boot() {
    if (this.#packs.imageFits) {
      try {
        await this.#start(true);
        return;
      } catch (error) {
        if (this.ended || !this.#host) throw error;
        this.#leaveImage(messageOf(error));
        this.#host.stop();
        this.#host = null;
      }
    }
    await this.#start(false);
  }

  /** This page's other starts need not try again. @param {string} reason */
  #leaveImage(reason) {
    console.warn(`started without the image: ${reason}`);
    this.#packs.imageFits = false;
  }

  /**
   * @param {boolean} image
   * @returns {Promise<void>}
   */
  #start(image) {
    const attempt = new AbortController();
    return new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ message, /** @type {Cause} */ cause) => {
        attempt.abort();
        reject(new EngineError("boot-failed", message, cause));
      };
      this.#end.signal.addEventListener("abort", () => fail(this.#end.signal.reason, "other"));
      const onReady = () => {
        document.documentElement.dataset.pvStart = this.#packs.imageFits ? "image" : "library";
        this.isReady = true;
        resolve();
      };
      this.#openAndFeed(image, attempt.signal, onReady, fail).catch((error) => fail(messageOf(error), error.cause ?? "other"));
    });
  }

  /**
   * @param {boolean} image
   * @param {AbortSignal} signal
   * @param {() => void} onReady
   * @param {(message: string, cause: Cause) => void} fail
   */
  async #openAndFeed(image, signal, onReady, fail) {
    /** @param {("image" | "library" | null)[]} ways */
    const feed = (ways) => this.#packs.deliver(ways, ({ asset, text, last }, loaded, total) => {
      host.post({ event: "runtime-part", asset, text, last });
      if (loaded < total) this.#onProgress({ step: "load", loaded, total });
    }, signal);
    // The parts arrive while the worker starts.
    this.#packs.preload([null, image ? "image" : "library"]);
    const host = await openHost(PV_BUILD.worker, (message) => {
      if (signal.aborted) return;
      if (message.event === "ready") onReady();
      else if (message.event === "image-misfit") {
        this.#leaveImage(message.message);
        feed(["library"]).catch((error) => fail(messageOf(error), error.cause ?? "other"));
      } else if (message.event === "step") this.#onProgress({ step: message.step, loaded: 0, total: 0 });
      else if (message.event === "boot-failed") fail(`${message.name}: ${message.message}`, message.cause);
      else if (message.event === "wants-part") this.#handPart(host, message.name);
      else if (message.event !== "alive") this.#receive(message);
    }, (error) => {
      if (!signal.aborted) this.#lose(error.message);
    });
    if (signal.aborted) {
      host.stop();
      return;
    }
    if (image && host.onPage) {
      this.#leaveImage("no worker to unpack it");
      image = false;
    }
    this.#host = host;
    host.post({ event: "start", image });
    await feed([null, image ? "image" : "library"]);
  }

  /**
   * A package that only some requests need.
   * @param {import("./host.mjs").Host} host
   * @param {string} name
   */
  async #handPart(host, name) {
    const arrived = await this.#packs.deliver([name], ({ asset, text, last }) => {
      host.post({ event: "runtime-part", asset, text, last });
    }, this.#end.signal).then(() => true, () => false);
    if (!this.ended) host.post({ event: "part", arrived });
  }

  /** @param {AnswerMessage} message */
  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.event === "progress") {
      waiting.onProgress?.(message);
      return;
    }
    if (message.event === "slice") {
      addSlice(waiting.result, message);
      waiting.slices = Number(waiting.slices) - 1;
    } else if (message.ok) {
      waiting.result = typeof message.result === "string" ? JSON.parse(message.result) : message.result;
      waiting.slices = message.slices;
    } else {
      this.#waiting.delete(message.id);
      const { name, message: text, cause, fatal } = message.error;
      waiting.reject(new EngineError(fatal ? "worker-gone" : "call-failed", `${name}: ${text}`, cause));
      if (fatal) this.#lose(text);
      return;
    }
    if (waiting.slices > 0) return;
    this.#waiting.delete(message.id);
    waiting.resolve(/** @type {never} */ (waiting.result));
  }

  /**
   * Python is gone; only another start brings it back.
   * @param {string} reason
   */
  #lose(reason) {
    if (this.ended) return;
    const wasReady = this.isReady;
    this.stop(reason);
    if (wasReady) this.onGone();
  }
}
