"""Commands in the documentation exist, with the options that they are shown with, and do what they say in a fresh folder."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import command_line
import pytest
from support import ROOT

from pyvalidator.cli.parser import build_parser
from pyvalidator.engine.examples import sample_text
from pyvalidator.profile import built_in_profiles
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.spec_table.files import table_xlsx

TEXTS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "site" / "build" / "kit" / "shipped" / "README.txt"]
PAGES = {path: path.read_text("utf-8") for path in TEXTS}
SHOWN = sorted(
    {
        match[1]
        for text in PAGES.values()
        for match in re.finditer(r"(?:^|`|: |'|/)(pyvalidator (?:[a-z]+)[^`'\n]*)", text, re.MULTILINE)
        if "…" not in match[1]
    }
)


@pytest.mark.parametrize("command", SHOWN)
def test_command_is_understood(command: str) -> None:
    build_parser().parse_args(shlex.split(command)[1:])


#: What the developers' pages show of rules and files that the reader makes.
_FOR_DEVELOPERS = {
    command for command in SHOWN if not any(command in text for path, text in PAGES.items() if "develop" not in path.parts)
}
#: Commands that stand in a sentence without what they are given, and so do nothing yet.
_ONLY_NAMED = ("pyvalidator convert", "pyvalidator convert --template")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh folder with what the commands name, and nothing else."""
    folder = tmp_path_factory.mktemp("desk")
    reference = built_in_profiles()["reference"]
    sample, profile = sample_text(), read_package_text("profiles/reference-1.toml")
    foreign = (ROOT / "site" / "build" / "pages" / "wizard-example.json").read_text("utf-8")
    own = command_line.run(["profile-from", "-"], folder, foreign.encode(), dict(os.environ)).stdout.decode()
    texts = {
        "檔案.json": sample, "檔案": sample, "11006.json": sample, "good.json": sample, "june.json": sample, "資料.json": sample,
        "some-file.json": sample, "全部檔案/a.json": sample, "輸出資料夾/a.json": sample, "測試輸出/a.json": sample,
        "good/a.json": sample, "wizard-example.json": foreign, "版型.toml": profile, "our.toml": profile, "A": profile,
        "B": profile, "my-profile.toml": profile, "our-system.toml": own, "our-system-2.toml": own,
        "名冊.csv": "機關代碼,機關名稱\n376506200A,水上鄉公所\n", "放假日曆.csv": "日期,類別\n1100607,放假\n",
    }  # fmt: skip
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "欄位說明表.xlsx").write_bytes(table_xlsx(reference))
    return folder


@pytest.mark.parametrize("command", [command for command in SHOWN if command not in (*_ONLY_NAMED, *_FOR_DEVELOPERS)])
def test_command_does_its_work_in_a_fresh_folder(command: str, desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(desk, folder)
    arguments = shlex.split(command)[1:]
    done = command_line.run(arguments, folder, b"", dict(os.environ))
    # 1: something is to be corrected or confirmed; 2 would be a command that does not work as it is shown.
    assert done.returncode in (0, 1), done.stderr.decode()
    if "--output" in arguments:
        assert (folder / arguments[arguments.index("--output") + 1]).stat().st_size > 0
