// @ts-check
/** One file of the runtime on its way in: base64 parts in, unpacked bytes out, while later parts still load. */

import { Gunzip } from "fflate";
import { decompress } from "fzstd";

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

/** @param {string} text */
function decodeBase64(text) {
  if (typeof Uint8Array.fromBase64 === "function") return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/**
 * @param {number} first byte of what was packed
 * @returns {[Stream, Write]}
 */
function openUnpacker(first) {
  if (first === ZSTD) return unpackAtOnce();
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
  return unpackInScript((give) => {
    const gunzip = new Gunzip(give);
    return (bytes, last) => gunzip.push(bytes, last);
  });
}

/** zstd: no browser does it yet. Taken all at once: piece by piece would move its window with every piece.
 * @returns {[Stream, Write]} */
function unpackAtOnce() {
  /** @type {Uint8Array[]} */
  const pieces = [];
  return unpackInScript((give) => (bytes, last) => {
    pieces.push(bytes);
    if (last) give(decompress(join(pieces)));
  });
}

/** @param {Uint8Array[]} pieces */
function join(pieces) {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

/**
 * @param {(give: (chunk: Uint8Array) => void) => Write} begin
 * @returns {[Stream, Write]}
 */
function unpackInScript(begin) {
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */ let controller;
  /** @type {Stream} */
  const readable = new ReadableStream({ start: (given) => void (controller = given) });
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
