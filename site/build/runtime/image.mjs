// Makes the image of a Python that has imported everything (site/app/worker/memory-image.mjs), with the very runtime that will
// run it. Usage: node image.mjs FOLDER, which holds all that Python can import; adds `image`, and `held`: the names of
// the modules in it, as JSON.
// The same assets give the same bytes: time, randomness and the machine are shut out.
import nodeCrypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { unpackArchive } from "../../app/worker/archive.mjs";
import { BRIDGE_CODE, EXTENSION, MACHINE } from "../../app/worker/python-bridge.mjs";
import { PAGE, checksum, linkExtensionFirst, writeImage } from "../../app/worker/memory-image.mjs";

const [folder] = process.argv.slice(2);
const read = (name) => new Uint8Array(readFileSync(`${folder}/${name}`));

// Everything is imported and every cache filled that a page may want later: the files are not there any more then.
const WARM = readFileSync(new URL("image_warm.py", import.meta.url), "utf8");

process.env.TZ = "UTC";

const library = WebAssembly.compile(read("pydantic_core.so"));

/** What the runtime takes for randomness and for the time. */
function setChance(value) {
  Date.now = () => 1_600_000_000_000 + value * 12_345;
  performance.now = () => value;
  nodeCrypto.randomFillSync = globalThis.crypto.getRandomValues = (array) => array.fill(value);
}

/** A runtime before Python's start: what a page finds before it lays the image down. */
async function measureFresh(chance) {
  const seen = new Error("seen");
  setChance(chance);
  let fresh;
  await start({
    _loadSnapshot: new Uint8Array(16),
    createPyodideModule: async (settings) => {
      linkExtensionFirst(settings, library);
      const module = await createPyodideModule(settings);
      fresh = { memory: new Uint8Array(module.HEAP8), table: module.wasmTable.length };
      throw seen;
    },
  }).catch((error) => {
    if (error !== seen) throw error;
  });
  return fresh;
}

function start(options) {
  return loadPyodide({ ...MACHINE, env: { ...MACHINE.env }, stdLibURL: `${folder}/python_stdlib.zip`, ...options });
}

async function runWarm() {
  setChance(3);
  let module;
  const python = await start({
    _makeSnapshot: true,
    fsInit: async (FS, { sitePackages }) => {
      unpackArchive(FS, sitePackages, read("packages"));
      unpackArchive(FS, sitePackages, read("core"));
      // Only looked for: it has been linked, and what is read here would stay in memory.
      FS.writeFile(`${sitePackages}/${EXTENSION}`, Uint8Array.of(0));
    },
    createPyodideModule: async (settings) => {
      linkExtensionFirst(settings, library);
      module = await createPyodideModule(settings);
      return module;
    },
  });
  python.runPython(BRIDGE_CODE).destroy();
  return { module, held: python.runPython(WARM) };
}

/** Fills what Python has freed with zeros: it would be carried along otherwise. */
function clearFreed(module) {
  const top = () => module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2];
  /** Takes all free places of a size, until the memory would have to grow. */
  const takeAll = (size, allocate, taken) => {
    for (;;) {
      const before = top();
      const place = allocate(size);
      module.HEAPU8.fill(0, place, place + size);
      taken.push(place);
      if (top() !== before) return;
    }
  };
  const large = [];
  for (let size = 1 << 20; size >= 16; size >>= 1) takeAll(size, module._malloc, large);
  // Python's own allocator hands out 16 to 512 bytes from what it took before.
  const small = [];
  for (let size = 16; size <= 512; size += 16) takeAll(size, module._PyObject_Malloc, small);
  for (const place of small) module._PyObject_Free(place);
  for (const place of large) module._free(place);
}

const fresh = await measureFresh(1);
const other = await measureFresh(2);
const { module, held } = await runWarm();
clearFreed(module);
const state = module.API.serializeHiwireState();
const memory = new Uint8Array(module.HEAP8.buffer);
const handle = Number(Object.keys(module.LDSO.loadedLibsByHandle).find((key) => module.LDSO.loadedLibsByHandle[key].name.endsWith(EXTENSION)) ?? 0);

const samePage = (page, one, two) => {
  for (let index = page * PAGE; index < (page + 1) * PAGE; index += 1) if ((one[index] ?? 0) !== (two[index] ?? 0)) return false;
  return true;
};
const pages = (length) => Array.from({ length: length / PAGE }, (_, page) => page);
// What chance decides before the start (keys of hash tables) is no sign of another runtime.
const chance = pages(fresh.memory.length).filter((page) => !samePage(page, fresh.memory, other.memory));
const runs = [];
for (const page of pages(memory.length)) {
  if (!chance.includes(page) && samePage(page, memory, fresh.memory)) continue;
  const last = runs.at(-1);
  if (last && last[0] + last[1] === page) last[1] += 1;
  else runs.push([page, 1]);
}
const header = {
  build: module.API.config.BUILD_ID, table: fresh.table, fresh: fresh.memory.length, chance, sum: checksum(fresh.memory, chance),
  length: memory.length, handle, state, runs,
};
writeFileSync(`${folder}/image`, writeImage(header, memory));
writeFileSync(`${folder}/held`, held);
console.log(JSON.stringify({ table: [fresh.table, module.wasmTable.length], fresh: fresh.memory.length, length: memory.length,
  pages: runs.reduce((sum, [, count]) => sum + count, 0), runs: runs.length, chance, handle, state: JSON.stringify(state).length }));
process.exit(0);
