// @ts-check
/** A worker of the worker: unpacks zstd while WebAssembly is compiled beside it. */

import { ZSTDDecoder } from "zstddec";
import { decodeBase64 } from "./base64.mjs";

// The decoder asks for itself at a data address, which the page's policy refuses like every request.
self.fetch = async (address) => new Response(decodeBase64(String(address).replace(/^.*,/, "")));

const decoder = new ZSTDDecoder();
const begun = decoder.init();
/** @type {Uint8Array<ArrayBuffer>[]} all that is packed: the decoder takes nothing else */
const packed = [];

self.onmessage = async ({ data: { bytes, last } }) => {
  packed.push(bytes);
  if (last) self.postMessage(await unpack().catch(() => null));
};

/** @returns {Promise<Uint8Array | null>} null: not what zstd has packed */
async function unpack() {
  await begun;
  const unpacked = decoder.decode(new Uint8Array(await new Blob(packed).arrayBuffer()));
  return unpacked.length > 0 ? unpacked : null;
}
