// @ts-check
/** Starts the Python runtime from embedded bytes: no request leaves the page, so `connect-src 'none'` can stand. */

import { unpackArchive } from "./archive.mjs";
import { linkExtensionFirst, readImage, restoreMemory } from "./memory-image.mjs";
import { BRIDGE_CODE, DEFERRED_ZIP, EXTENSION, MACHINE, PARTS_CODE, RESUME_CODE } from "./python-bridge.mjs";

/** @import { BootStep } from "./messages.d.ts" */
/** @import { CallPython, CreateModule, ModuleScript, PyodideScript, Python, RuntimeFiles, RuntimeModule, RuntimeSettings, StartedPython } from "./runtime.d.ts" */

/** @typedef {import("./asset.mjs").Asset} Asset */
/** @typedef {(step: BootStep) => void} OnStep */

/** An address that nothing answers but the stand-in below. */
const BASE = "https://runtime.invalid/";
const OUTPUT = {
  stdin: () => null,
  stdout: (/** @type {string} */ text) => console.info(text),
  stderr: (/** @type {string} */ text) => console.warn(text),
};

/**
 * The runtime's own parts, each opened once: Python may be started twice from them.
 * @param {(name: string) => Asset} asset
 */
export function openRuntime(asset) {
  const extension = asset("pydantic_core.so").bytes();
  return {
    /** @type {Promise<[PyodideScript, ModuleScript]>} */
    scripts: Promise.all([importModule(asset("pyodide.mjs")), importModule(asset("pyodide.asm.mjs"))]),
    interpreter: asset("pyodide.asm.wasm"),
    /** @type {WebAssembly.Module | undefined} once it has been compiled */
    compiled: undefined,
    extension,
    compiledExtension: extension.then((bytes) => WebAssembly.compile(bytes)),
    deferred: asset("rest.zip").bytes(),
    data: asset("data").bytes(),
  };
}

/** @typedef {ReturnType<typeof openRuntime>} Runtime */

/**
 * Python as it was when the site was built.
 * @param {Runtime} runtime
 * @param {(name: string) => Asset} asset
 * @param {OnStep} onStep
 * @returns {Promise<StartedPython>}
 * @throws {import("./memory-image.mjs").ImageError} the image was made for another browser
 */
export async function startFromImage(runtime, asset, onStep) {
  const image = asset("image").bytes().then(readImage);
  // Those who wait for it below are told; it may have failed before they do.
  image.catch(() => {});
  const python = await load(runtime, onStep, async () => new Response(), {
    // Not read: the image is laid down below.
    _loadSnapshot: new Uint8Array(0),
  }, async (settings, create) => {
    linkExtensionFirst(settings, runtime.compiledExtension);
    const module = await create(settings);
    const { header, pages } = await image;
    onStep("start");
    module.API.restoreSnapshot = () => restoreMemory(module, { header, pages });
    return module;
  }, async (memory) => {
    const missing = (await image).header.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(missing / 65536);
  });
  unpackArchive(python.FS, python._api.sitePackages, await runtime.data);
  python.FS.writeFile(DEFERRED_ZIP, await runtime.deferred, { canOwn: true });
  return started(python, python.runPython(RESUME_CODE));
}

/**
 * Python from its library, as it starts anywhere.
 * @param {Runtime} runtime
 * @param {(name: string) => Asset} asset
 * @param {OnStep} onStep
 * @returns {Promise<StartedPython>}
 */
export async function startFromLibrary(runtime, asset, onStep) {
  const [packages, core] = ["packages", "core"].map((name) => asset(name).bytes());
  const extension = await runtime.extension;
  const python = await load(runtime, onStep, () => asset("python_stdlib.zip").response("application/zip"), {
    fsInit: async (/** @type {RuntimeFiles} */ FS, /** @type {{sitePackages: string}} */ { sitePackages }) => {
      unpackArchive(FS, sitePackages, await packages);
      unpackArchive(FS, sitePackages, await core);
      unpackArchive(FS, sitePackages, await runtime.data);
      FS.writeFile(`${sitePackages}/${EXTENSION}`, extension, { canOwn: true });
      FS.writeFile(DEFERRED_ZIP, await runtime.deferred, { canOwn: true });
      onStep("start");
    },
  });
  onStep("import");
  return started(python, lendCompiled(await runtime.compiledExtension, extension.length, () => python.runPython(BRIDGE_CODE)));
}

/**
 * @param {Python} python
 * @param {unknown} call
 * @returns {StartedPython}
 */
function started(python, call) {
  return {
    call: /** @type {CallPython} */ (call),
    addPart: (archive) => {
      unpackArchive(python.FS, python._api.sitePackages, archive);
      python.runPython(PARTS_CODE.found);
    },
    withoutPart: (name, ask) => {
      python.runPython(PARTS_CODE.lost(name));
      try {
        return ask();
      } finally {
        python.runPython(PARTS_CODE.askAgain(name));
      }
    },
  };
}

/**
 * @param {Runtime} runtime
 * @param {OnStep} onStep
 * @param {() => Promise<Response>} standardLibrary
 * @param {object} options
 * @param {(settings: RuntimeSettings, create: CreateModule) => Promise<RuntimeModule>} create makes Emscripten's module
 * @param {(memory: WebAssembly.Memory) => Promise<void>} prepare
 * @returns {Promise<Python>}
 */
async function load(runtime, onStep, standardLibrary, options, create = (settings, make) => make(settings), prepare = async () => {}) {
  const [script, interpreter] = await runtime.scripts;
  onStep("unpack");
  /** @type {Record<string, () => Promise<Response>>} */
  const answers = {
    "pyodide.asm.wasm": async () => (runtime.compiled ? new Response() : runtime.interpreter.response("application/wasm")),
    "python_stdlib.zip": standardLibrary,
  };
  return withStandIns(runtime, answers, prepare, () => script.loadPyodide({
    createPyodideModule: (/** @type {RuntimeSettings} */ settings) => create(settings, interpreter.default),
    indexURL: BASE,
    lockFileContents: PV_LOCK,
    ...OUTPUT,
    ...MACHINE,
    env: { ...MACHINE.env },
    ...options,
  }));
}

/**
 * One of the runtime's scripts, as a module.
 * @param {Asset} asset
 */
async function importModule(asset) {
  const address = URL.createObjectURL(await (await asset.response("text/javascript")).blob());
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
 * @param {Runtime} runtime
 * @param {Record<string, () => Promise<Response>>} answers
 * @param {(memory: WebAssembly.Memory) => Promise<void>} prepare the memory before it is used
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function withStandIns(runtime, answers, prepare, load) {
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
        const made = runtime.compiled
          ? { module: runtime.compiled, instance: await WebAssembly.instantiate(runtime.compiled, imports) }
          : await instantiateStreaming(source, imports);
        runtime.compiled = made.module;
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
