"""`pyvalidator sample`: a synthetic file, with known faults where wanted."""

from __future__ import annotations

import json
from argparse import Namespace

from pyvalidator.cli import streams
from pyvalidator.cli.settings import find_profile
from pyvalidator.samples import SampleError, build_sample


def run(arguments: Namespace) -> int:
    """Write the sample, and its faults as JSON lines beside it or on standard error.

    Raises:
        UsageError: the wishes do not go together.
    """
    streams.refuse_missing_folder(arguments.output)
    profile = find_profile(arguments.profile)
    faults = f"{arguments.output}.faults.jsonl" if arguments.output and arguments.faults else None
    streams.refuse_inputs(arguments.output, faults)
    wishes = {name: getattr(arguments, name) for name in ("agency", "period", "dataset", "people", "seed", "faults")}
    try:
        sample = build_sample(profile, **wishes)
    except SampleError as error:
        raise streams.UsageError(str(error)) from None
    streams.write_result(sample.text.encode(), arguments.output)
    if arguments.faults:
        lines = "".join(json.dumps(fault, ensure_ascii=False) + "\n" for fault in sample.faults)
        if faults is None:
            streams.print_note(lines.rstrip("\n"))
        else:
            streams.write_result(lines.encode(), faults)
    return 0
