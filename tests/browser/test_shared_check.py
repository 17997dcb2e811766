"""One check shared by several workers of the page: the report is the one that a single worker makes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from running import TODAY

from pyvalidator.browser import batch, handle
from pyvalidator.engine.examples import example_bytes, zip_bytes
from pyvalidator.rule import document, sample

WRONG_ID = sample(person_id="A123456788")
ROSTER = "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n"
FAULTY = [{"person_id": "A123456788", "start_date": day, "end_date": day} for day in ("1100601", "1100602", "1100603")]
FILES: dict[str, Any] = {
    "b.json": WRONG_ID, "a.json": sample(), "a.zip": zip_bytes({"1.json": sample(), "2.json": document(FAULTY)}),
    "roster.csv": ROSTER, "c.json": "[", "d.json": b"%PDF-1.7", "gone.json": None, "b.zip": "no archive",
    "e.json": sample(person_name="別人"),
}  # fmt: skip
WANTED = json.dumps({"options": {"today": TODAY, "max_per_rule": 2}})


def given() -> list[dict[str, Any]]:
    """The batch as a worker hands it over: files are read when their turn comes."""
    contents = {name: None if content is None else example_bytes(content) for name, content in FILES.items()}
    return [
        {"name": name, "size": len(data or b""), "bytes": lambda data=data: data} for name, data in contents.items()
    ]


def told(report: str) -> dict[str, Any]:
    """The answer without the moment of the check, which also ends the name of a download."""
    answer = json.loads(report)
    del answer["report"]["checked_at"]
    answer["name"] = answer["name"].rpartition("_")[0]
    return answer


@pytest.fixture(autouse=True)
def _forget():
    yield
    handle("clear", "{}")


def check_shared(own: list[int], others: list[list[int]], progress: Any = id) -> str:
    """The report of a worker that checks `own` and is given what `others` checked."""
    parts = []
    for indices in others:
        handle("share", WANTED, given())
        _, data = handle("part", json.dumps({"take": indices, "own": False}))
        parts.append({"name": "part", "bytes": data})
    assert len(json.loads(handle("share", WANTED, given()))["sizes"]) == 9
    for index in own:
        assert handle("part", json.dumps({"take": [index], "own": True}), (), progress) == ("{}", b"")
    return handle("merge", "{}", parts, progress)


@pytest.mark.parametrize(
    ("own", "others"),
    [([7, 0, 3], [[1, 6], [5, 4, 2, 8]]), ([], [list(range(9))]), (list(range(9)), [])],
    ids=["three", "other", "alone"],
)
def test_shared_report_is_the_single_workers(own, others):
    alone = told(handle("check", WANTED, given()))
    overview = handle("overview", "{}")
    assert told(check_shared(own, others)) == alone
    assert handle("overview", "{}") == overview
    assert alone["report"]["batch"]["findings"], "the batch must have something for the rules on several files"
    assert alone["report"]["batch"]["matrix"][-1]["file"] is None, "the roster must reach every worker"


def test_files_that_another_worker_checked_are_read_again():
    check_shared([0], [[1, 2, 3, 4, 5, 6, 7, 8]])
    asked = {"file": "a.zip/2.json", "rule": "COD105", "offset": 2, "limit": 5}
    assert json.loads(handle("findings", json.dumps(asked)))["total"] == 3


def test_progress_names_each_file():
    events: list[str] = []
    check_shared([3, 4], [[0, 1, 2, 5, 6, 7, 8]], events.append)
    told = [(event["index"], event["files"], event["stage"]) for event in map(json.loads, events)]
    assert [one for one in told if one[2] in ("read", "batch")] == [(3, 9, "read"), (4, 9, "read"), (9, 9, "batch")]


def test_sizes_are_known_before_anything_is_read():
    def read() -> bytes:
        raise AssertionError("read too early")

    # Only what may be a side file or an archive is looked into.
    large = {"name": "f.json", "size": batch.FILE_LIMIT, "bytes": read}
    assert json.loads(handle("share", "{}", [large])) == {"sizes": [batch.FILE_LIMIT]}


def test_a_file_beyond_the_limit_is_told_and_never_read():
    def read() -> bytes:
        raise AssertionError("read though it is too large")

    answer = json.loads(handle("check", WANTED, [{"name": "f.json", "size": batch.FILE_LIMIT + 1, "bytes": read}]))
    [file] = answer["report"]["files"]
    [entry] = file["findings"]
    assert (file["status"], entry["rule"]) == ("unreadable", "SYN903")
    assert "命令列" in entry["fix"]
