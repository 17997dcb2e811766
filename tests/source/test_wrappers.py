"""JSON inside something else: found, said once, and everything in it stands where it is written in the file."""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from pyvalidator.source import UNREADABLE, Document, read_document
from pyvalidator.source.notations import BACKSLASHES, DOUBLED_QUOTES, ENTITIES, PERCENT, Notation, Reread

VALUE = {
    "agency": "水上鄉公所 \"R&D\" <A>", "count": 3,
    "records": [{"name": name, "days": day, "why": "第一行\n第二行\\"} for day, name in enumerate(("王小明", "𠮷野", "O'Brien"))],
}  # fmt: skip
TEXT = json.dumps(VALUE, ensure_ascii=False, indent=2)
FLAT = json.dumps(VALUE, ensure_ascii=False)
ASCII = json.dumps(VALUE, indent=1)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def markup(text: str) -> str:
    return html.escape(text, quote=False)


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


#: name, fault code, the file for a JSON text, and how a character is written in it.
WRAPPERS: list[tuple[str, str, Callable[[str], str]]] = [
    ("html comment", "wrapped_json", lambda text: f"<!-- 110/07/05 -->\n{text}"),
    ("two comments", "wrapped_json", lambda text: f"<!-- a -->\n<!-- b -->\n{text}\n<!-- 0.2 s -->\n"),
    ("chrome", "wrapped_json", lambda text: f"<html><head></head><body><pre style='x'>{markup(text)}</pre></body></html>"),
    ("edge", "wrapped_json", lambda text: f'<!DOCTYPE html><html><meta charset="utf-8"><body><pre>{markup(text)}</pre>'
     '<div class="json-formatter-container"></div></body></html>'),
    ("asp.net", "wrapped_json", lambda text: '<?xml version="1.0" encoding="utf-8"?>\r\n'
     f'<string xmlns="http://tempuri.org/">{markup(text)}</string>'),
    ("asp.net quoted", "wrapped_json", lambda text: f'<string xmlns="http://tempuri.org/">{html.escape(text)}</string>'),
    ("soap", "wrapped_json", lambda text: '<soap:Envelope xmlns:soap="http://x"><soap:Body><GetResponse>'
     f"<GetResult>{markup(text)}</GetResult></GetResponse></soap:Body></soap:Envelope>"),
    ("cdata", "wrapped_json", lambda text: f"<data><![CDATA[{text}]]></data>"),
    ("xml around a string", "wrapped_json", lambda text: f'<string>"{html.escape(escaped(text))}"</string>'),
    ("xml declaration", "wrapped_json", lambda text: f'<?xml version="1.0"?>\n{text}'),
    ("php", "wrapped_json", lambda text: '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>C:\\a.php</b> on line <b>5</b>'
     f"<br />\n{text}"),
    ("php text", "wrapped_json", lambda text: f"PHP Notice:  Undefined index: x in /a.php on line 5\n{text}"),
    ("log", "wrapped_json", lambda text: f"2021-07-05 10:00:00 INFO export\n{text}\n2021-07-05 10:00:01 INFO done\n"),
    ("bracketed log", "wrapped_json", lambda text: f"[2021-07-05 10:00:00] export begins\n[INFO] go\n{text}\n[INFO] done"),
    ("http", "wrapped_json", lambda text: f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{text}"),
    ("form part", "wrapped_json", lambda text: '------Web\r\nContent-Disposition: form-data; name="f"\r\n\r\n'
     f"{text}\r\n------Web--"),
    ("jsonp", "wrapped_json", lambda text: f"callback({text});"),
    ("jsonp of a framework", "wrapped_json", lambda text: f"/**/ typeof cb === 'function' && cb({text});"),
    ("jsonp of a member", "wrapped_json", lambda text: f"window.app.cb( {text} )\n"),
    ("fence", "wrapped_json", lambda text: f"```json\n{text}\n```\n"),
    ("fence behind words", "wrapped_json", lambda text: f"匯出如下：\n\n~~~\n{text}\n~~~\n以上"),
    ("cell", "wrapped_json", lambda text: cell(text) + "\r\n"),
    ("cell behind a header", "wrapped_json", lambda text: f"編號,內容\r\n1,{cell(text)}\r\n"),
    ("quotes", "wrapped_json", lambda text: f"'{text}'"),
    ("curly quotes", "wrapped_json", lambda text: f"“{text}”"),
    ("unescaped string", "wrapped_json", lambda text: f'"{text}"'),
    ("words", "leading_text", lambda text: f"資料如下：\n{text}"),
    ("words on both sides", "leading_text", lambda text: f"var data = {text};\nalert('x');"),
    ("against hijacking", "leading_text", lambda text: f")]}}',\n{text}"),
    ("backslashes", "escaped_json", escaped),
    ("backslashes and newlines", "escaped_json", lambda text: escaped(text).replace("\n", "\\n")),
    ("twice", "escaped_json", lambda text: escaped(escaped(text))),
    ("entities", "escaped_json", html.escape),
    ("numbers", "escaped_json", lambda text: text.replace("&", "&#38;").replace('"', "&#34;").replace("王", "&#x738B;")),
    ("percent", "escaped_json", lambda text: "json=" + quote(text, safe="")),
    ("form", "escaped_json", lambda text: "data=" + quote_plus(text)),
    ("address", "escaped_json", lambda text: "data:application/json;charset=utf-8," + quote(text, safe="")),
    ("quotes by their number", "escaped_json", lambda text: text.replace("\\", "\\\\").replace('"', "\\u0022")),
    ("quotes by two digits", "escaped_json", lambda text: text.replace("\\", "\\\\").replace('"', "\\x22")),
    ("entities twice", "escaped_json", lambda text: html.escape(html.escape(text))),
    ("attribute", "escaped_json", lambda text: f'<form><input name="d" value="{html.escape(text)}"></form>'),
    ("source of a program", "escaped_json", lambda text: f'Response.Write("{escaped(text)}");'),
    ("cell with backslashes", "escaped_json", lambda text: f'id,json\r\n1,"{escaped(text)}"\r\n'),
    ("string", "json_in_string", lambda text: json.dumps(text, ensure_ascii=False)),
    ("ascii string", "json_in_string", json.dumps),
    ("string in a string", "json_in_string", lambda text: json.dumps(json.dumps(text))),
    ("string three deep", "json_in_string", lambda text: json.dumps(json.dumps(json.dumps(text)))),
    ("string with line ends", "json_in_string", lambda text: f'"{escaped(text)}"'),
]  # fmt: skip
each_wrapper = pytest.mark.parametrize(
    ("code", "wrap"), [(code, wrap) for _, code, wrap in WRAPPERS], ids=[name for name, _, _ in WRAPPERS]
)  # fmt: skip


def pointers(value: Any, prefix: str = "") -> list[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [prefix, *(found for key, child in items for found in pointers(child, f"{prefix}/{key}"))]


def read(text: str) -> Document:
    return read_document(text.encode())


@pytest.mark.parametrize("text", [TEXT, FLAT, ASCII, f"[{FLAT}]"], ids=["indented", "one line", "ascii", "list"])
@each_wrapper
def test_what_is_inside_is_read_and_the_wrapper_named_once(
    code: str, wrap: Callable[[str], str], text: str
) -> None:
    document = read(wrap(text))
    assert [fault.code for fault in document.faults] == [code]
    assert document.place(document.faults[0].offset) == (1, 1)
    assert document.value == json.loads(text)
    assert not document.skipped and not document.damaged
    assert document.faults[0].params["wrapper"]


@each_wrapper
def test_everything_stands_where_the_file_has_it(code: str, wrap: Callable[[str], str]) -> None:
    """A file in which one character differs: it differs where the value is said to stand, and nowhere else."""
    del code
    first, second = ([{"a": 0, "b": [0, other], "": None} for _ in range(3)] for other in (7, 8))
    second[0]["b"] = second[1]["b"] = first[0]["b"]
    before, after = (json.dumps({"records": records, "x": "y"}, ensure_ascii=False, indent=1) for records in (first, second))
    document = read(wrap(before))
    at = document.locate([("/records/2/b/1", False)])["/records/2/b/1", False]
    assert document.text[at] == "7" and document.text[:at] + "8" + document.text[at + 1 :] == wrap(after)
    line, column = document.places_of([("/records/2/b/1", False)])["/records/2/b/1", False]
    assert document.lines(line, line)[0][column - 1] == "7"


@each_wrapper
def test_a_slip_inside_is_found_beside_the_wrapper(code: str, wrap: Callable[[str], str]) -> None:
    text = '{"records": [{"a": 1, "b": 2,}, {"a": 3, "b": 4}]}'
    document = read(wrap(text))
    assert sorted(fault.code for fault in document.faults) == sorted([code, "trailing_comma"])
    assert document.value == {"records": [{"a": 1, "b": 2}, {"a": 3, "b": 4}]}
    (comma,) = (fault.offset for fault in document.faults if fault.code == "trailing_comma")
    assert document.text[comma] in ",%"
    at = document.locate([("/records/1/b", False)])["/records/1/b", False]
    assert document.text[at] == "4"


@pytest.mark.parametrize("text", [
    "<html><head><script>var a = {\"x\": 1};</script></head><body>請重新登入" + "。" * 200 + "</body></html>",
    "<?xml version='1.0'?><records><r>{}</r><r>王</r></records>"[:30] + "<r/></records>", "姓名,假別\n王小明,病假\n",
    "本月無差假資料", "<a>text {\"x\": 1} text</a>", '"abc"', '["a", "b"] ', "'a'", "callback()", "```json\n```",
])  # fmt: skip
def test_what_holds_no_json_worth_a_file_stays_what_it_is(text: str) -> None:
    assert {"wrapped_json", "escaped_json", "json_in_string"}.isdisjoint(read(text).fault_counts)


def test_several_are_said_and_the_largest_is_read() -> None:
    document = read('log {"a": [1, 2, 3, 4]}\n{"b": [1, 2, 3, 4, 5, 6]}\n{"c": 1} end')
    assert document.value == {"b": [1, 2, 3, 4, 5, 6]} and len(document.skipped) == 2
    assert "3 份" in document.faults[0].params["several"]


def test_a_program_log_behind_the_data_is_no_second_document() -> None:
    assert read('{"a": [1]}\n[INFO] done').fault_counts == {"trailing_text": 1}


@pytest.mark.parametrize("broken", ['<string>{"a": ', "callback({", '"{\\"a', "```json\n{", '"{""a', "{&quot;a", "%7B"])
def test_what_breaks_off_is_survived(broken: str) -> None:
    document = read(broken)
    assert document.faults and (document.value is UNREADABLE or isinstance(document.value, dict | str))


@pytest.mark.parametrize(
    ("notation", "signs"),
    [(BACKSLASHES, ['\\"', "\\\\", "\\u738b", "\\ud842\\udfb7", "\\n"]),
     (BACKSLASHES, ['\\"', "\\x41", "\\'", "\\q", "\\ud842", '"']), (ENTITIES, ["&quot;", "&amp;", "&#29579;"]),
     (DOUBLED_QUOTES, ['""']), (PERCENT, ["%22", "%E7%8E%8B"])],
)  # fmt: skip
def test_each_place_is_that_of_the_character(notation: Notation, signs: list[str]) -> None:
    rng = random.Random(5)
    for length in (0, 1, 40, 30_000):
        source = "".join(rng.choice([*signs, "a", "王", ",", " "]) for _ in range(length))
        reread = Reread(source, 0, len(source), notation)
        assert reread.text == notation.written.sub(notation.read, source)
        places = reread.places(range(len(reread.text) + 1))
        assert places[len(reread.text)] == len(source)
        for offset in rng.sample(range(len(reread.text)), min(200, len(reread.text))):
            assert notation.written.sub(notation.read, source[: places[offset]]) == reread.text[:offset]


def test_only_what_php_says_is_called_so() -> None:
    said = {words: read(f"{words}\n{TEXT}").faults[0].params.get("wrapper") for words in (
        "PHP Warning:  Undefined array key in /a.php on line 5", "a.py:3: DeprecationWarning: distutils is old",
    )}  # fmt: skip
    assert list(said.values()) == ["PHP 的警告", "文字"]


@pytest.mark.parametrize("text", [',{\\"', '{\\"', '",{&quot;', "<!-- -->", "<pre> </pre>", '"\\n', "callback( );", "```\n```"])
def test_what_has_nothing_inside_ends(text: str) -> None:
    assert read_document(text.encode()).faults
