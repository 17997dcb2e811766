// @ts-check
/** Lays the files of an archive down where Python finds them. Written by `site/build/runtime/packs.py`. */

/** @import { RuntimeFiles } from "./runtime.d.ts" */

/**
 * An archive is: the length of the header (4 bytes, little endian), the header (JSON, [[path, size], …]), the contents.
 * @param {RuntimeFiles} FS
 * @param {string} folder
 * @param {Uint8Array} archive
 */
export function unpackArchive(FS, folder, archive) {
  const length = new DataView(archive.buffer, archive.byteOffset).getUint32(0, true);
  /** @type {[string, number][]} */
  const entries = JSON.parse(new TextDecoder().decode(archive.subarray(4, 4 + length)));
  const made = new Set();
  let offset = 4 + length;
  for (const [path, size] of entries) {
    const parent = `${folder}/${path}`.replace(/\/[^/]*$/, "");
    if (!made.has(parent)) {
      FS.mkdirTree(parent);
      made.add(parent);
    }
    FS.writeFile(`${folder}/${path}`, archive.subarray(offset, offset + size), { canOwn: true });
    offset += size;
  }
}
