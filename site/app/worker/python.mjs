// @ts-check
/** Starts the Python runtime from embedded bytes: no request leaves the page, so `connect-src 'none'` can stand. */

import { unpackArchive } from "./archive.mjs";

/** @typedef {import("./asset.mjs").Asset} Asset */

/** An address that nothing answers but the stand-in below. */
const BASE = "https://runtime.invalid/";
const LIBRARY = "pydantic_core/_pydantic_core.cpython-314-wasm32-emscripten.so";
const ENVIRONMENT = {
  // Looking for plug-ins would read the metadata of every package.
  PYDANTIC_DISABLE_PLUGINS: "__all__",
};
/** The worker's only door into Python; JavaScript's objects become plain ones here. */
const DOOR = `
from pyvalidator.browser import handle

def given(file):
    def read():
        content = file.read()
        return None if content is None else content.to_bytes()

    return {"name": file.name, "size": file.size, "bytes": read}

def call(op, payload, files, progress):
    return handle(op, payload, [given(file) for file in files], progress)

call
`;

/**
 * @param {(name: string) => Asset} asset
 * @param {(step: string) => void} onStep
 * @returns {Promise<(op: string, payload: string, files: {name: string, size: number, read: () => Uint8Array | undefined}[], progress: (text: string) => void) => any>}
 */
export async function startPython(asset, onStep) {
  const [runtime, machine] = await Promise.all([importModule(asset("pyodide.mjs")), importModule(asset("pyodide.asm.mjs"))]);
  onStep("unpack");
  const library = asset("pydantic_core.so").bytes();
  const compiledLibrary = library.then((bytes) => WebAssembly.compile(bytes));
  const packages = asset("packages").bytes();
  const core = asset("core").bytes();
  /** @type {Record<string, () => Response>} */
  const answers = {
    "pyodide.asm.wasm": () => asset("pyodide.asm.wasm").response("application/wasm"),
    "python_stdlib.zip": () => asset("python_stdlib.zip").response("application/zip"),
  };
  const python = await withStandIns(answers, () => runtime.loadPyodide({
    createPyodideModule: machine.default,
    indexURL: BASE,
    lockFileContents: PV_LOCK,
    env: ENVIRONMENT,
    stdin: () => null,
    stdout: (/** @type {string} */ text) => console.info(text),
    stderr: (/** @type {string} */ text) => console.warn(text),
    fsInit: async (/** @type {any} */ FS, /** @type {{sitePackages: string}} */ { sitePackages }) => {
      unpackArchive(FS, sitePackages, await packages);
      unpackArchive(FS, sitePackages, await core);
      FS.writeFile(`${sitePackages}/${LIBRARY}`, await library, { canOwn: true });
      onStep("start");
    },
  }));
  onStep("import");
  return lendCompiled(await compiledLibrary, (await library).length, () => python.runPython(DOOR));
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
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function withStandIns(answers, load) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  /** @type {Promise<never>} */
  const refused = new Promise((_, reject) => {
    globalThis.fetch = async (address) => {
      const answer = answers[String(address).slice(BASE.length)];
      if (!answer) throw new TypeError(`no such file in the runtime: ${address}`);
      return answer();
    };
    WebAssembly.instantiateStreaming = (source, imports) => {
      const instance = instantiateStreaming(source, imports);
      instance.catch(reject);
      return instance;
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
