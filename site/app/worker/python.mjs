// @ts-check
/** Starts the Python runtime from embedded bytes: no request leaves the page, so `connect-src 'none'` can stand. */

import { unpackArchive } from "./archive.mjs";
import { DOOR, LIBRARY, MACHINE, WAKE } from "./door.mjs";
import { layDown, linkFirst, readImage } from "./image.mjs";

/** @typedef {import("./asset.mjs").Asset} Asset */
/** @typedef {(op: string, payload: string, files: {name: string, size: number, read: () => Uint8Array | undefined}[], progress: (text: string) => void) => any} Call */

/** An address that nothing answers but the stand-in below. */
const BASE = "https://runtime.invalid/";
const OUTPUT = {
  stdin: () => null,
  stdout: (/** @type {string} */ text) => console.info(text),
  stderr: (/** @type {string} */ text) => console.warn(text),
};

/**
 * Python as it was when the site was built.
 * @param {(name: string) => Asset} asset
 * @param {(step: string) => void} onStep
 * @returns {Promise<Call>}
 */
export async function wakePython(asset, onStep) {
  const library = asset("pydantic_core.so").bytes().then((bytes) => WebAssembly.compile(bytes));
  const image = asset("image").bytes().then(readImage);
  const python = await load(asset, onStep, () => new Response(), {
    // Not read: the image is laid down below.
    _loadSnapshot: new Uint8Array(0),
  }, async (settings, create) => {
    linkFirst(settings, library);
    const module = await create(settings);
    const { header, pages } = await image;
    onStep("start");
    module.API.restoreSnapshot = () => layDown(module, { header, pages });
    return module;
  }, async (memory) => {
    const missing = (await image).header.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(missing / 65536);
  });
  return python.runPython(WAKE);
}

/**
 * Python from its library, as it starts anywhere.
 * @param {(name: string) => Asset} asset
 * @param {(step: string) => void} onStep
 * @returns {Promise<Call>}
 */
export async function startPython(asset, onStep) {
  const library = asset("pydantic_core.so").bytes();
  const compiledLibrary = library.then((bytes) => WebAssembly.compile(bytes));
  const [packages, core] = [asset("packages").bytes(), asset("core").bytes()];
  const python = await load(asset, onStep, () => asset("python_stdlib.zip").response("application/zip"), {
    fsInit: async (/** @type {any} */ FS, /** @type {{sitePackages: string}} */ { sitePackages }) => {
      unpackArchive(FS, sitePackages, await packages);
      unpackArchive(FS, sitePackages, await core);
      FS.writeFile(`${sitePackages}/${LIBRARY}`, await library, { canOwn: true });
      onStep("start");
    },
  });
  onStep("import");
  return lendCompiled(await compiledLibrary, (await library).length, () => python.runPython(DOOR));
}

/**
 * @param {(name: string) => Asset} asset
 * @param {(step: string) => void} onStep
 * @param {() => Response} standardLibrary
 * @param {object} options
 * @param {(settings: any, create: (settings: any) => Promise<any>) => Promise<any>} create makes Emscripten's module
 * @param {(memory: WebAssembly.Memory) => Promise<void>} prepare
 * @returns {Promise<any>}
 */
async function load(asset, onStep, standardLibrary, options, create = (settings, make) => make(settings), prepare = async () => {}) {
  const [runtime, machine] = await Promise.all([importModule(asset("pyodide.mjs")), importModule(asset("pyodide.asm.mjs"))]);
  onStep("unpack");
  /** @type {Record<string, () => Response>} */
  const answers = {
    "pyodide.asm.wasm": () => asset("pyodide.asm.wasm").response("application/wasm"),
    "python_stdlib.zip": standardLibrary,
  };
  return withStandIns(answers, prepare, () => runtime.loadPyodide({
    createPyodideModule: (/** @type {any} */ settings) => create(settings, machine.default),
    indexURL: BASE,
    lockFileContents: PV_LOCK,
    ...OUTPUT,
    ...MACHINE,
    env: { ...MACHINE.env },
    ...options,
  }));
}

/** @param {Asset} asset */
async function importModule(asset) {
  const address = URL.createObjectURL(await asset.response("text/javascript").blob());
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * While the runtime loads, its requests are answered from `answers`. A module that the browser refuses to compile
 * rejects the promise here; the runtime itself would write a warning and wait for ever.
 * @template T
 * @param {Record<string, () => Response>} answers
 * @param {(memory: WebAssembly.Memory) => Promise<void>} prepare the memory before it is used
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function withStandIns(answers, prepare, load) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  /** @type {Promise<never>} */
  const refused = new Promise((_, reject) => {
    globalThis.fetch = async (address) => {
      const answer = answers[String(address).slice(BASE.length)];
      if (!answer) throw new TypeError(`no such file in the runtime: ${address}`);
      return answer();
    };
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const made = await instantiateStreaming(source, imports);
        await prepare(/** @type {WebAssembly.Memory} */ (made.instance.exports.memory));
        return made;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  try {
    return await Promise.race([load(), refused]);
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * Python links its one compiled extension while it imports it, and would compile it then, on one core. It has been
 * compiled meanwhile; the constructor hands it out, known by its size.
 * @template T
 * @param {WebAssembly.Module} compiled
 * @param {number} size
 * @param {() => T} action
 */
function lendCompiled(compiled, size, action) {
  const { Module } = WebAssembly;
  WebAssembly.Module = new Proxy(Module, {
    construct: (target, [bytes]) => (bytes.byteLength === size ? compiled : new target(bytes)),
  });
  try {
    return action();
  } finally {
    WebAssembly.Module = Module;
  }
}
