"""`pyvalidator fix`: repairs of encoding and syntax, into another file."""

from __future__ import annotations

from argparse import Namespace

from pyvalidator.cli import streams
from pyvalidator.cli.settings import read_file
from pyvalidator.repair.fix import fix


def run(arguments: Namespace) -> int:
    """Write the repaired file; 1 where faults are left, and then nothing is claimed about them.

    Raises:
        UsageError: the file cannot be read, or the output is the file itself.
    """
    streams.refuse_missing_folder(arguments.output)
    data = read_file(arguments.file, "檔案")
    streams.refuse_inputs(arguments.output)
    fixed = fix(data, unsafe=arguments.unsafe)
    tell = _print if arguments.dry_run else streams.print_note
    for heading, places in (("已修正", fixed.done), ("未修正", fixed.left)):
        for line, column, what in places:
            tell(f"{heading}　{line}:{column}　{what}")
    if not fixed.done:
        streams.print_note("沒有可以修正的地方。" if fixed.left else "檔案的編碼與 JSON 語法都正確，不必修正。")
    elif fixed.left:
        streams.print_note("其餘的地方要由人判斷，請對照原始資料更正。")
    if fixed.text is not None and not arguments.dry_run:
        streams.write_result(fixed.text.encode(), arguments.output)
    return int(bool(fixed.left))


def _print(line: str) -> None:
    streams.write_result(f"{line}\n".encode(), None)
