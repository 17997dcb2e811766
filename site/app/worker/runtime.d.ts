/** Of Pyodide and Emscripten what the worker uses, partly private: it belongs to the version that package.json pins. */

export interface RuntimeFiles {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array, options?: { canOwn?: boolean }): void;
}

/** Emscripten's module. */
export interface RuntimeModule {
  addRunDependency(name: string): void;
  removeRunDependency(name: string): void;
  HEAP8: Int8Array;
  HEAP32: Int32Array;
  wasmTable: WebAssembly.Table;
  newDSO(path: string, handle: number | undefined, library: unknown): void;
  loadWebAssemblyModule(library: WebAssembly.Module, flags: object, path: string, scope: object): unknown;
  LDSO: { loadedLibsByHandle: Record<number, unknown>; loadedLibsByName: Record<string, unknown> };
  API: { sitePackages: string; config: { BUILD_ID: string }; restoreSnapshot?: () => object };
  __PyRuntime: number;
  __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
}

/** What Emscripten's module is made with. */
export interface RuntimeSettings {
  preRun: ((module: RuntimeModule) => void | Promise<void>)[];
}

export type CreateModule = (settings: RuntimeSettings) => Promise<RuntimeModule>;

export interface Python {
  FS: RuntimeFiles;
  _api: { sitePackages: string };
  runPython(code: string): unknown;
}

/** A Python that has started. */
export interface StartedPython {
  call: CallPython;
  /** Unpacks a package that came later, and has it found. */
  addPart(archive: Uint8Array): void;
  /** Has Python say that the package cannot be had, while it answers once more. */
  withoutPart(name: string, ask: () => PythonAnswer): PythonAnswer;
}

/** The runtime's two scripts. */
export interface PyodideScript {
  loadPyodide(options: object): Promise<Python>;
}
export interface ModuleScript {
  default: CreateModule;
}

/** A file whose bytes Python reads when its turn comes; undefined where the browser could not. */
export interface OpenedFile {
  name: string;
  size: number;
  read: () => Uint8Array | undefined;
}

export interface PythonBytes {
  toJs(): Uint8Array<ArrayBuffer>;
  destroy(): void;
}

/** JSON text, or JSON text (of an object) and bytes. */
export type PythonAnswer = string | ([string, PythonBytes] & { destroy(): void });

/** `progress` takes JSON text. */
export type CallPython = (
  op: string,
  payload: string,
  files: OpenedFile[],
  progress: (text: string) => void,
) => PythonAnswer;
