// Asks the runtime which versions of other projects are linked into it. Standard input: JSON {name: Python expression};
// prints JSON {name: version}.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.globals.set("given", readFileSync(0, "utf8"));
console.log(python.runPython(`
import json, platform, sys, zlib, pyexpat
import _decimal, _sqlite3, _zstd

json.dumps({name: str(eval(expression)) for name, expression in json.loads(given).items()})
`));
