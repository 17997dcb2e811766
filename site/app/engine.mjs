// @ts-check
/** The page's way to Python: boot, call, cancel. What stands behind it: docs/develop/worker-protocol.md. */

import { openHost } from "./worker/host.mjs";
import { Packs } from "./worker/packs.mjs";

/** @typedef {{step: string, loaded: number, total: number}} BootProgress bytes as they are stored in the packs */
/** @typedef {{resolve: (result: any) => void, reject: (error: EngineError) => void, onProgress?: (event: any) => void}} Waiting */

/** The eight bytes that every WebAssembly module begins with: the smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** Why the engine could not do what was asked; `cause` says more for a boot that failed and for lack of memory. */
export class EngineError extends Error {
  /**
   * @param {"boot-failed" | "call-failed" | "worker-gone"} kind
   * @param {string} message
   * @param {"wasm" | "memory" | "version" | "other"} cause
   */
  constructor(kind, message, cause = "other") {
    super(message);
    this.name = "EngineError";
    this.kind = kind;
    this.cause = cause;
  }
}

export class Engine {
  /** @type {"idle" | "booting" | "ready" | "failed"} */ #state = "idle";
  /** @type {Packs} */ #packs;
  /** @type {import("./worker/host.mjs").Host | null} */ #host = null;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();
  #nextId = 1;
  /** @type {AbortController} ends the start that is under way */ #start = new AbortController();
  /** @type {(progress: BootProgress) => void} */ #onProgress = () => {};
  #onState;

  /** @param {{packs?: import("./worker/packs.mjs").PartInfo[], onState?: (state: string) => void}} options */
  constructor({ packs = PV_BUILD.packs, onState = () => {} } = {}) {
    this.#packs = new Packs(packs, SCRIPT || document.baseURI);
    this.#onState = onState;
  }

  get state() {
    return this.#state;
  }

  /** Whether Python runs on the page itself: the page stands still during a check, and a check cannot be cancelled. */
  get onPage() {
    return this.#host?.onPage ?? false;
  }

  /**
   * @param {(progress: BootProgress) => void} onProgress
   * @throws {EngineError} `boot-failed`
   */
  async boot(onProgress = () => {}) {
    this.#onProgress = onProgress;
    this.#stop("booted again");
    this.#setState("booting");
    const start = (this.#start = new AbortController());
    try {
      await this.#boot(start.signal);
      this.#setState("ready");
    } catch (error) {
      const failure = error instanceof EngineError ? error : new EngineError("boot-failed", messageOf(error));
      if (!start.signal.aborted) {
        this.#stop(failure.message);
        this.#setState("failed");
      }
      throw failure;
    }
  }

  /**
   * @param {string} op
   * @param {any} payload plain data; `files` is a list of {name, file: Blob}
   * @param {{onProgress?: (event: any) => void}} options
   * @returns {Promise<any>}
   * @throws {EngineError} `call-failed`, `worker-gone`
   */
  call(op, payload, { onProgress } = {}) {
    return new Promise((resolve, reject) => {
      if (!this.#host || this.#state !== "ready") {
        reject(new EngineError("worker-gone", `not ready for ${op}`));
        return;
      }
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#host.post({ id, op, payload });
    });
  }

  /**
   * Stops whatever runs and starts anew from the packs already here.
   * @throws {EngineError} `boot-failed`
   */
  async cancel() {
    if (this.onPage && this.#state === "ready") return;
    await this.boot(this.#onProgress);
  }

  /** @param {AbortSignal} signal */
  async #boot(signal) {
    this.#onProgress({ step: "probe", loaded: 0, total: 0 });
    requireSameBuild();
    requireWebAssembly();
    /** @type {Promise<void>} */
    const ready = new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ message, /** @type {any} */ cause) => reject(new EngineError("boot-failed", message, cause));
      signal.addEventListener("abort", () => fail("the start was ended", "other"));
      this.#openAndFeed(signal, resolve, fail).catch((error) => fail(messageOf(error), error.cause ?? "other"));
    });
    await ready;
  }

  /**
   * @param {AbortSignal} signal
   * @param {() => void} onReady
   * @param {(message: string, cause: string) => void} fail
   */
  async #openAndFeed(signal, onReady, fail) {
    const host = await openHost(PV_BUILD.worker, (message) => {
      if (signal.aborted) return;
      if (message.event === "ready") onReady();
      else if (message.event === "step") this.#onProgress({ step: message.step, loaded: 0, total: 0 });
      else if (message.event === "boot-failed") fail(`${message.name}: ${message.message}`, message.cause);
      else this.#receive(message);
    }, (error) => {
      if (signal.aborted) return;
      fail(error.message, "other");
      this.#lose(error.message);
    });
    if (signal.aborted) {
      host.stop();
      return;
    }
    this.#host = host;
    const { total } = this.#packs;
    await this.#packs.deliver(({ asset, text, last }, loaded) => {
      host.post({ event: "part", asset, text, last });
      if (loaded < total) this.#onProgress({ step: "load", loaded, total });
    }, signal);
  }

  /** @param {any} message a reply or a progress event */
  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.event === "progress") {
      waiting.onProgress?.(message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.ok) {
      waiting.resolve(typeof message.result === "string" ? JSON.parse(message.result) : message.result);
      return;
    }
    const { name, message: text, cause, fatal } = message.error;
    waiting.reject(new EngineError(fatal ? "worker-gone" : "call-failed", `${name}: ${text}`, cause));
    if (fatal) this.#lose(text);
  }

  /**
   * Python is gone; only another boot brings it back.
   * @param {string} reason
   */
  #lose(reason) {
    this.#stop(reason);
    this.#setState("failed");
  }

  /** @param {string} reason */
  #stop(reason) {
    this.#start.abort();
    this.#host?.stop();
    this.#host = null;
    for (const { reject } of this.#waiting.values()) reject(new EngineError("worker-gone", reason));
    this.#waiting.clear();
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

/** The runtime itself, refused, would wait for ever without an error. */
function requireWebAssembly() {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (error) {
    throw new EngineError("boot-failed", messageOf(error), "wasm");
  }
}

/** @param {any} error */
function messageOf(error) {
  // Firefox's `stack` carries no message.
  return `${error?.name ?? "Error"}: ${error?.message ?? error}`;
}
