"""Who can change it follows from the rule into every form of the report and every list of rules."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from support import run

from pyvalidator.cli import main
from pyvalidator.engine.registry import rules
from pyvalidator.report.model import Entry, Report
from pyvalidator.report.render import render
from pyvalidator.rule import document, sample
from pyvalidator.wording import OWNER, owner_line, owner_text


@pytest.fixture(scope="module")
def report() -> Report:
    """Faults of the leave form, of person data, of the export, and between two files."""
    return run(
        {
            "a.json": document([{"start_date": "1100608", "end_date": "1100607"}, {"person_id": "A123456788"}]),
            "b.json": json.dumps(sample(days="1"), ensure_ascii=False).replace('"0800"', '"0800",'),
            "c.json": sample(),
            "d.json": sample(),
        }
    )


def entries(report: Report) -> Iterator[Entry]:
    for file in report.files:
        yield from file.findings
    yield from report.batch.findings


def test_each_finding_has_the_owners_of_its_rule(report: Report) -> None:
    assert {entry.rule: tuple(entry.owner) for entry in entries(report)} == {
        rule: rules()[rule].owner for rule in {entry.rule for entry in entries(report)}
    }
    assert {owner for entry in entries(report) for owner in entry.owner} >= {"unit", "personnel", "vendor"}


@pytest.mark.parametrize("format", ["text", "html", "junit"])
def test_words_stand_with_each_rule(format: str, report: Report) -> None:
    text = render(report, format).decode()
    if format == "html":
        text = html.unescape(text)
        assert text.count("由誰修改：") == len([*entries(report)])
    if format == "junit":
        text = "".join(ElementTree.fromstring(text).itertext())
    for entry in entries(report):
        after = text.partition(f"{entry.rule} ")[2] if format == "junit" else text
        assert owner_line(entry.owner) in after, (entry.rule, format)


def test_sarif_has_them_of_rule_and_result(report: Report) -> None:
    [log] = json.loads(render(report, "sarif"))["runs"]
    for result in log["results"]:
        rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert result["properties"]["owner"] == rule["properties"]["owner"] == list(rules()[result["ruleId"]].owner)


def test_lists_of_rules_say_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "--format", "json"])
    told = {fact["id"]: fact["owner"] for fact in json.loads(capsys.readouterr().out)}
    assert told == {rule.id: list(rule.owner) for rule in rules().values()}
    main(["rules"])
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")}
    assert [id for id, rule in rules().items() if not lines[id].endswith(f"（{owner_text(rule.owner)}）")] == []
    main(["explain", "REC120"])
    assert "\n由誰修改：單位承辦、廠商\n" in capsys.readouterr().out


def test_the_order_is_the_rules_own() -> None:
    assert owner_text(["vendor", "unit"]) == f"{OWNER['vendor']}、{OWNER['unit']}"
