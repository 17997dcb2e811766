// @ts-check
/** The worker's only way into Python, and what Python learns of the computer; the same however Python starts. */

/** The one compiled extension, below the folder of the packages. */
export const EXTENSION = "pydantic_core/_pydantic_core.cpython-314-wasm32-emscripten.so";

/** Where the modules lie that a check does without, until one of them is imported. */
export const DEFERRED_ZIP = "/lib/rest.zip";

/** What Python is told of the computer; nothing of the real one. An image needs all of it to be the same everywhere. */
export const MACHINE = {
  _sysExecutable: "python",
  env: {
    // Looking for plug-ins would read the metadata of every package.
    PYDANTIC_DISABLE_PLUGINS: "__all__",
    LANG: "C.UTF-8",
    _: "python",
  },
};

/** Python's error where a package is asked for that the page loads only then: its message is the package's name. */
export const PART_MISSING = "PartMissing";

/** A package that has come is found from now on; of one that could not be had Python says so, until it is asked again. */
export const PARTS_CODE = {
  found: "import importlib; importlib.invalidate_caches()",
  lost: (/** @type {string} */ name) => `import sys; sys.modules[${JSON.stringify(name)}] = None`,
  askAgain: (/** @type {string} */ name) => `import sys; sys.modules.pop(${JSON.stringify(name)}, None)`,
};

/** JavaScript's objects become plain ones here. A package may lie partly in the library and partly in what is left. */
export const BRIDGE_CODE = `
import sys, zipimport

class DeferredModules:
    @staticmethod
    def find_spec(name, path=None, target=None):
        folder = "/".join(["${DEFERRED_ZIP}", *name.split(".")[:-1]])
        try:
            return zipimport.zipimporter(folder).find_spec(name, target)
        except zipimport.ZipImportError:
            return None

sys.meta_path.append(DeferredModules)

from pyvalidator.browser import handle

def input_file(file):
    def read():
        content = file.read()
        return None if content is None else content.to_bytes()

    return {"name": file.name, "size": file.size, "bytes": read}

def call(op, payload, files, progress):
    return handle(op, payload, [input_file(file) for file in files], progress)

call
`;

/** Makes a Python out of an image its own: nothing that was left to chance when the image was made stays as it was. */
export const RESUME_CODE = `
import random, sys, time
random.seed()
if hasattr(time, "tzset"):
    time.tzset()
call
`;
