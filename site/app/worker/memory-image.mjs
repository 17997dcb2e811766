// @ts-check
/**
 * Python as it was a moment after it had imported everything: its memory, written down when the site is built
 * (`site/build/runtime/image.mjs`) and laid over the fresh memory of the same runtime here. It touches the runtime's inner parts,
 * so it belongs to one version of it, checks that the memory it finds is the one it was made for, and gives up otherwise.
 */

import { EXTENSION } from "./python-bridge.mjs";

/** @import { RuntimeModule, RuntimeSettings } from "./runtime.d.ts" */

export const PAGE = 4096;

/** @typedef {{build: string, table: number, fresh: number, chance: number[], sum: number, length: number, handle: number,
 *   state: object, runs: [number, number][], content: number}} Header
 *  `build`: the runtime's; `table`, `fresh`, `sum`: length of the table of functions, length and checksum of the memory
 *  before the start, its pages `chance` left out; `length` of the memory after; `handle`: by which Python holds the
 *  extension; `state`: JavaScript's objects that Python knows; `runs` of changed pages: first and number;
 *  `content`: their checksum */

/** The image was made for another memory than the browser's: Python must start in the ordinary way. */
export class ImageError extends Error {
  name = "ImageError";
}

/**
 * Has the compiled extension linked before Python starts, so that its place in memory is the same when the image is made
 * and when it is laid down.
 * @param {RuntimeSettings} settings
 * @param {Promise<WebAssembly.Module>} extension
 */
export function linkExtensionFirst(settings, extension) {
  settings.preRun.push(async (module) => {
    module.addRunDependency("extension");
    const compiled = await extension;
    // An engine without WebAssembly's garbage collection lacks this one function; its place is kept free.
    if (module.HEAP32[trampolineOf(module)] === 0) module.wasmTable.grow(1);
    const path = `${module.API.sitePackages}/${EXTENSION}`;
    module.newDSO(path, undefined, module.loadWebAssemblyModule(compiled, { nodelete: true }, path, {}));
    module.removeRunDependency("extension");
  });
}

/** Where the runtime keeps the number of a function that it has where the engine can do it: as an index of words.
 * @param {RuntimeModule} module */
function trampolineOf(module) {
  return (module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2]) >>> 2;
}

/**
 * @param {Uint8Array} memory
 * @param {number[]} without pages that do not count
 */
export function checksum(memory, without) {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.byteLength >>> 2);
  const skipped = new Set(without);
  let sum = 0;
  for (let page = 0; page * PAGE < memory.byteLength; page += 1) {
    if (skipped.has(page)) continue;
    const end = ((page + 1) * PAGE) >>> 2;
    for (let index = (page * PAGE) >>> 2; index < end; index += 1) sum = (Math.imul(sum, 31) + words[index]) | 0;
  }
  return sum;
}

/**
 * @param {Omit<Header, "content">} header
 * @param {Uint8Array} memory
 * @returns {Uint8Array} length of the header (4 bytes, little endian), the header as JSON, the pages
 */
export function writeImage(header, memory) {
  const pages = new Uint8Array(header.runs.reduce((sum, [, count]) => sum + count, 0) * PAGE);
  let offset = 0;
  for (const [first, count] of header.runs) {
    pages.set(memory.subarray(first * PAGE, (first + count) * PAGE), offset);
    offset += count * PAGE;
  }
  const json = JSON.stringify({ ...header, content: checksum(pages, []) });
  // The pages are read as words.
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const image = new Uint8Array(4 + text.length + pages.length);
  new DataView(image.buffer).setUint32(0, text.length, true);
  image.set(text, 4);
  image.set(pages, 4 + text.length);
  return image;
}

/**
 * @param {Uint8Array} image
 * @returns {{header: Header, pages: Uint8Array}}
 */
export function readImage(image) {
  const length = new DataView(image.buffer, image.byteOffset).getUint32(0, true);
  return { header: JSON.parse(new TextDecoder().decode(image.subarray(4, 4 + length))), pages: image.subarray(4 + length) };
}

/**
 * Lays the image over the runtime's memory, which has been grown already.
 * @param {RuntimeModule} module
 * @param {{header: Header, pages: Uint8Array}} image
 * @returns {object} what the runtime wants to know of JavaScript's objects
 * @throws {ImageError}
 */
export function restoreMemory(module, { header, pages }) {
  if (module.API.config.BUILD_ID !== header.build) throw new ImageError("another build of the runtime");
  // Nothing else would notice: what unpacks it looks at no checksum.
  if (checksum(pages, []) !== header.content) throw new ImageError("other bytes than were written");
  if (module.wasmTable.length !== header.table) throw new ImageError(`table of ${module.wasmTable.length}, not ${header.table}`);
  const memory = new Uint8Array(module.HEAP8.buffer);
  const trampoline = module.HEAP32[trampolineOf(module)];
  // Where the image was made there was none.
  module.HEAP32[trampolineOf(module)] = 0;
  if (memory.length < header.length) throw new ImageError(`memory of ${memory.length}, not ${header.length}`);
  if (checksum(memory.subarray(0, header.fresh), header.chance) !== header.sum) throw new ImageError("another memory before the start");
  let offset = 0;
  for (const [first, count] of header.runs) {
    memory.set(pages.subarray(offset, offset + count * PAGE), first * PAGE);
    offset += count * PAGE;
  }
  module.HEAP32[trampolineOf(module)] = trampoline;
  // Python holds the extension by this handle.
  module.LDSO.loadedLibsByHandle[header.handle] = module.LDSO.loadedLibsByName[`${module.API.sitePackages}/${EXTENSION}`];
  return header.state;
}
