"""`convert` and `fix`: nothing invented, nothing lost, the input never touched."""

from __future__ import annotations

import json

import pytest
from running import cli, put
from support import run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.repair.convert import ConvertError, convert_csv, convert_json, template_csv
from pyvalidator.repair.fix import fix
from pyvalidator.rule import document, sample
from pyvalidator.samples import build_draft, build_sample
from pyvalidator.source import read_document
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.table import Table

PROFILES = built_in_profiles()
REFERENCE = PROFILES["reference"]


def canonical(text: str, profile) -> list[tuple]:
    """Every record's canonical values in the fields that all built-in profiles have, in a settled order."""
    table = Table(profile, json.loads(text))
    names = [name for name in REFERENCE.by_name if all(name in other.by_name for other in PROFILES.values())]
    columns = [table.values(name) if table.has(name) else [table.header_value(name)] * len(table) for name in names]
    return sorted(zip(*columns, strict=True), key=repr)


@pytest.mark.parametrize(("source", "target"), [
    ("reference", "example-rows"), ("example-rows", "reference"), ("example-nested", "reference"),
    ("example-nested", "example-rows"),
])  # fmt: skip
def test_a_clean_file_keeps_its_values_in_another_layout(source, target):
    text = build_sample(PROFILES[source], seed=3, people=8).text
    converted = convert_json(text.encode(), PROFILES[target], PROFILES[source]).text
    assert canonical(converted, PROFILES[target]) == canonical(text, PROFILES[source])
    report = run_one(converted, profile=PROFILES[target])
    assert report.counts.error == 0 and (report.record_count or 0) > 5


def test_there_and_back_is_the_same_file(tmp_path):
    put(tmp_path, "f.json", document([{}, {"start_date": "1100608", "end_date": "1100608"}], system_name=...))
    there = cli(
        "convert", "f.json", "--from", "reference", "--profile", "example-rows", "--output", "there.json", cwd=tmp_path
    )
    assert (there.returncode, there.stdout) == (0, b"")
    assert "資料筆數" in there.stderr.decode()
    back = cli("convert", "there.json", cwd=tmp_path)
    assert back.returncode == 0
    assert json.loads(back.stdout) == json.loads((tmp_path / "f.json").read_bytes())


@pytest.mark.parametrize(("content", "target", "says"), [
    ("{", "example-rows", "語法"),
    ({"another": "layout"}, "example-rows", "--from"),
    (sample(start_date="1100631"), "example-rows", "開始日期"),
    (sample(reason=5), "example-rows", "事由"),
    (sample(), "example-nested", "來源版型沒有"),
    ([{"ID": "x"}], "reference", "--from"),
])  # fmt: skip
def test_what_cannot_be_converted_is_told(content, target, says):
    data = content.encode() if isinstance(content, str) else json.dumps(content).encode()
    with pytest.raises(ConvertError) as caught:
        convert_json(data, PROFILES[target])
    assert any(says in problem for problem in caught.value.problems)


def test_records_of_two_agencies_do_not_become_one_file():
    rows = json.loads(build_sample(PROFILES["example-rows"], people=8).text)
    key = PROFILES["example-rows"].by_name["agency_code"].key
    rows[0][key] = "376506211I"
    with pytest.raises(ConvertError, match="不只一個"):
        convert_json(json.dumps(rows).encode(), REFERENCE)


def test_the_input_is_never_overwritten(tmp_path):
    before = put(tmp_path, "f.json", b"\xef\xbb\xbf{}").read_bytes()
    for command in ("fix", "convert"):
        assert cli(command, "f.json", "--output", "./f.json", cwd=tmp_path).returncode == 2
        assert cli(command, "missing.json", cwd=tmp_path).returncode == 2
    assert (tmp_path / "f.json").read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp950"])
def test_a_filled_template_becomes_a_file(encoding, tmp_path):
    template = cli("convert", "--template", cwd=tmp_path).stdout
    assert template == template_csv(REFERENCE)
    titles = template.decode("utf-8-sig").strip().split(",")
    cells = {"機關代碼": "376506200A", "機關名稱": "水上鄉公所", "資料年月": "11006", "資料種類": "monthly", "產製日期": "1100705",
             "身分證字號": "A123456789", "姓名": "王小明", "人員區分代碼": "1", "職稱": "課員", "假別": "病假", "開始日期": "1100607",
             "開始時間": "800", "結束日期": "1100607", "結束時間": "1700", "日數": "1", "時數": "0", "因疫情請假註記": "否"}  # fmt: skip
    rows = [",".join(titles) + ",備考", ",".join(cells.get(title, "") for title in titles) + ",x", "," * len(titles)]
    put(tmp_path, "f.CSV", "\r\n".join(rows).encode(encoding))
    done = cli("convert", "f.CSV", cwd=tmp_path)
    assert (done.returncode, done.stderr.decode()) == (0, "沒有「備考」這個欄位，沒有轉換。\n")
    report = run_one(done.stdout)
    assert (report.status, report.record_count) == ("pass", 1)


def test_a_template_from_before_a_title_changed_is_still_taken():
    former = {"身分證字號": "身分證統一編號"}
    titles = [former.get(title, title) for title in template_csv(REFERENCE).decode("utf-8-sig").strip().split(",")]
    cells = ["A123456789" if title == "身分證統一編號" else "" for title in titles]
    assert "A123456789" in convert_csv(f"{','.join(titles)}\n{','.join(cells)}\n".encode(), REFERENCE).text


def _as_table(profile) -> bytes:
    """A clean file of a layout as somebody would have filled in its template."""
    table = build_draft(profile, people=3, seed=2).write().table
    titles = template_csv(profile).decode("utf-8-sig").strip().split(",")
    columns = [next(spec.name for spec in profile.fields if spec.title == title) for title in titles]
    rows = [
        [_cell(table.raw(name)[row] if table.has(name) else table.header_raw(name)) for name in columns]
        for row in range(len(table))
    ]
    return "\n".join(",".join(cells) for cells in [titles, *rows]).encode()


def _cell(value) -> str:
    if value is MISSING or value is None:
        return ""
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(getattr(value, "value", value))


@pytest.mark.parametrize("name", PROFILES)
def test_a_table_keeps_its_persons_apart_in_every_layout(name):
    report = run_one(convert_csv(_as_table(PROFILES[name]), PROFILES[name]).text, profile=PROFILES[name])
    assert (report.status, report.person_count) == ("pass", 3)


def test_a_row_that_would_have_the_key_of_another_is_not_left_out():
    first, *rows = _as_table(PROFILES["example-by-id"]).decode().splitlines()
    name = rows[0].split(",")[first.split(",").index("姓名")]
    again = rows[0].replace(name, "王一中")
    with pytest.raises(ConvertError, match="有 1 筆在目標版型裡與別筆同一個鍵"):
        convert_csv("\n".join([first, *rows, again]).encode(), PROFILES["example-by-id"])


def test_a_table_without_required_columns_is_refused():
    with pytest.raises(ConvertError, match="身分證字號"):
        convert_csv("機關代碼\n376506200A\n".encode(), REFERENCE)


# -- fix -------------------------------------------------------------------------------------------------------------


CLEAN = json.dumps(sample(), ensure_ascii=False, indent=1)


@pytest.mark.parametrize("data", [
    b"\xef\xbb\xbf" + CLEAN.encode(), CLEAN.encode("utf-16"), CLEAN.encode("utf-16-be"), CLEAN.encode("utf-32"),
    CLEAN.encode("cp950"), CLEAN.replace("}", ",}").encode(), CLEAN.replace("\n", "// note\n").encode(),
    CLEAN.replace("感冒", "感\t冒").encode(), CLEAN.replace(" ", "\u3000").encode(),
])  # fmt: skip
def test_safe_repairs_make_proper_json_of_the_same_value(data):
    fixed = fix(data)
    assert fixed.text is not None and fixed.done and not fixed.left
    again = read_document(fixed.text.encode())
    assert again.faults == [] and again.value == read_document(data).value


def test_a_proper_file_stays_as_it_is(tmp_path):
    put(tmp_path, "f.json", CLEAN)
    done = cli("fix", "f.json", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode()) == (0, CLEAN)


@pytest.mark.parametrize("text", ["{'a': 1}", '{"a": 0800}', '{"a"：1}', '{"a": 1', "{“a”: 1}"])
def test_guesses_are_made_only_where_asked_for(text):
    assert (fix(text.encode()).text, bool(fix(text.encode()).left)) == (None, True)
    guessed = fix(text.encode(), unsafe=True)
    assert guessed.text is not None and guessed.left == []
    assert json.loads(guessed.text) == read_document(text.encode()).value


@pytest.mark.parametrize("data", [
    b"", b"%PDF", b'{"a": 1, "a": 2}', b'{"a": 1} more', b'{"a": "\xff"}', '{"a": "\ufffd",}'.encode(),
])  # fmt: skip
def test_what_would_lose_something_is_left(data):
    for unsafe in (False, True):
        fixed = fix(data, unsafe=unsafe)
        assert fixed.text is None and fixed.left and not fixed.done


def test_dry_run_lists_and_writes_nothing(tmp_path):
    put(tmp_path, "f.json", b"\xef\xbb\xbf{\"a\": [1,], 'b': 2}")
    done = cli("fix", "f.json", "--dry-run", "--output", "g.json", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "g.json").exists()) == (1, False)
    assert [line.split("　")[:2] for line in done.stdout.decode().splitlines()] == [
        ["已修正", "1:1"], ["已修正", "1:10"], ["未修正", "1:14"],
    ]  # fmt: skip
    written = cli("fix", "f.json", "--output", "g.json", cwd=tmp_path)
    assert (written.returncode, (tmp_path / "g.json").read_bytes()) == (1, b"{\"a\": [1], 'b': 2}")


def test_a_file_of_the_target_is_not_taken_for_another_layout() -> None:
    target = built_in_profiles()["reference"]
    with pytest.raises(ConvertError) as raised:
        convert_json(build_sample(target).text.encode(), target)
    assert "已經是「參考版型」的寫法" in raised.value.problems[0]
