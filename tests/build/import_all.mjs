// Imports every module of the core, and all that it imports later, in the runtime as it is shipped.
// Usage: node import_all.mjs FOLDER ENCODINGS APART (lists as JSON); prints JSON {modules, failed, docstring}.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { unpackArchive } from "../../site/app/worker/archive.mjs";
import { BRIDGE_CODE, DEFERRED_ZIP, EXTENSION } from "../../site/app/worker/python-bridge.mjs";

const [folder, encodings, apart] = process.argv.slice(2);
const read = (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
const python = await loadPyodide({
  stdLibURL: `${folder}/python_stdlib.zip`,
  env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
  fsInit: async (FS, { sitePackages }) => {
    unpackArchive(FS, sitePackages, read("packages"));
    unpackArchive(FS, sitePackages, read("core"));
    unpackArchive(FS, sitePackages, read("data"));
    for (const name of JSON.parse(apart)) unpackArchive(FS, sitePackages, read(name));
    FS.writeFile(`${sitePackages}/${EXTENSION}`, read("pydantic_core.so"));
    FS.writeFile(DEFERRED_ZIP, read("rest.zip"));
  },
});
python.runPython(BRIDGE_CODE).destroy();
python.globals.set("encodings", encodings);
console.log(python.runPython(`
import ast, codecs, importlib, json, pkgutil, pyvalidator

failed = {}

def attempt(name, action):
    try:
        action(name)
    except Exception as error:
        failed[name] = repr(error)

# The command line's own modules never run here.
names = [m.name for m in pkgutil.walk_packages(pyvalidator.__path__, "pyvalidator.")
         if not m.name.startswith(("pyvalidator.cli", "pyvalidator.__main__"))]
for name in names:
    attempt(name, importlib.import_module)
for name in ("xlsxwriter.workbook", "python_calamine", "difflib", "_strptime", "traceback", "unicodedata"):
    attempt(name, importlib.import_module)
# jsonschema is imported where a custom schema is used.
attempt("jsonschema", lambda name: importlib.import_module("pyvalidator.schema.user_schema").read_schema(b'{"type": "object"}', "a").validator)
for name in json.loads(encodings):
    attempt(name, lambda name: codecs.encode("a", name))
rule = next(m for m in names if ".cod105_" in m)
json.dumps({"modules": len(names), "failed": failed, "docstring": importlib.import_module(rule).__doc__})
`));
