// Byte-compiles Python archives with the very runtime that will run them: the magic number is right by construction,
// and the page need not compile at every start. Usage: node compile.mjs IN.zip OUT.zip LEVEL
// (LEVEL as Python's -O: 0 keeps everything, 2 leaves assertions and docstrings out).
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Runs inside the runtime. Every .py becomes an unchecked-hash .pyc in its place; a fixed date and order make the same
// bytes every time.
const COMPILE = `
import importlib.util, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

def compile_archive(level):
    with zipfile.ZipFile("in.zip") as source, zipfile.ZipFile("out.zip", "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            if name.endswith("/"):
                continue
            content = source.read(name)
            if name.endswith(".py"):
                code = compile(content, name, "exec", dont_inherit=True, optimize=level)
                name += "c"
                content = bytes(_code_to_hash_pyc(code, importlib.util.source_hash(content), checked=False))
            target.writestr(zipfile.ZipInfo(name), content)

compile_archive
`;

// A fixed hash seed: the order of constant sets is part of the bytes. Columns of code, which only tracebacks show, would
// be a sixth of it; lines stay.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
const compileArchive = python.runPython(COMPILE);
const [input, output, level] = process.argv.slice(2);
python.FS.writeFile("in.zip", readFileSync(input));
compileArchive(Number(level));
writeFileSync(output, python.FS.readFile("out.zip"));
