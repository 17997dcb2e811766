"""What the command line accepts, in the user's language."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Any, NoReturn

from pyvalidator import __version__
from pyvalidator.cli.streams import print_note
from pyvalidator.domain.roc import month_of
from pyvalidator.profile.given import Given, read_given
from pyvalidator.profile.needed import GIVABLE
from pyvalidator.wording import DATASET, FORMATS, SIDE_FILE

#: argparse's own sentences. One that is missing here is shown as it is.
_SENTENCES = (
    (r"argument (.+?): expected one argument", r"選項 \1 後面缺少值"),
    (r"argument (.+?): expected at least one argument", r"\1 至少要有一個"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 不能是 \2，可用的值：\3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 應為整數，不能是 \2"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能與 \2 同時使用"),
    (r"argument (.+?): ignored explicit argument (.+)", r"選項 \1 不接受值 \2"),
    (r"argument (.+?): (.+)", r"\1：\2"),
    (r"the following arguments are required: (.+)", r"缺少必要的參數：\1"),
    (r"unrecognized arguments: (.+)", r"不認得的參數：\1"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Traditional Chinese and takes no shortened options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self._positionals.title = "參數"
        self._optionals.title = "選項"
        self.add_argument("-h", "--help", action="help", help="顯示這份說明")

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _SENTENCES:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, sentence, message)
                break
        print_note(f"{self.format_usage()}{message}。輸入 {self.prog} --help 看用法。")
        raise SystemExit(2)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def build_parser() -> Parser:
    """The parser; its result has `module`, the command's module in this package."""
    parser = Parser(prog="pyvalidator", description="差勤檢核：報送前檢核差勤資料 JSON 檔。檔案只在這臺電腦裡讀取。")
    parser.add_argument("--version", action="version", version=f"pyvalidator {__version__}", help="顯示版本")
    commands = parser.add_subparsers(title="指令", metavar="指令", required=True)
    _add_check(commands)
    _add_sample(commands)
    _add_catalogue(commands)
    _add_change(commands)
    return parser


def _add_check(commands: Any) -> None:
    command = _command(commands, "check", "check", "檢核檔案、資料夾或 zip 壓縮檔", _CHECK_CODES)
    command.add_argument("paths", nargs="+", metavar="PATH", help="檔案、資料夾、zip 壓縮檔，或 -（標準輸入）")
    _profile(command)
    command.add_argument("--schema", metavar="FILE", help="另外套用的 JSON Schema（2020-12）")
    command.add_argument("--roster", metavar="FILE",
                         help=f"{SIDE_FILE['roster']}（機關代碼、機關名稱、報送方式），CSV、xlsx、xls 或 ods")
    command.add_argument("--agencies", metavar="FILE", help=f"{SIDE_FILE['agencies']}（人事總處資料集 7307）")
    command.add_argument("--days-off", metavar="FILE",
                         help=f"{SIDE_FILE['days']}（日期；類別：放假、停班或上班；時段，可省略："
                              "上午、下午或 14:00-17:30；或人事總處資料集 14718）")  # fmt: skip
    command.add_argument("--format", choices=tuple(FORMATS), default="text", help="報告的格式（預設 text）")
    _output(command, "把報告存成檔案（xlsx 必須指定）")
    command.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="視為今天的日期（預設為臺灣的今天）")
    command.add_argument("--month", type=_month, metavar="YYYMM",
                         help="要看哪個資料年月還有誰沒有檔案（預設為多數檔案的資料年月）")  # fmt: skip
    command.add_argument("--set", dest="given", type=_given, action="append", default=[], metavar="NAME=VALUE",
                         help="檔案裡沒有的值，例如 period=11006（可重複；只能用在一個檔案）。"
                              f"可用的名稱：{'、'.join(GIVABLE)}")  # fmt: skip
    command.add_argument("--jobs", type=_positive, default=1, metavar="N", help="同時使用幾個處理程序（預設 1）")
    command.add_argument("--fail-on", choices=("error", "warning"), default="error",
                         help="達到哪一級就以 1 結束（預設 error）")  # fmt: skip
    command.add_argument("--no-mask", action="store_true", help="報告顯示完整的身分證字號，請妥善保管")
    command.add_argument("--max-per-rule", type=_count, default=1000, metavar="N",
                         help="每個檔案每條規則最多列出幾項（預設 1000，0 為全部）")  # fmt: skip


def _add_sample(commands: Any) -> None:
    command = _command(commands, "sample", "sample", "產生合成的範例檔（不是真人資料）")
    command.add_argument("--agency", metavar="CODE", help="機關代碼，10 碼")
    command.add_argument("--period", metavar="YYYMM", help="資料年月，例如 11006")
    command.add_argument("--dataset", choices=tuple(DATASET), default="monthly",
                         help="資料種類（預設 monthly）")  # fmt: skip
    command.add_argument("--people", type=_positive, default=30, metavar="N", help="人數（預設 30）")
    command.add_argument("--seed", type=int, default=1, metavar="N", help="亂數種子；相同時檔案也相同（預設 1）")
    command.add_argument("--faults", type=_count, default=0, metavar="N",
                         help="放進幾個已知的錯誤（預設 0）；位置寫在 FILE.faults.jsonl 或標準錯誤輸出")  # fmt: skip
    _profile(command)
    _output(command, "存成檔案")


def _add_catalogue(commands: Any) -> None:
    command = _command(commands, "schema", "catalogue", "印出版型的 JSON Schema", command="schema")
    _profile(command)
    command = _command(commands, "rules", "catalogue", "列出所有檢核規則", command="rules")
    _text_or_json(command)
    command = _command(commands, "explain", "catalogue", "說明一條規則", command="explain")
    command.add_argument("rule", metavar="RULE", help="規則代號，例如 COD105")
    command = _command(commands, "profiles", "profiles", "列出內建版型，檢查或比較版型檔")
    _text_or_json(command)
    command.add_argument("--check", metavar="FILE", help="檢查這個版型檔能不能使用")
    command.add_argument("--with", dest="data", nargs="+", metavar="DATA", help="再用這個版型檢核資料檔、資料夾或 zip")
    command.add_argument("--compare", nargs=2, metavar=("A", "B"), help="比較兩個版型，有不同時以 1 結束")
    command.add_argument("--table", metavar="ID|FILE", help="把版型寫成欄位說明表（--output 檔名結尾為 .xlsx 或 .csv）")
    _output(command, "欄位說明表存成的檔案")
    command = _command(commands, "profile-from", "profile_from", "由資料檔或欄位說明表寫出版型檔")
    command.add_argument("files", nargs="*", metavar="FILE",
                         help="同一種格式的資料檔、資料夾或 zip；和 --spec 一起時，列出表與資料的不同")  # fmt: skip
    command.add_argument("--spec", metavar="TABLE",
                         help="欄位說明表：xlsx、xls、ods、CSV，或從 Word、PDF 貼成的文字（-：標準輸入）")  # fmt: skip
    command.add_argument("--kit", metavar="FOLDER",
                         help="另把 JSON Schema、範例檔與每個欄位的錯誤檔寫到這裡（和 --spec 一起用）")  # fmt: skip
    command.add_argument("--id", default="custom", metavar="ID", help="版型代號（預設 custom）")
    command.add_argument("--title", metavar="TEXT", help="版型名稱")
    _output(command, "把草稿存成檔案")
    command = _command(commands, "site-settings", "site_settings", "把版型、名冊、放假日曆做成檢核網站的隨附設定")
    command.add_argument("files", nargs="+", metavar="FILE",
                         help="版型檔（.toml）、應報送機關名冊、機關代碼檔、放假日曆")  # fmt: skip
    command.add_argument("--owner", required=True, metavar="TEXT", help="提供設定的單位，會顯示在網頁與報告裡")
    _output(command, "存成檔案（預設 site-settings.js）")


def _add_change(commands: Any) -> None:
    command = _command(commands, "convert", "convert", "把檔案轉成另一個版型的寫法")
    command.add_argument("file", nargs="?", metavar="FILE", help="要轉換的檔案（JSON，或依範本填寫的 CSV）")
    command.add_argument("--template", action="store_true", help="印出可用試算表填寫的 CSV 範本")
    command.add_argument("--from", dest="source", metavar="ID|FILE", help="來源的版型（預設自動判斷）")
    _profile(command)
    _output(command, "存成檔案（不會覆寫來源）")
    command = _command(commands, "fix", "fix", "修正檔案的編碼與 JSON 語法（不改內容）")
    command.add_argument("file", metavar="FILE", help="要修正的檔案")
    _output(command, "存成檔案（不會覆寫來源）")
    command.add_argument("--dry-run", action="store_true", help="只列出會做哪些修正")
    command.add_argument("--unsafe", action="store_true", help="也修正需要猜測的地方，請務必核對結果")


_CHECK_CODES = """結束代碼（取最高者）：
  0  沒有達到 --fail-on 的問題
  1  有問題，或有一部分沒有檢核（略過的檔案、版型沒有的欄位、不在版型位置的資料）
  2  用法、路徑、版型、JSON Schema 或名冊無法使用
  3  檢核程式本身發生問題"""


def _command(commands: Any, name: str, module: str, help: str, epilog: str | None = None, **defaults: str) -> Parser:
    command: Parser = commands.add_parser(name, help=help, description=help, epilog=epilog)
    command.set_defaults(module=module, **defaults)
    return command


def _profile(command: Parser) -> None:
    command.add_argument("--profile", metavar="ID|FILE", help="版型：內建版型的代號，或版型檔（預設 reference）")


def _output(command: Parser, help: str) -> None:
    command.add_argument("--output", metavar="FILE", help=help)


def _text_or_json(command: Parser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="輸出的格式（預設 text）")


def _day(text: str) -> date:
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"「{text}」不是日期，請寫成 YYYY-MM-DD，例如 2021-07-10")


def _month(text: str) -> date:
    try:
        if re.fullmatch("[0-9]{5}", text) and text >= "001":
            return month_of(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"「{text}」不是資料年月，請寫成民國年 3 碼加月份 2 碼，例如 11006")


def _given(text: str) -> tuple[str, Given]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"「{text}」應寫成 名稱=值，例如 period=11006")
    try:
        return name.strip(), read_given(name.strip(), value.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _count(text: str) -> int:
    return _number(text, 0)


def _positive(text: str) -> int:
    return _number(text, 1)


def _number(text: str, least: int) -> int:
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) < least:
        raise argparse.ArgumentTypeError(f"「{text}」應為 {least} 以上的整數")
    return int(text)
