// @ts-check
/** The runtime's side of the protocol (docs/develop/worker-protocol.md), in a worker or on the page itself. */

import { Asset } from "./asset.mjs";
import { ImageError } from "./memory-image.mjs";
import { PART_MISSING } from "./python-bridge.mjs";
import { sliceAnswer } from "./slices.mjs";
import { openRuntime, startFromImage, startFromLibrary } from "./start-python.mjs";

/** @import { BootStep, Cause, FromWorker, InputFile, RequestMessage, Slice, ToWorker } from "./messages.d.ts" */
/** @import { OpenedFile, PythonAnswer, StartedPython } from "./runtime.d.ts" */

export class Session {
  /** @type {Map<string, Asset>} */ #assets = new Map();
  /** @type {StartedPython | null} */ #python = null;
  /** @type {(arrived: boolean) => void} told whether the package that the page was asked for has come */ #onPart = () => {};
  /** @type {Promise<void>} one request after the other, in the order of arrival */ #last = Promise.resolve();
  #post;

  /** @param {(message: FromWorker, transfer?: Transferable[]) => void} post */
  constructor(post) {
    this.#post = post;
  }

  /** @param {ToWorker} message */
  receive(message) {
    if (message.event === "start") this.#start(message.image);
    else if (message.event === "runtime-part") this.#asset(message.asset).push(message.text, message.last);
    else if (message.event === "part") this.#onPart(message.arrived);
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
    const onStep = (/** @type {BootStep} */ step) => this.#post({ event: "step", step });
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

  /** Another browser, another memory: the page is asked for the library's parts. @param {unknown} error @returns {null} */
  #leaveImage(error) {
    if (!(error instanceof ImageError)) throw error;
    this.#post({ event: "image-misfit", message: error.message });
    return null;
  }

  /**
   * Python's answer; for a package that it lacks the page is asked, and then Python once more.
   * @param {StartedPython} python
   * @param {() => PythonAnswer} ask
   * @returns {Promise<PythonAnswer>}
   */
  async #withParts(python, ask) {
    for (;;) {
      try {
        return ask();
      } catch (error) {
        const name = missingPart(error);
        if (!name) throw error;
        if (!(await this.#fetchPart(python, name))) return python.withoutPart(name, ask);
      }
    }
  }

  /**
   * @param {StartedPython} python
   * @param {string} name
   * @returns {Promise<boolean>} whether the package is there now
   */
  async #fetchPart(python, name) {
    const content = this.#asset(name).bytes();
    content.catch(() => {});
    /** @type {Promise<boolean>} */
    const told = new Promise((resolve) => (this.#onPart = resolve));
    this.#post({ event: "wants-part", name });
    try {
      if (!(await told)) return false;
      python.addPart(await content);
      return true;
    } catch {
      return false; // other bytes than were packed
    } finally {
      this.#assets.delete(name);
    }
  }

  /** @param {RequestMessage} request */
  async #answer({ id, op, payload }) {
    try {
      const { files = [], ...rest } = /** @type {{files?: InputFile[]}} */ (payload);
      const opened = await Promise.all(files.map(openFile));
      const progress = (/** @type {string} */ text) => this.#post({ event: "progress", id, ...JSON.parse(text) });
      const python = this.#python;
      if (!python) throw new Error("asked before ready");
      const answer = await this.#withParts(python, () => python.call(op, JSON.stringify(rest), opened, progress));
      const { result, slices, transfer } = toPlain(answer);
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
 * @param {InputFile} input
 * @returns {Promise<OpenedFile>}
 */
async function openFile({ name, file }) {
  if (file === null) return { name, size: 0, read: () => undefined };
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
 * @param {PythonAnswer} answer
 * @returns {{result: string | object, slices: Slice[], transfer: Transferable[]}}
 */
function toPlain(answer) {
  if (typeof answer === "string") return { ...sliceAnswer(answer), transfer: [] };
  const [text, content] = answer;
  const bytes = content.toJs();
  content.destroy();
  answer.destroy();
  return { result: { ...JSON.parse(text), bytes }, slices: [], transfer: [bytes.buffer] };
}

/** The package that Python lacks, or null where it failed for another reason. @param {unknown} error */
function missingPart(error) {
  const { type, message = "" } = /** @type {Partial<Error> & {type?: string}} */ (error ?? {});
  return type === PART_MISSING ? (message.trim().match(/\w+$/)?.[0] ?? null) : null;
}

/** @param {unknown} error */
function nameOf(error) {
  const { name = "Error" } = /** @type {Partial<Error>} */ (error ?? {});
  return name;
}

/**
 * What can be said of an error, with the cause by which the page explains it.
 * @param {unknown} error
 * @returns {{name: string, message: string, cause: Cause}}
 */
function describe(error) {
  const name = nameOf(error);
  // Python's exceptions come with their own type; the runtime throws what is no Error too.
  const { message = String(error), type = "" } = /** @type {Partial<Error> & {type?: string}} */ (error ?? {});
  const exhausted = /MemoryError|out of memory|could not allocate/i.test(`${type} ${message}`);
  const cause = exhausted ? "memory" : /^(CompileError|LinkError)$/.test(name) ? "wasm" : "other";
  return { name, message, cause };
}
