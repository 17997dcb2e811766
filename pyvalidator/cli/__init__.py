"""The command line. Each command imports what it needs only when it runs, so that a small check starts at once."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence

from pyvalidator.cli.parser import build_parser
from pyvalidator.cli.streams import UsageError, prepare_streams, print_note
from pyvalidator.runtime.opened import forget_inputs

#: Exit codes (contract of the command line); of several, the highest applies.
FINE, FINDINGS, USAGE, INCIDENT, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; default: the process's own.

    Returns:
        The exit code.
    """
    # Looking for plug-ins of pydantic would read the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare_streams()
    forget_inputs()
    try:
        chosen = build_parser().parse_args(arguments)
        code: int = importlib.import_module(f"pyvalidator.cli.{chosen.module}").run(chosen)
        return code
    except UsageError as error:
        print_note(str(error))
        return USAGE
    except KeyboardInterrupt:
        print_note("已中斷。")
        return INTERRUPTED
    except Exception as error:
        # The report could not be made: ours, not the file's. The detail names a place in our code, no value of a file.
        from pyvalidator.engine.finding import Incident

        detail = Incident.of("", None, error).detail
        print_note(f"檢核程式發生問題，請將下列代號回報給本工具的維護者：{detail}")
        return INCIDENT
