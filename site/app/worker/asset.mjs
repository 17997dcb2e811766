// @ts-check
/** One file of the runtime on its way in: base64 parts in, inflated bytes out, while later parts still load. */

import { Gunzip } from "fflate";

export class Asset {
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ #readable;
  /** @type {(bytes: Uint8Array<ArrayBuffer>, last: boolean) => void} */ #write;

  constructor() {
    [this.#readable, this.#write] = typeof DecompressionStream === "function" ? inflateNatively() : inflateInScript();
  }

  /**
   * @param {string} text base64
   * @param {boolean} last
   */
  push(text, last) {
    this.#write(decodeBase64(text), last);
  }

  /**
   * The file's content; can be asked for once.
   * @param {string} type MIME type
   */
  response(type) {
    return new Response(this.#readable, { headers: { "Content-Type": type } });
  }

  async bytes() {
    return new Uint8Array(await this.response("application/octet-stream").arrayBuffer());
  }
}

/** @param {string} text */
function decodeBase64(text) {
  if (typeof Uint8Array.fromBase64 === "function") return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** @returns {[ReadableStream<Uint8Array<ArrayBuffer>>, (bytes: Uint8Array<ArrayBuffer>, last: boolean) => void]} */
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

/** For browsers without DecompressionStream.
 * @returns {[ReadableStream<Uint8Array<ArrayBuffer>>, (bytes: Uint8Array<ArrayBuffer>, last: boolean) => void]} */
function inflateInScript() {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ let controller;
  const readable = new ReadableStream({ start: (given) => void (controller = given) });
  const gunzip = new Gunzip((chunk) => controller.enqueue(/** @type {Uint8Array<ArrayBuffer>} */ (chunk)));
  return [readable, (bytes, last) => {
    try {
      gunzip.push(bytes, last);
      if (last) controller.close();
    } catch (error) {
      controller.error(error);
    }
  }];
}
