"""The command line, started over and over: a process that has read the program forks for every call.

Starting Python and reading the rules is most of what a call costs; what a call does is done in a process of its own, from
its arguments to its last output. A call that sets Python's own settings starts Python itself.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

Done = subprocess.CompletedProcess[bytes]

_STREAMS = ("stdin", "stdout", "stderr")


def run(arguments: Sequence[str], cwd: Path, stdin: bytes, environment: dict[str, str]) -> Done:
    """Run `pyvalidator` with `arguments` in the folder `cwd`."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in _STREAMS]
        files[0].write_bytes(stdin)
        call = {"arguments": arguments, "cwd": str(cwd), "environment": environment, "files": [*map(str, files)]}
        server = _server()
        assert server.stdin and server.stdout
        server.stdin.write(json.dumps(call).encode() + b"\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return Done(["pyvalidator", *arguments], code, files[1].read_bytes(), files[2].read_bytes())


@cache
def _server() -> subprocess.Popen[bytes]:
    """The process that forks; it ends with the process of the tests, which closes its input."""
    return subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _serve() -> None:
    """Fork for every line of the input; the children return, the server ends with its input."""
    from pyvalidator.cli import main
    from pyvalidator.rule import sample

    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
        # Whatever is read or made at the first call is there for all others.
        file = Path(folder, "a.json")
        file.write_text(json.dumps(sample()), "utf-8")
        main(["check", str(file), "--format", "json"])
    for line in sys.stdin.buffer:
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
            sys.exit(main())
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _become(call: dict[str, object]) -> None:
    """Take the place of a process that was started for the call."""
    arguments, environment, files = call["arguments"], call["environment"], call["files"]
    assert isinstance(arguments, list) and isinstance(environment, dict) and isinstance(files, list)
    sys.argv[1:] = arguments
    os.chdir(str(call["cwd"]))
    os.environ.clear()
    os.environ.update(environment)
    for number, file in enumerate(files):
        opened = os.open(file, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, number)
        os.close(opened)


if __name__ == "__main__":
    _serve()
