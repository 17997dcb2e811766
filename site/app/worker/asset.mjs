// @ts-check
/** One file of the runtime on its way in: base64 parts in, unpacked bytes out, while later parts still load. */

import { Gunzip } from "fflate";
import { decodeBase64 } from "./base64.mjs";

/** @typedef {ReadableStream<Uint8Array<ArrayBuffer>>} Stream */
/** @typedef {(bytes: Uint8Array<ArrayBuffer>, last: boolean) => void} Write */

/** The first byte of what zstd has packed; gzip's is another. */
const ZSTD = 0x28;

export class Asset {
  /** @type {(readable: Stream) => void} */ #begin = () => {};
  /** @type {Promise<Stream>} */ #readable = new Promise((resolve) => (this.#begin = resolve));
  /** @type {Write | undefined} */ #write;

  /**
   * @param {string} text base64
   * @param {boolean} last
   */
  push(text, last) {
    const bytes = decodeBase64(text);
    if (!this.#write) {
      const [readable, write] = openUnpacker(bytes[0]);
      this.#begin(readable);
      this.#write = write;
    }
    this.#write(bytes, last);
  }

  /**
   * The file's content; can be asked for once.
   * @param {string} type MIME type
   */
  async response(type) {
    return new Response(await this.#readable, { headers: { "Content-Type": type } });
  }

  async bytes() {
    return new Uint8Array(await (await this.response("application/octet-stream")).arrayBuffer());
  }
}

/**
 * @param {number} first byte of what was packed
 * @returns {[Stream, Write]}
 */
function openUnpacker(first) {
  if (first === ZSTD) return unpackInWorker();
  return typeof DecompressionStream === "function" ? inflateNatively() : inflateInScript();
}

/** @returns {[Stream, Write]} */
function inflateNatively() {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  // A fault in the data reaches whoever reads the stream.
  const ignore = () => {};
  return [readable, (bytes, last) => {
    writer.write(bytes).catch(ignore);
    if (last) writer.close().catch(ignore);
  }];
}

/** For browsers without DecompressionStream. @returns {[Stream, Write]} */
function inflateInScript() {
  return unpackInScript((onChunk) => {
    const gunzip = new Gunzip(onChunk);
    return (bytes, last) => gunzip.push(bytes, last);
  });
}

/**
 * zstd: no browser does it yet, and a script takes long. So it has a thread of its own, which not every worker may have.
 * @returns {[Stream, Write]}
 */
function unpackInWorker() {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ let controller;
  /** @type {Stream} */
  const readable = new ReadableStream({ start: (opened) => void (controller = opened) });
  const fail = () => controller.error(new Error("not unpacked"));
  const address = URL.createObjectURL(new Blob([PV_UNZSTD], { type: "text/javascript" }));
  try {
    const worker = new Worker(address);
    worker.onerror = fail;
    worker.onmessage = ({ data }) => {
      worker.terminate();
      URL.revokeObjectURL(address);
      if (data === null) fail();
      else {
        controller.enqueue(data);
        controller.close();
      }
    };
    return [readable, (bytes, last) => worker.postMessage({ bytes, last }, [bytes.buffer])];
  } catch {
    fail();
    return [readable, () => {}];
  }
}

/**
 * @param {(onChunk: (chunk: Uint8Array) => void) => Write} begin
 * @returns {[Stream, Write]}
 */
function unpackInScript(begin) {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ let controller;
  /** @type {Stream} */
  const readable = new ReadableStream({ start: (opened) => void (controller = opened) });
  const write = begin((chunk) => controller.enqueue(/** @type {Uint8Array<ArrayBuffer>} */ (chunk)));
  return [readable, (bytes, last) => {
    try {
      write(bytes, last);
      if (last) controller.close();
    } catch (error) {
      controller.error(error);
    }
  }];
}
