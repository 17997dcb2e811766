"""Where the command line writes: UTF-8 everywhere, whatever the console is set to; files atomically."""

from __future__ import annotations

import io
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from pyvalidator.privacy.masking import Masker
from pyvalidator.runtime.opened import is_input, note_descriptor, read_replaced, was_given
from pyvalidator.source.not_data import own_text, own_workbook

#: Bytes at the beginning of a file that tell whether it is a report of this tool.
_HEAD = 16 * 1024


class UsageError(Exception):
    """Something on the command line cannot be used; the text says what and what to do."""


def prepare_streams() -> None:
    """Let notes be written in UTF-8 on consoles set to CP950, and no character end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_note(text: str, *, mask: bool = True) -> None:
    """A sentence for the user, beside the result: on standard error. Where that is full or closed, the rest goes on.

    Args:
        mask: whether ID numbers in it, such as those in names of files, are masked.
    """
    if sys.stderr is None:
        # print() would take standard output instead, where the result stands.
        return
    try:
        print(Masker(mask).text(text), file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def read_stdin() -> bytes:
    """Everything on standard input. Raises OSError where it is closed or cannot be read."""
    if sys.stdin is None:
        raise OSError("standard input is closed")
    # A file that was sent here by `<` is an input like any other.
    with suppress(OSError, ValueError):
        note_descriptor(os.fstat(sys.stdin.fileno()))
    return sys.stdin.buffer.read()


def write_result(data: bytes, output: str | None) -> None:
    """Write a result to standard output, or to the file `output`: whole or not at all.

    Raises:
        UsageError: the file cannot be written, or is one of the inputs.
    """
    if output is None or output == "-":
        _write_stdout(data)
        return
    refuse_inputs(output)
    # A link stays a link: what it points to is replaced.
    path = Path(output).resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe, such as /dev/null
        else:
            _replace(path, data)
    except OSError as error:
        raise UsageError(f"無法寫入「{output}」：{_reason(error)}，請改存到其他位置。") from None


def refuse_inputs(*outputs: str | None) -> None:
    """Raise UsageError where one of `outputs` is anything that the command was given or has read so far.

    `write_result` asks too; whoever has much to do before asks as soon as all is read.
    """
    for output in outputs:
        if output is not None and output != "-" and (is_input(output) or _is_given_data(output)):
            raise UsageError(f"「{output}」是輸入的檔案或在輸入的資料夾裡，不能覆寫；請用 --output 指定其他檔名。")


def _is_given_data(path: str) -> bool:
    """Whether a given folder holds the file, and it is more than a former report, which the same command replaces."""
    if not was_given(path):
        return False
    with suppress(OSError):
        data = read_replaced(path)
        return own_text(data[:_HEAD].decode("utf-8-sig", "replace")) is None and own_workbook(data) is None
    return True


def exists(path: str) -> bool:
    """Whether there is anything at `path`; False also for what cannot be a path, such as a name that is too long."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def refuse_missing_folder(output: str | None) -> None:
    """Raise UsageError where the folder of `output` does not exist, before any work is done."""
    if output is not None and not exists(str(Path(output).absolute().parent)):
        raise UsageError(f"無法寫入「{output}」：資料夾不存在，請先建立資料夾或改存到其他位置。")


def _replace(path: Path, data: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _take_over(path, Path(name))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _take_over(former: Path, new: Path) -> None:
    """Who may read the new file: whoever could read the former one; else as of any file that is made here."""
    try:
        status = former.stat()
    except OSError:
        # mkstemp makes a file that only its owner may read; a report is an ordinary file.
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    new.chmod(stat.S_IMODE(status.st_mode))


def _write_stdout(data: bytes) -> None:
    if sys.stdout is None:
        raise UsageError("標準輸出是關閉的，結果無處可寫；請改用 --output 指定檔名。")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _give_up(sys.stdout)
        # The reader of a pipe (head, less) has seen enough; anything else is a result that is lost.
        if not isinstance(error, BrokenPipeError):
            raise UsageError(f"無法寫到標準輸出：{_reason(error)}，請改用 --output 存到其他位置。") from None


def _give_up(stream: TextIO) -> None:
    """Keep the interpreter from trying again, and complaining, at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "沒有寫入權限"
    return "資料夾不存在" if isinstance(error, FileNotFoundError) else "磁碟或路徑有問題"
