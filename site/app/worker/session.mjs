// @ts-check
/** The runtime's side of the protocol (docs/develop/worker-protocol.md), in a worker or on the page itself. */

import { Asset } from "./asset.mjs";
import { ImageError } from "./memory-image.mjs";
import { sliceAnswer } from "./slices.mjs";
import { openRuntime, startFromImage, startFromLibrary } from "./start-python.mjs";

export class Session {
  /** @type {Map<string, Asset>} */ #assets = new Map();
  /** @type {import("./start-python.mjs").Call | null} */ #python = null;
  /** @type {Promise<void>} one request after the other, in the order of arrival */ #last = Promise.resolve();
  #post;

  /** @param {(message: any, transfer?: Transferable[]) => void} post */
  constructor(post) {
    this.#post = post;
  }

  /** @param {any} message */
  receive(message) {
    if (message.event === "start") this.#start(message.image);
    else if (message.event === "runtime-part") this.#asset(message.asset).push(message.text, message.last);
    else this.#last = this.#last.then(() => this.#answer(message));
  }

  /** @param {string} name */
  #asset(name) {
    const asset = this.#assets.get(name) ?? new Asset();
    this.#assets.set(name, asset);
    return asset;
  }

  /** @param {boolean} image whether to start from the image */
  async #start(image) {
    const asset = (/** @type {string} */ name) => this.#asset(name);
    const onStep = (/** @type {string} */ step) => this.#post({ event: "step", step });
    try {
      const runtime = openRuntime(asset);
      if (image) this.#python = await startFromImage(runtime, asset, onStep).catch((error) => this.#leaveImage(error));
      this.#python ??= await startFromLibrary(runtime, asset, onStep);
      this.#assets.clear();
      this.#post({ event: "ready" });
    } catch (error) {
      this.#post({ event: "boot-failed", ...describe(error) });
    }
  }

  /** Another browser, another memory: the page is asked for the library's parts. @param {any} error @returns {null} */
  #leaveImage(error) {
    if (!(error instanceof ImageError)) throw error;
    this.#post({ event: "image-misfit", message: error.message });
    return null;
  }

  /** @param {{id: number, op: string, payload: any}} request */
  async #answer({ id, op, payload }) {
    try {
      const { files = [], ...rest } = payload;
      const opened = await Promise.all(files.map(openFile));
      const progress = (/** @type {string} */ text) => this.#post({ event: "progress", id, ...JSON.parse(text) });
      if (!this.#python) throw new Error("asked before ready");
      const { result, slices, transfer } = toPlain(this.#python(op, JSON.stringify(rest), opened, progress));
      this.#post({ id, ok: true, result, slices: slices.length }, transfer);
      for (const slice of slices) this.#post({ event: "slice", id, ...slice });
    } catch (error) {
      // Anything but a Python exception has left the interpreter in an unknown state.
      this.#post({ id, ok: false, error: { ...describe(error), fatal: nameOf(error) !== "PythonError" } });
    }
  }
}

/**
 * A file that Python reads when its turn comes; on the page itself, where no reading can wait, it is read now.
 * One that was moved, deleted or locked since it was chosen has no bytes: that is a finding, which Python makes.
 * @param {{name: string, file: Blob}} input
 * @returns {Promise<{name: string, size: number, read: () => Uint8Array | undefined}>}
 */
async function openFile({ name, file }) {
  const { size } = file;
  const Reader = globalThis.FileReaderSync;
  if (Reader) return { name, size, read: () => readNow(new Reader(), file) };
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => undefined);
  return { name, size, read: () => bytes };
}

/**
 * @param {{readAsArrayBuffer: (blob: Blob) => ArrayBuffer}} reader
 * @param {Blob} file
 */
function readNow(reader, file) {
  try {
    return new Uint8Array(reader.readAsArrayBuffer(file));
  } catch {
    return undefined;
  }
}

/**
 * Python answers with JSON text, or with a pair of JSON text (an object) and bytes, which become its key `bytes`.
 * @param {any} answer
 */
function toPlain(answer) {
  if (typeof answer === "string") return { ...sliceAnswer(answer), transfer: [] };
  const [text, content] = answer;
  /** @type {Uint8Array<ArrayBuffer>} */
  const bytes = content.toJs();
  content.destroy();
  answer.destroy();
  return { result: { ...JSON.parse(text), bytes }, slices: [], transfer: [bytes.buffer] };
}

/** @param {any} error */
function nameOf(error) {
  return String(error?.name ?? "Error");
}

/**
 * What can be said of an error, with the cause by which the page explains it.
 * @param {any} error
 */
function describe(error) {
  const name = nameOf(error);
  const message = String(error?.message ?? error);
  const exhausted = /MemoryError|out of memory|could not allocate/i.test(`${error?.type ?? ""} ${message}`);
  const cause = exhausted ? "memory" : /^(CompileError|LinkError)$/.test(name) ? "wasm" : "other";
  return { name, message, cause };
}
