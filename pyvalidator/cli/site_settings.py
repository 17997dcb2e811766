"""`pyvalidator site-settings`: one file beside the checker's page, with profiles, roster and days off for all who open
it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from pyvalidator.cli import streams
from pyvalidator.cli.settings import read_file
from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.input.shipped_settings import FILE_NAME, SettingsError, make_settings
from pyvalidator.input.side_files import SIDE_LIMIT, read_side
from pyvalidator.options import today_in_taipei
from pyvalidator.wording import SHIPPED, SIDE_FILE


def run(arguments: Namespace) -> int:
    """Write the settings.

    Raises:
        UsageError: a file cannot be opened, is no setting, or may not be shipped.
    """
    output = arguments.output or FILE_NAME
    streams.refuse_missing_folder(output)
    contents = {Path(path).name: read_file(path, "設定檔") for path in arguments.files}
    streams.refuse_inputs(output)
    sides = {name: read_side(PendingFile(name, InMemory(data, SIDE_LIMIT))) for name, data in contents.items()}
    problems = [f"「{name}」不是設定檔：只能放版型檔（.toml）、應報送機關名冊、機關代碼檔或放假日曆。"
                for name, side in sides.items() if side is None]  # fmt: skip
    if len(contents) < len(arguments.files):
        problems.append("有兩個檔案同名，請改名後再試。")
    try:
        made = make_settings([side for side in sides.values() if side], contents, arguments.owner, today_in_taipei())
    except SettingsError as error:
        problems += error.problems
    if problems:
        head = f"{SHIPPED['title']}無法產生："
        raise streams.UsageError("\n".join([head, *(f"  {problem}" for problem in problems)]))
    streams.write_result(made.script().encode(), output)
    kinds = "、".join(dict.fromkeys(SIDE_FILE[side.kind] for side in sides.values() if side))
    streams.print_note(f"已寫出 {output}（{kinds}）。請放在檢核網站的 index.html 旁邊，取代原有的 {FILE_NAME}。")
    return 0
