"""`pyvalidator convert`: a file in another profile's layout."""

from __future__ import annotations

from argparse import Namespace

from pyvalidator.cli import streams
from pyvalidator.cli.settings import find_profile, read_file
from pyvalidator.repair.convert import ConvertError, convert_csv, convert_json, template_csv


def run(arguments: Namespace) -> int:
    """Write the converted file, or the template of the profile.

    Raises:
        UsageError: an option cannot be used, or the file cannot be converted.
    """
    target = find_profile(arguments.profile)
    if arguments.template:
        streams.write_result(template_csv(target), arguments.output)
        return 0
    if arguments.file is None:
        raise streams.UsageError("請指定要轉換的檔案。輸入 pyvalidator convert --help 看用法。")
    streams.refuse_missing_folder(arguments.output)
    data = read_file(arguments.file, "檔案")
    source = find_profile(arguments.source) if arguments.source else None
    streams.refuse_inputs(arguments.output)
    try:
        is_table = arguments.file.lower().endswith(".csv")
        converted = convert_csv(data, target) if is_table else convert_json(data, target, source)
    except ConvertError as error:
        lines = [f"「{arguments.file}」無法轉換：", *(f"  {problem}" for problem in error.problems)]
        raise streams.UsageError("\n".join(lines)) from None
    for text in converted.notes:
        streams.print_note(text)
    streams.write_result(converted.text.encode(), arguments.output)
    return 0
