// Byte-compiles Python archives with the very runtime that will run them: the magic number is right by construction,
// and the page need not compile at every start. Usage: node compile.mjs IN.zip OUT.zip LEVEL
// (LEVEL as Python's -O: 0 keeps everything, 2 leaves assertions, docstrings and line numbers out).
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Runs inside the runtime. Every .py becomes an unchecked-hash .pyc in its place; a fixed date and order make the same
// bytes every time.
const COMPILE = `
import importlib.util, types, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

def without_lines(code):
    # Entries of the location table (3.11 and later) for eight code units each, all on the function's first line. What
    # only tracebacks show would be a twentieth of the libraries.
    units = len(code.co_code) // 2
    sizes = [8] * (units // 8) + [units % 8] * (units % 8 > 0)
    table = b"".join(bytes((0x80 | 13 << 3 | size - 1, 0)) for size in sizes)
    consts = tuple(without_lines(each) if isinstance(each, types.CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=table, co_consts=consts)

def compile_archive(level):
    with zipfile.ZipFile("in.zip") as source, zipfile.ZipFile("out.zip", "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            if name.endswith("/"):
                continue
            content = source.read(name)
            if name.endswith(".py"):
                code = compile(content, name, "exec", dont_inherit=True, optimize=level)
                if level == 2:
                    code = without_lines(code)
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
