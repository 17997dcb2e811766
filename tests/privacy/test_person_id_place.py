"""What stands where the profile has a person's ID is never shown beyond its sixth character, whoever tells of it."""

from __future__ import annotations

import contextlib
import html
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pyvalidator.browser.requests import handle
from pyvalidator.cli import main
from pyvalidator.privacy.masking import plain
from pyvalidator.privacy.written import as_read
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import sample

# Digits that no date, time or limit of the samples has, so that what is hidden is not found by chance.
_TAILS = st.text("3789", min_size=4, max_size=4)
_WIDE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
                      "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９")  # fmt: skip
_FORMS = {
    "proper": lambda number: number,
    "short": lambda number: number[:-1],
    "shorter": lambda number: number[:-2],
    "long": lambda number: number + "3",
    "dashed": lambda number: f"{number[0]}-{number[1:]}",
    "twice dashed": lambda number: f"{number[:4]}-{number[4:7]}-{number[7:]}",
    "wide": lambda number: number.translate(_WIDE),
    "half wide": lambda number: number[:5] + number[5:].translate(_WIDE),
    "spaced": lambda number: f"{number[:4]} {number[4:]}",
    "behind a space": lambda number: f" {number}",
    "lower": lambda number: number.lower(),
    "number": lambda number: int("9" + number[2:]),
    "account": lambda number: f"wang.xm{number[4:]}",
    "letter for digit": lambda number: number[:8] + "O" + number[9:],
}
_PROPER = st.builds("{}{}{}{}".format, st.sampled_from("ABFKTZ"), st.sampled_from("1289CD"), st.text("4567", min_size=4, max_size=4), _TAILS)  # fmt: skip
_ID = st.builds(lambda number, form: _FORMS[form](number), _PROPER, st.sampled_from(sorted(_FORMS)))


def _as_json(value: Any, escaped: bool) -> str:
    if escaped and isinstance(value, str):
        return '"' + "".join(f"\\u{ord(sign):04x}" if at % 2 else sign for at, sign in enumerate(value)) + '"'
    return json.dumps(value, ensure_ascii=False)


#: The member as it is written: %s is the ID.
_MEMBERS = [
    '"person_id": %s', '"person_id": %s, "person_id": "A123456789"', '"person_id": "A123456789", "person_id": %s',
    '"person_id": [%s]', '"person_id": {"no": %s}', '"person_id": {%s: 1}', '"person_id": %s %s', '"person_id" %s',
    '"person_id"; %s', '"person_id"：%s', "'person_id': %s", 'person_id: %s', '"person_id: %s', '"person_id": %s,,',
    '"person_id": %s "x"', '"person_id": %s}', '"person_id": %s]', '"person_id": 0%s', '"person_id": %s /* %s */',
    '"person\\u005fid": %s', '"person_id":\n\n  %s', '"Person_Id": %s', '"person_id": "%s', '"person_id": %s"',
    '"person_id": %s, "deputy": {"person_id": %s}',
]  # fmt: skip


def _schemas(value: Any) -> dict[str, dict[str, Any]]:
    """A schema of each kind that speaks of the value."""
    text = str(value)
    record = {"person_id": value}
    own: dict[str, Any] = {
        "const": {"const": text + "8"}, "const itself": {"not": {"const": value}}, "enum": {"enum": [text[:-1], "B" + text[1:]]},
        "pattern": {"pattern": f"^{text.replace('-', '.')}8$"}, "type": {"type": "array"}, "maxLength": {"maxLength": 2},
        "maximum": {"maximum": 2}, "minimum": {"minimum": value if isinstance(value, int) else 1, "exclusiveMaximum": 3},
        "propertyNames": {"propertyNames": {"maxLength": 1}}, "additional": {"additionalProperties": False},
        "contains": {"contains": {"const": text}}, "format": {"oneOf": [{"const": text}, {"const": text}]},
    }  # fmt: skip
    of_record = {
        "const of the record": {"const": record}, "enum of the record": {"enum": [record, {"person_id": [value]}]},
        "required": {"required": [text]}, "dependent": {"dependentRequired": {"person_id": [text]}},
    }
    found = {name: {"properties": {"person_id": schema}} for name, schema in own.items()} | of_record
    return {name: {"properties": {"records": {"items": schema}}} for name, schema in found.items()} | {
        "uniqueItems": {"properties": {"records": {"uniqueItems": True, "const": [record]}}},
    }


_SCHEMA_NAMES = ["", *_schemas("A1")]


def _file(member: str, written: str) -> bytes:
    record = dict(sample()["records"][0])
    del record["person_id"]
    rest = json.dumps(record, ensure_ascii=False)[1:]
    header = json.dumps({**sample(), "records": "HERE"}, ensure_ascii=False, indent=1)
    own = "{" + member.replace("%s", written) + ", " + rest
    return header.replace('"HERE"', f"[{own}, {own}]").encode()


def _page(data: bytes, schema: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    """Everything that the page can show or hand out of the file, each with its name."""
    files = [{"name": "f.json", "bytes": data}]
    if schema is not None:
        said = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        files.append({"name": "schema.json", "bytes": json.dumps(said, ensure_ascii=False).encode()})
    answer = handle("check", json.dumps({"options": {"today": "2021-07-10"}}), files)
    yield "the report", answer
    report = json.loads(answer)["report"]
    assert report["incidents"] == []
    for entry in report["files"][0]["findings"]:
        wanted = {"file": "f.json", "line": entry["line"], "column": entry["column"], "before": 2, "after": 2}
        lines = json.loads(handle("excerpt", json.dumps(wanted)))["lines"]
        yield "the excerpt", as_read("\n".join(lines))[0]
    for format in FORMATS:
        _, exported = handle("export", json.dumps({"format": format}))
        yield format, _text_of(exported)
    yield "the overview", handle("overview", json.dumps({"file": "f.json"}))
    yield "the refusal", handle("refused", json.dumps({"file": "f.json", "key": "person_id"}))
    handle("clear", "{}")


def _text_of(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return html.unescape(data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return html.unescape("".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist()))


def _command_line(data: bytes, folder: Path) -> Iterator[tuple[str, str]]:
    """What the commands that write files say beside them."""
    path = folder / "f.json"
    path.write_bytes(data)
    for command in (["fix", "--dry-run"], ["convert", "--profile", "example-nested"], ["profile-from"]):
        notes, result = io.StringIO(), io.TextIOWrapper(io.BytesIO())
        with contextlib.redirect_stderr(notes), contextlib.redirect_stdout(result):
            main([*command, str(path)])
        yield command[0], notes.getvalue()
        if command[0] != "convert":
            yield command[0], result.buffer.getvalue().decode()  # type: ignore[attr-defined]


def _leaks(shown: str, value: Any) -> list[str]:
    """The pieces of `value` that stand in `shown` and must not."""
    text = str(value)
    proper, kept = plain(text), len(plain(text[:6]))
    pieces = {text[:7], proper[: kept + 1] if kept == 6 else "", *(end for end in (text[6:], proper[kept:]) if len(end) > 3)}
    return sorted(piece for piece in pieces if len(piece) > 3 and piece in shown)


def _assert_hidden(shown: Iterator[tuple[str, str]], value: Any, digest: str) -> None:
    for where, text in shown:
        text = text.replace(digest, "")
        found = _leaks(text, value)
        at = text.find(found[0]) if found else 0
        assert not found, f"{where} shows {found} of {value!r}: …{text[max(0, at - 150) : at + 50]}"


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(value=_ID, member=st.sampled_from(_MEMBERS), escaped=st.booleans(), schema=st.sampled_from(_SCHEMA_NAMES))
def test_nothing_of_the_page_shows_it(value: Any, member: str, escaped: bool, schema: str) -> None:
    import hashlib

    written = _as_json(value, escaped)
    data = _file(member, written[1:] if member == '"person_id": "%s' else written)
    _assert_hidden(_page(data, _schemas(value).get(schema)), value, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("schema", _SCHEMA_NAMES)
@pytest.mark.parametrize("value", [
    "a-134567389", 913456738,
    *(pytest.param(value, marks=pytest.mark.long) for value in ("A1345678", "Ａ１３４５６７８９", "A134 567389", "wang.xm3789")),
])  # fmt: skip
def test_no_schema_shows_it(value: Any, schema: str) -> None:
    _assert_hidden(_page(_file(_MEMBERS[0], _as_json(value, False)), _schemas(value).get(schema)), value, "-")


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("member", _MEMBERS)
def test_no_command_says_it(member: str, escaped: bool, tmp_path: Path) -> None:
    value = "A-13456738"
    data = _file(member, _as_json(value, escaped))
    _assert_hidden(_command_line(data, tmp_path), value, "-")


def test_keys_that_are_numbers_are_masked_in_pointers() -> None:
    data = json.dumps({**sample(), "people": {"A1345678": {"x": 1}, "Ａ１３４５６７８９": 2}}, ensure_ascii=False).encode()
    schema = {"properties": {"people": {"propertyNames": {"maxLength": 2}, "additionalProperties": {"type": "null"}}}}
    for value in ("A1345678", "Ａ１３４５６７８９"):
        _assert_hidden(_page(data, schema), value, "-")


@pytest.mark.parametrize(
    "member",
    [
        '"ｐｅｒｓｏｎ＿ｉｄ": %s', '"person_id\u200b": %s', '"personId": %s,, "personId": %s', '"PERSON ID": %s,,',
        '"person_id": %s, "reason": "請%s代理", "reason": "代%s班"', '"person_id": "王小明%s"',
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", ["A1345678", "A-134567389"])
def test_another_spelling_of_its_key_and_a_sentence_hide_it(member: str, value: str) -> None:
    written = f'"{value}"' if ": %s" in member else value
    data = _file(member.replace("%s代", f"{value}代").replace("%s班", f"{value}班"), written)
    _assert_hidden(_page(data, None), value, "-")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("value", ["A1345|67389", "A134567|389778", "A|1345|67389"])
def test_a_number_broken_over_lines_stays_hidden(value: str, newline: str) -> None:
    written = value.replace("|", newline)
    data = _file(f'"person_id": "{written}"', "")
    hidden = value[6:].rpartition("|")[2]
    for where, shown in _page(data, None):
        assert hidden not in shown, where
