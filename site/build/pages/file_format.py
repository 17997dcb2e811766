"""Format reference: field and code tables, schema and sample of every built-in profile, and the gallery of examples,
made from the profiles."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pages.layout_picture import draw_tree
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles
from pyvalidator.profile.model import published_schema
from pyvalidator.repair.convert import template_csv
from pyvalidator.samples import build_sample
from pyvalidator.wording import LEVEL, profile_status

GALLERY = "format/gallery.md"
#: People in the sample file to download, and in the beginning of one that the page shows.
_DOWNLOAD_PEOPLE, _SHOWN_PEOPLE, _SHOWN_LINES = 10, 2, 45
_TYPES = {
    "text": "文字", "agency_code": "文字", "person_id": "文字", "period": "文字", "date": "文字", "time": "文字",
    "integer": "整數", "number": "數字", "boolean": "是／否", "choice": "文字（代碼）", "digits": "文字（數字）",
}  # fmt: skip


def build_pages() -> dict[str, str | bytes]:
    """Pages and downloads of the format reference by their place in the docs."""
    pages: dict[str, str | bytes] = {GALLERY: build_gallery()}
    for profile in built_in_profiles().values():
        pages[f"format/{profile.id}.md"] = build_page(profile)
        schema = json.dumps(published_schema(profile), ensure_ascii=False, indent=2) + "\n"
        pages[f"format/files/{profile.id}.schema.json"] = schema
        pages[f"format/files/{profile.id}.sample.json"] = _sample(profile, _DOWNLOAD_PEOPLE)
        pages[f"format/files/{profile.id}.toml"] = _source(profile)
        pages[f"format/files/{profile.id}.csv"] = template_csv(profile)
    return pages


def _sample(profile: Profile, people: int) -> str:
    return build_sample(profile, people=people).text


def _source(profile: Profile) -> str:
    return (files("pyvalidator.profiles") / f"{profile.id}-{profile.version}.toml").read_text("utf-8")


def build_nav() -> list[dict[str, Any]]:
    """The reference profile's page, and the examples below a heading of their own."""
    reference, *examples = built_in_profiles().values()
    named = [{_short(profile): f"format/{profile.id}.md"} for profile in examples]
    gallery = {"範例版型": [{"範例版型一覽": GALLERY}, *named]}
    return [{f"欄位表：{reference.title}": f"format/{reference.id}.md"}, gallery]


def build_gallery() -> str:
    """What each example is an example of, with the beginning of its tree."""
    _, *examples = built_in_profiles().values()
    lines = [
        "# 範例版型一覽", "",
        '!!! warning "這些都是本工具自己做的範例"',
        "    不是任何系統、廠商或平臺的格式。用途是示範版型能寫出哪些結構，讓您挑最接近的一份拿來改。", "",
        "手上的檔案長得像哪一種，就從那一頁下載版型檔來改；都不像的話，用[對照精靈](wizard.md)由檔案做一份。"
        "各個設定的意思見[版型檔的寫法](profile.md)。", "",
        "| 範例 | 結構 |", "|---|---|",
    ]  # fmt: skip
    lines += [f"| [{_short(profile)}]({profile.id}.md) | {profile.note or profile.source} |" for profile in examples]
    return "\n".join([*lines, ""])


def _short(profile: Profile) -> str:
    return profile.title.removeprefix("範例版型：")


def build_page(profile: Profile) -> str:
    """Fields, codes and downloads of one profile."""
    lines = [f"# 欄位表：{profile.title}", ""]
    if profile.status == "assumption":
        lines += ['!!! warning "這不是官方格式"', f"    {profile.source}。", ""]
    if is_example := profile.id != "reference":
        lines += [*filter(None, [profile.note]), "", f"其他結構見[範例版型一覽]({GALLERY.rpartition('/')[2]})。", ""]
    lines += ["| 項目 | 內容 |", "|---|---|", f"| 版型代號 | `{profile.id}` 第 {profile.version} 版 |"]
    status = profile_status(profile.status, "built_in")
    lines += [f"| 性質 | {status} |", f"| 適用資料年月 | {_months(profile)} |"]
    unknown = "不可以，多出來的欄位會指出來" if profile.unknown_keys == "error" else "可以，不檢查"
    lines += [f"| 檔頭位置 | {_pointer(profile.layout.header)} |", f"| 紀錄位置 | {_records(profile)} |"]
    lines += [f"| 可以有其他欄位嗎 | {unknown} |", ""]
    lines += [
        f"- [下載範例檔案](files/{profile.id}.sample.json){{: download }}："
        f"{_DOWNLOAD_PEOPLE} 人一個月的合成資料，不是真人",
        f"- [下載 JSON Schema](files/{profile.id}.schema.json){{: download }}：2020-12 版，"
        "只描述格式，不含日曆、檢查碼與欄位之間的關係",
        f"- [下載 CSV 範本](files/{profile.id}.csv){{: download }}：用試算表填寫，再以命令列 `convert` 轉成 JSON",
        f"- [下載版型檔](files/{profile.id}.toml){{: download }}：[可以拿來改](profile.md)",
        "",
    ]
    if is_example:
        lines += _how_to_copy(profile)
    lines += ["## 結構", "", "```text", *draw_tree(profile), "```", ""]
    for level in profile.layout.chain:
        if specs := profile.level(level):
            title = LEVEL.get(level, f"中間的一層（{level}）")
            lines += [f"## {title}", "", "| 欄位 | 鍵 | 必填 | 型態 | 規定 | 例 |", "|---|---|---|---|---|---|"]
            lines += [_row(spec) for spec in specs] + [""]
    shown = _sample(profile, _SHOWN_PEOPLE).splitlines()[:_SHOWN_LINES]
    lines += ["## 範例檔案的開頭", "", "檢核完整的範例檔案：未發現錯誤", "{: .pv-sample .pv-sample--good }", ""]
    lines += ["```json", *shown, "```", ""]
    for name, codes in profile.tables.items():
        owner = next(spec for spec in profile.fields if spec.table == name)
        lines += [f"## 代碼表：{owner.title}", "", *_codes(codes), ""]
    return "\n".join(lines)


def _how_to_copy(profile: Profile) -> list[str]:
    """What somebody does whose files look like this."""
    name = f"{profile.id}.toml"
    return [
        "## 怎麼拿來用", "",
        f"1. 下載上面的版型檔 `{name}`，改名，例如 `our-system.toml`。",
        '2. 改 `id`、`title`、`source`；把每個 `key` 改成您的檔案裡的鍵名，代碼表改成您的代碼。',
        "3. 用真正的檔案試：`pyvalidator profiles --check our-system.toml --with 檔案.json`，"
        "或把版型檔與檔案一起拖進檢核頁。", "",
    ]  # fmt: skip


def _row(spec: FieldSpec) -> str:
    required = "是" if spec.required else "否"
    example = "" if spec.example is None else f"`{json.dumps(spec.example, ensure_ascii=False)}`"
    rule = f"{spec.help}{_limits(spec)}".replace("|", "\\|")
    key = f"`{spec.shown_key}`" + ("" if spec.key == spec.name else f"<br>（規則用的名字：`{spec.name}`）")
    return f"| {spec.title} | {key} | {required} | {_TYPES[spec.type]} | {rule} | {example} |"


def _limits(spec: FieldSpec) -> str:
    """What the profile limits beyond the help text, as short sentences."""
    parts = []
    if spec.max_length and spec.type == "text":
        parts.append(f"最多 {spec.max_length} 字")
    if spec.type == "text" and spec.required and not spec.blank:
        parts.append("不可空白")
    if spec.format:
        parts.append(f"寫法 `{spec.format}`")
    if spec.minimum is not None:
        parts.append(f"不小於 {spec.minimum}")
    if spec.below is not None:
        parts.append(f"小於 {spec.below}")
    if spec.step is not None:
        parts.append(f"每 {spec.step} 為一級")
    if spec.true is not None and spec.false is not None:
        yes, no = ("、".join(f"`{json.dumps(value)}`" for value in values) for values in (spec.true, spec.false))
        parts.append(f"是寫 {yes}，否寫 {no}")
    return f"（{'；'.join(parts)}）" if parts else ""


def _codes(codes: dict[str, str]) -> list[str]:
    """A list where code and name are the same word, else a table."""
    if all(code == name for code, name in codes.items()):
        return ["、".join(f"`{code}`" for code in codes)]
    return ["| 代碼 | 意義 |", "|---|---|", *(f"| `{code}` | {name} |" for code, name in codes.items())]


def _months(profile: Profile) -> str:
    first, last = profile.in_force.first, profile.in_force.last
    return f"{first or '最早'} 至 {last or '最新'}" if first or last else "不限"


def _pointer(pointer: str) -> str:
    return f"`{pointer}`" if pointer else "最外層"


def _records(profile: Profile) -> str:
    return "、".join(f"`{pattern}`" for pattern in profile.layout.records) + "（`*` 代表每一個）"
