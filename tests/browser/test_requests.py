"""What the worker asks of Python: the report of the command line for the same bytes, and answers about it afterwards."""

from __future__ import annotations

import base64
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from running import TODAY, check_json, cli, put

from pyvalidator import browser
from pyvalidator.browser import batch, handle
from pyvalidator.engine.examples import example_bytes, zip_bytes
from pyvalidator.engine.registry import rules
from pyvalidator.profile import built_in_profiles
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import document, sample

WRONG_ID = sample(person_id="A123456788")
ROSTER = "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n"
PROFILES = Path(browser.__file__).parents[1] / "profiles"
FAULTY = [{"person_id": "A123456788", "start_date": day, "end_date": day} for day in ("1100601", "1100602", "1100603")]


def ask(op: str, payload: dict[str, Any] | None = None) -> Any:
    """The answer to a request without files, as the page sees it."""
    return json.loads(handle(op, json.dumps(payload or {})))


def check(files: dict[str, Any] | list[tuple[str, Any]], progress: Any = id, **options: Any) -> dict[str, Any]:
    """The answer to a check of names and contents; None for a file that the browser could not read."""
    pairs = files.items() if isinstance(files, dict) else files
    given = [{"name": name, "bytes": None if content is None else example_bytes(content)} for name, content in pairs]
    return json.loads(handle("check", json.dumps({"options": {"today": TODAY, **options}}), given, progress))


@pytest.fixture(autouse=True)
def _forget():
    yield
    handle("clear", "{}")


# -- the same report -------------------------------------------------------------------------------------------------


BATCHES: list[dict[str, Any]] = [
    {"f.json": sample()},
    {"f.json": WRONG_ID, "g.json": WRONG_ID, "h.json": "[", "i.json": b"%PDF-1.7", "j.json": b""},
    {"f.json": "機關".encode("cp950"), "g.json": b"\xff\xfe{\x00}\x00", "A123456789.json": {"other": "layout"}},
    {"a.zip": zip_bytes({"1.json": sample(), "2.json": WRONG_ID}, at=8, entry=b"\x01"), "b.zip": "no archive"},
    {"f.json": '{"records": [{"person_id": "\\ud800"}, {}]', "g.json": '{"a": 1e999, "a": [NaN]}'},
]


@pytest.mark.parametrize("files", BATCHES, ids=[" ".join(files) for files in BATCHES])
@pytest.mark.parametrize("mask", [True, False])
def test_the_report_is_the_command_lines_byte_for_byte(files, mask, tmp_path):
    for name, content in files.items():
        put(tmp_path, name, content)
    options = ("--format", "json", "--today", TODAY, *(() if mask else ("--no-mask",)))
    said = cli("check", *files, *options, cwd=tmp_path).stdout.decode().splitlines()
    check(files, mask=mask)
    exported = handle("export", json.dumps({"format": "json"}))[1].decode().splitlines()
    differing = [(one, other) for one, other in zip(exported, said, strict=True) if one != other]
    assert all("checked_at" in one and "checked_at" in other for one, other in differing)


def test_side_files_do_what_the_options_do(tmp_path):
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "甲", "required": ["approved_by"]}
    agencies = "機關代碼,機關名稱,裁撤註記\n376506200A,水上鄉公所,是\n".encode("cp950")
    days = "日期,類別\n1100607,停班\n"
    sides = {"roster.csv": ROSTER, "agencies.csv": agencies, "schema.json": schema, "days.csv": days}
    for name, content in {"f.json": sample(), **sides}.items():
        put(tmp_path, name, content)
    options = ("--roster", "roster.csv", "--agencies", "agencies.csv", "--schema", "schema.json", "--days-off", "days.csv")
    _, said = check_json("f.json", *options, cwd=tmp_path)
    answer = check({**sides, "f.json": sample()})
    del said["checked_at"], answer["report"]["checked_at"]
    assert answer["report"] == said
    assert answer["side"] == [
        {"name": "roster.csv", "kind": "roster", "title": "2 個機關"},
        {"name": "agencies.csv", "kind": "agencies", "title": "1 個機關"},
        {"name": "schema.json", "kind": "schema", "title": "甲"},
        {"name": "days.csv", "kind": "days", "title": "1 天"},
    ]
    assert "REC340" in {entry["rule"] for entry in said["files"][0]["findings"]}


def test_a_dropped_profile_is_used_and_can_be_taken_back():
    profile = (PROFILES / "reference-1.toml").read_text("utf-8").replace('id = "reference"', 'id = "own"')
    assert check({"p.toml": profile, "f.json": sample()})["report"]["profile"]["id"] == "own"
    answer = check({"p.toml": profile, "f.json": sample()}, ignore_side=["p.toml"])
    assert (answer["report"]["profile"]["id"], answer["side"]) == ("reference", [])
    assert check({"f.json": sample()}, profile="example-rows")["report"]["profile"]["id"] == "example-rows"


@pytest.mark.parametrize(("name", "content"), [
    ("p.toml", "id = "), ("p.toml", "機".encode("cp950")), ("p.toml", None),
    ("r.csv", "機關代碼\n1\n"), ("r.csv", '機關代碼,機關名稱\n376506200A,"甲\n376506211I,乙\n'),
    ("d.csv", "日期,類別\n1100607,颱風天\n"), ("r.xlsx", zip_bytes({"xl/sharedStrings.xml": "<t>機關代碼</t>"})),
    ("s.json", {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": 7}),
])  # fmt: skip
def test_a_faulty_side_file_is_told_and_not_used(name, content):
    answer = check({name: content, "f.json": sample()})
    (side,) = answer["side"]
    assert side["name"] == name and side["error"]
    assert answer["report"]["summary"] == {"files": 1, "error": 0, "warning": 0, "info": 0}


def test_of_two_profiles_the_last_is_used():
    text = (PROFILES / "reference-1.toml").read_text("utf-8")
    answer = check({"a.toml": text.replace('id = "reference"', 'id = "a"'), "b.toml": text, "f.json": sample()})
    assert answer["report"]["profile"]["id"] == "reference"
    assert [side.get("error", "") != "" for side in answer["side"]] == [True, False]


def test_of_two_lists_of_one_name_the_last_is_used():
    files = [{"name": "r.csv", "bytes": f"機關代碼,機關名稱\n{code},{name}\n".encode()} for code, name in
             (("376506200A", "水上鄉公所"), ("376506300A", "太保市公所"))]  # fmt: skip
    given = [*files, {"name": "f.json", "bytes": json.dumps(sample()).encode()}]
    answer = json.loads(handle("check", json.dumps({"options": {"today": "2021-07-10"}}), given))
    assert [side.get("error", "") != "" for side in answer["side"]] == [True, False]
    assert "太保市公所" in [each["agency_name"] for each in answer["report"]["batch"]["matrix"]]


def test_whose_the_profile_is_and_what_its_keys_are_called_is_told_beside_the_report():
    text = (PROFILES / "example-nested-1.toml").read_text("utf-8")
    answer = check({"f.json": sample()})
    assert (answer["origin"], answer["fields"]["period"]) == ("built_in", "資料年月")
    own = check({"p.toml": text, "f.json": sample()})
    assert (own["origin"], own["fields"]["身分證字號"]) == ("own", "身分證字號")
    assert "origin" not in own["report"]["profile"]


SCHEMA = {"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["approved_by"]}


@pytest.mark.parametrize(("given", "gives", "give", "checked", "sides"), [
    ({"f.json": sample(), "g.json": sample()}, [0, 1, 1], 1, ["g.json"], []),
    ({"f.json": sample(), "r.csv": ROSTER}, [0, 1, 1], 0, ["f.json"], ["r.csv"]),
    ({"f.json": sample(), "s.json": SCHEMA, "r.csv": ROSTER}, [0, 1, 1, 1], 0, ["f.json"], ["s.json", "r.csv"]),
    ({"r.csv": ROSTER, "f.json": sample(), "s.json": SCHEMA, "g.json": sample()}, [1, 2, 1], 1, ["g.json"], ["r.csv"]),
    ({"r.csv": ROSTER, "s.json": SCHEMA}, [1, 1], None, [], ["r.csv", "s.json"]),
    ({"f.json": sample(), "a.zip": zip_bytes({"notes.txt": ""})}, [0, 1, 1], 1, [], []),
    ({"f.json": sample(), "gone.json": None}, [0, 1, 1], 1, ["gone.json"], []),
    ({"f.json": sample(), "r.csv": ROSTER}, None, 0, ["f.json"], ["r.csv"]),
    ([("r.csv", ROSTER), ("f.json", sample()), ("s.json", SCHEMA), ("r.csv", ROSTER)], [1, 3], 0, ["f.json"], ["s.json", "r.csv"]),
    ({"a.toml": "id = ", "f.json": sample(), "b.toml": "id = "}, [1, 2], 0, ["f.json"], ["b.toml"]),
    ({"a.toml": "id = ", "f.json": sample(), "b.toml": "id = ", "g.json": sample()}, [1, 2, 1], 1, ["g.json"], ["a.toml"]),
])  # fmt: skip
def test_the_newest_data_is_checked_with_what_was_given_after_it(given, gives, give, checked, sides):
    answer = check(given, gives=gives)
    assert answer["give"] == give
    assert [file["name"] for file in answer["report"]["files"]] == checked
    assert [side["name"] for side in answer["side"]] == sides


def test_a_file_that_speaks_of_schemas_is_data():
    assert check({"f.json": sample(reason='"$schema"')})["side"] == []


def test_what_cannot_be_checked_is_told():
    answer = check({"a.zip": zip_bytes({"notes.txt": ""})})
    assert (answer["report"]["files"], len(answer["problems"])) == ([], 1)


def test_a_file_that_the_browser_could_not_read_is_a_finding():
    (file,) = check({"f.json": None})["report"]["files"]
    assert (file["status"], [entry["rule"] for entry in file["findings"]]) == ("unreadable", ["SYN904"])


def test_a_file_beyond_the_browsers_limit_is_a_finding(monkeypatch):
    monkeypatch.setattr(batch, "FILE_LIMIT", 100)
    (file,) = check({"f.json": sample()})["report"]["files"]
    assert [entry["rule"] for entry in file["findings"]] == ["SYN903"]


def test_progress_is_told_at_each_stage_of_each_file(monkeypatch):
    monkeypatch.setattr(batch, "_WORTH_NEWS", 0)
    told: list[str] = []
    check({"A123456789.json": sample(), "g.json": "["}, told.append)
    events = [json.loads(text) for text in told]
    told = [(event["file"], event["index"], event["files"], event["stage"]) for event in events]
    # On a slow machine the rules tell more than once.
    assert list(dict.fromkeys(told)) == [
        *(("A12345****.json", 0, 2, stage) for stage in ("read", "form", "rules", "entries")),
        ("g.json", 1, 2, "read"), ("", 2, 2, "batch"),
    ]  # fmt: skip
    shares = [event["share"] for event in events]
    assert shares == sorted(shares)
    assert [event["share"] for event in events if event["stage"] in ("read", "batch")] == [0, 0.5, 1]


def test_small_files_are_told_once_each():
    told: list[str] = []
    check({f"{index}.json": sample() for index in range(5)}, told.append)
    assert [json.loads(text)["stage"] for text in told] == ["read"] * 5 + ["batch"]


def test_long_work_of_the_rules_is_told_while_it_runs(monkeypatch):
    monkeypatch.setattr(batch, "_NEWS_EVERY", 0.0)
    monkeypatch.setattr(batch, "_WORTH_NEWS", 0)
    events = []
    check({"a.json": sample()}, lambda text: events.append(json.loads(text)))
    shares = [event["share"] for event in events if event["stage"] == "rules"]
    assert len(shares) > 20 and shares == sorted(shares)
    assert max(after - before for before, after in pairwise(shares)) < 0.05
    assert shares[-1] == pytest.approx(next(event["share"] for event in events if event["stage"] == "entries"))


# -- what the page asks for afterwards -------------------------------------------------------------------------------


def test_findings_beyond_the_cap_can_be_had():
    (file,) = check({"f.json": document(FAULTY)}, max_per_rule=2)["report"]["files"]
    assert (len(file["findings"]), file["truncated"]) == (2, {"COD105": 3})
    answer = ask("findings", {"file": "f.json", "rule": "COD105", "offset": 2, "limit": 10})
    assert answer["total"] == 3
    assert [entry["pointer"] for entry in answer["findings"]] == ["/records/2/person_id"]
    assert answer["findings"][0].keys() == file["findings"][0].keys()


def test_files_that_did_not_fit_are_read_again(monkeypatch):
    monkeypatch.setattr(batch, "_KEPT", 0)
    check({name: document(FAULTY) for name in ("a.json", "b.json", "c.json")}, max_per_rule=1)
    for name in ("c.json", "a.json", "b.json"):
        assert len(ask("findings", {"file": name, "rule": "COD105", "offset": 1, "limit": 10})["findings"]) == 2


def test_an_excerpt_marks_the_place_and_hides_ids():
    content = '{\n"person_id":\n"A123456789", "x": "A123456788 b",\n"y": "z"}'
    check({"f.json": content})
    answer = ask("excerpt", {"file": "f.json", "line": 3, "column": 15, "before": 1, "after": 5})
    assert answer == {"first_line": 2, "lines": ['"person_id":', '"A12345****", "x": "A12345**** b",', '"y": "z"}'],
                      "line": 3, "column": 15, "shifts": [0, 0, 0]}  # fmt: skip


def test_an_excerpt_hides_what_only_the_key_tells_to_be_an_id():
    check({"f.json": '{"person_id":\n"a-123-456-789", "person_id": 1234567890}'})
    lines = ask("excerpt", {"file": "f.json", "line": 2, "column": 1, "before": 0, "after": 0})["lines"]
    assert lines == ['"a-123-*******", "person_id": 123456****}']


def test_an_excerpt_of_a_long_line_is_a_window():
    content = json.dumps(document([{}] * 2000), ensure_ascii=False)
    column = content.index("王小明", 400_000) + 1
    check({"f.json": content})
    answer = ask("excerpt", {"file": "f.json", "line": 1, "column": column, "before": 2, "after": 2})
    (line,) = answer["lines"]
    assert len(line) == 242 and line[0] == line[-1] == "…"
    assert line[answer["column"] - 1 :].startswith("王小明")
    assert answer["shifts"] == [column - answer["column"]]
    assert "A123456789" not in line


def test_an_unmasked_excerpt_is_the_file():
    check({"f.json": '{"person_id": "A123456789"}'}, mask=False)
    lines = ask("excerpt", {"file": "f.json", "line": 1, "column": 1, "before": 0, "after": 0})["lines"]
    assert lines == ['{"person_id": "A123456789"}']


@pytest.mark.parametrize("format", FORMATS)
def test_exports_have_a_name_a_kind_and_the_reasons(format):
    check({"f.json": sample(start_date="1100612", end_date="1100612")})
    finding = json.loads(handle("export", '{"format": "json"}')[1])["files"][0]["findings"][0]
    reason = {"file": "f.json", "rule": finding["rule"], "pointer": finding["pointer"],
              "field": finding["field"], "reason": "輪值 A123456789"}  # fmt: skip
    header, data = handle("export", json.dumps({"format": format, "acknowledgements": [reason]}))
    named = json.loads(header)
    assert named["name"].startswith("差勤檢核_376506200A_11006_") and named["mime"]
    if format != "xlsx":
        assert "輪值 A12345****" in data.decode()
    assert "acknowledgement" not in handle("export", '{"format": "json"}')[1].decode()


def test_the_overview_counts_the_batch_or_one_of_its_files():
    check({"A123456789.json": sample(), "g.json": sample(start_date="1100608", end_date="1100608")})
    assert ask("overview")["total"] == {"records": 2, "people": 1, "hours": 16.0}
    told = ask("overview", {"file": "A12345****.json", "month": "11006"})
    assert (told["total"]["records"], told["month"], len(told["days"])) == (1, "11006", 30)


def test_one_persons_findings_are_exported_alone_and_whole():
    other = {"person_id": "B123456780", "start_date": "1100604", "end_date": "1100604"}
    (file,) = check({"f.json": document([*FAULTY, other])}, max_per_rule=1)["report"]["files"]
    assert len(file["findings"]) == 1
    person = [{"file": "f.json", "first": file["findings"][0]["person"]["first"]}]
    exported = json.loads(handle("export", json.dumps({"format": "json", "person": person}))[1])
    entries = exported["files"][0]["findings"]
    assert {entry["person"]["id"] for entry in entries} == {"A12345****"}
    assert len(entries) == exported["summary"]["error"] == 3
    assert exported["files"][0]["truncated"] == {}


def test_clear_forgets_everything():
    check({"f.json": WRONG_ID})
    assert ask("clear") is None
    for op in ("findings", "excerpt", "export", "overview"):
        with pytest.raises(KeyError):
            ask(op, {"file": "f.json", "format": "json"})


# -- about the checker -----------------------------------------------------------------------------------------------


def test_about_lists_profiles_and_rules():
    about = ask("about")
    assert [profile["id"] for profile in about["profiles"]] == list(built_in_profiles())
    assert [rule["id"] for rule in about["rules"]] == list(rules())
    assert [len(about["deadlines"]), about["deadlines"][0]["date"][-2:]] == [6, "20"]
    assert about["rules"][0].keys() >= {"id", "title", "severity", "stage", "fields"}


def test_samples_are_good_and_faulty():
    good, faulty = (ask("samples", {"kind": kind}) for kind in ("good", "faulty"))
    summaries = [check({one["name"]: one["text"]})["report"]["summary"] for one in (good, faulty)]
    assert (summaries[0]["error"], summaries[0]["warning"]) == (0, 0)
    assert summaries[1]["error"] > 0


@pytest.mark.parametrize("rule", ["SYN901", "COD105", "SCH110", "BAT110", "SYN225"])
def test_the_example_of_a_rule_fires_in_the_page(rule):
    example = ask("example", {"rule": rule})
    files = {one["name"]: base64.b64decode(one["base64"]) for one in example["files"]}
    report = check(files, today=example["today"])["report"]
    found = {entry["rule"] for file in report["files"] for entry in file["findings"]}
    assert rule in found | {entry["rule"] for entry in report["batch"]["findings"]}


def test_every_rule_is_explained():
    for rule in rules().values():
        told = ask("explain", {"rule": rule.id})
        assert told["title"] == rule.title and told["severity"] == rule.severity
        assert [section["title"] for section in told["sections"]][:2] == ["", "為什麼重要"]
        assert "怎麼修正" in told["text"]


def test_an_unknown_request_is_the_pages_bug():
    for op, payload in (("no-such", {}), ("explain", {"rule": "XXX999"})):
        with pytest.raises(KeyError):
            ask(op, payload)
