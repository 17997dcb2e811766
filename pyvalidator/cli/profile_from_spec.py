"""`pyvalidator profile-from --spec`: a profile out of a table of fields, its kit, and where data differs from it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from pydantic_core import ValidationError

from pyvalidator.cli import streams
from pyvalidator.cli.settings import read_file
from pyvalidator.input.files import Incoming
from pyvalidator.input.gathering import gather_paths
from pyvalidator.input.spreadsheets import SheetError
from pyvalidator.options import today_in_taipei
from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile.load import problems_of
from pyvalidator.spec_table import Spec, SpecError, new_about, read_spec, spec_toml
from pyvalidator.spec_table.beside_data import answers_of, differences, shape_of
from pyvalidator.spec_table.kit import build_kit
from pyvalidator.spec_table.own_table import OwnTableError
from pyvalidator.spec_table.proposal import missing_titles
from pyvalidator.wizard.bounded_read import read_bounded
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.words import titles
from pyvalidator.wording import LEVEL

_WHAT = "欄位說明表"


def run(arguments: Namespace) -> int:
    """Write the profile; tell on standard error how each line was read, what is open, and what to do next.

    Raises:
        UsageError: the table cannot be read, holds faults that leave a line open, or contradicts itself.
    """
    streams.refuse_missing_folder(arguments.output)
    data = streams.read_stdin() if arguments.spec == "-" else read_file(arguments.spec, _WHAT)
    gathered = gather_paths(arguments.files, streams.read_stdin)
    streams.refuse_inputs(arguments.output)
    for problem in gathered.problems:
        streams.print_note(problem)
    about = new_about(id=arguments.id, date=today_in_taipei().isoformat())
    about.title = arguments.title or about.title
    files = [file.read() for file in gathered.files]
    values = [read.value for read in read_bounded(iter(files))[0]]
    shape = shape_of(values) if values else None
    try:
        spec = read_spec(data, None, about)
        if shape is not None and (answers := answers_of(spec, shape)):
            spec = read_spec(data, answers, about)
            streams.print_note(f"有 {len(answers)} 個問題由資料檔回答。")
    except (SheetError, SpecError) as error:
        raise streams.UsageError(f"{_WHAT}無法使用：{str(error).rstrip('。')}。") from None
    except OwnTableError as error:
        raise streams.UsageError("\n".join([f"{_WHAT}無法使用：", *(f"  {fault}" for fault in error.faults)])) from None
    return _write(spec, shape, files, arguments) or (2 if gathered.problems else 0)


def _write(spec: Spec, shape: FoundLayout | None, files: list[Incoming], arguments: Namespace) -> int:
    streams.print_note("\n".join(_summary(spec)))
    if any(fault.stops for fault in spec.faults):
        raise streams.UsageError(f"{_WHAT}有看不懂的地方，沒有寫出版型；請依上面的位置更正後再試。")
    try:
        profile = spec.profile()
    except ValidationError as error:
        problems = [f"  {each}" for each in problems_of(error, {})]
        raise streams.UsageError("\n".join([f"{_WHAT}的內容互相矛盾：", *problems])) from None
    if files:
        told = [f"  {each}" for each in differences(profile, shape, files)]
        streams.print_note("\n".join([f"資料檔與{_WHAT}的不同：", *told] if told else [f"資料檔與{_WHAT}相符。"]))
    if arguments.kit:
        _write_kit(spec, Path(arguments.kit))
    streams.write_result(spec_toml(spec).encode(), arguments.output)
    return 0


def _write_kit(spec: Spec, folder: Path) -> None:
    kit = build_kit(spec)
    paths = {folder / path: content for path, content in kit.files.items()}
    for path in paths:
        streams.refuse_inputs(str(path))
    try:
        for path, content in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            streams.write_result(content, str(path))
    except OSError as error:
        raise streams.UsageError(f"無法寫入資料夾「{folder}」：{error.strerror}。") from None
    faulty = sum(path.startswith("faulty/") for path in kit.files)
    streams.print_note(
        f"{folder}：JSON Schema、範例檔，與 {faulty} 個各有一處錯誤的檔案（應檢核出什麼寫在 expected.json）。"
    )
    for problem in kit.problems:
        streams.print_note(f"{problem}。")


def _summary(spec: Spec) -> Iterator[str]:
    if spec.ready is not None:
        yield f"這是由版型「{spec.ready.title}」做成的欄位說明表，照原樣讀回。"
        return
    yield f"讀到 {len(spec.reads)} 個欄位。"
    for read in spec.reads:
        names = "、".join(titles().get(each["name"], "不檢核") for each in read.specs)
        level = LEVEL.get(read.specs[0]["level"], read.specs[0]["level"])
        why = f"：{read.match.reason}" if read.match.reason else ""
        key = mask_text("/".join(filter(None, [read.specs[0].get("inside", "").strip("/"), read.specs[0]["key"]])))
        yield f"  {read.line.where}　{level}　{key} → {names}{mask_text(why)}"
    for note in spec.notes:
        yield f"注意：{note}"
    for fault in spec.faults:
        yield f"表格：{mask_text(str(fault))}"
    for question in spec.questions:
        place = f"{question.where}：" if question.where else ""
        options = "；".join(words for _, words in question.options[:6])
        yield f"待確認：{place}{mask_text(question.text)}" + (f"（{options}）" if options else "")
    if spec.missing:
        yield "表裡沒有這些檢核欄位：" + "、".join(missing_titles(spec))
    yield "請核對後執行 pyvalidator profiles --check 版型檔 --with 資料檔。"
