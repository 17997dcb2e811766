"""Small inputs with the answer that is right, in the folder that the environment variable PYVALIDATOR_CASES names.

Its README says for each what a user must be told. They stand for kinds; the variants of each kind lie beside the code
that answers it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from running import cli, put

from pyvalidator.engine.examples import profile_text
from pyvalidator.report.render import FORMATS

CASES = Path(os.environ.get("PYVALIDATOR_CASES") or "missing")

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="set PYVALIDATOR_CASES to the folder of the cases")

#: The day taken as today, by folder; rosters have their own.
TODAY = {"reading": "2021-07-10", "layouts": "2021-07-10", "page": "2026-11-30", "kinds": "2026-11-30"}


def checked(name: str, *more: str | Path, code: int | None = None) -> dict[str, Any]:
    """The report on one case, by its path below the folder of cases. `code`: the exit code that it must have."""
    today = TODAY[name.partition("/")[0]]
    done = cli("check", CASES / name, *more, "--today", today, "--format", "json", cwd=CASES)
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["incidents"] == []
    assert code is None or done.returncode == code, done.stderr.decode()
    return report


def the_file(name: str, *more: str | Path) -> dict[str, Any]:
    """The one file in the report on a case."""
    [file] = checked(name, *more)["files"]
    assert isinstance(file, dict)
    return file


def found(file: dict[str, Any], *severities: str) -> list[dict[str, Any]]:
    """Its findings of these severities; of all where none is named."""
    return [one for one in file["findings"] if not severities or one["severity"] in severities]


def at(file: dict[str, Any], pointer: str) -> dict[str, Any]:
    """The one finding at or below a place."""
    [one] = [one for one in file["findings"] if (one["pointer"] or "").startswith(pointer)]
    assert isinstance(one, dict)
    return one


def said(one: dict[str, Any]) -> str:
    return f"{one['title']} {one['message']} {one['fix']} {one['expected']}"


# -- reading ---------------------------------------------------------------------------------------------------------


def test_a_roster_with_an_unclosed_quote_is_a_usage_error_that_names_the_row() -> None:
    roster = CASES / "reading/K1-roster-unclosed-quote.csv"
    done = cli("check", CASES / "page/04-eight-faults_11510.json", "--roster", roster, cwd=CASES)
    assert done.returncode == 2
    assert "第 3 列" in done.stderr.decode()
    assert done.stdout == b""


@pytest.mark.parametrize("format", sorted(name for name, format in FORMATS.items() if not format.binary))
def test_an_archive_in_an_archive_is_named(format: str) -> None:
    done = cli("check", CASES / "reading/K2-zip-in-zip.zip", "--format", format, "--today", "2021-07-10", cwd=CASES)
    assert done.returncode == 1
    assert "376506211I" in done.stdout.decode()
    report = checked("reading/K2-zip-in-zip.zip", code=1)
    assert [file["status"] for file in report["files"]] == ["pass"]
    assert len(report["skipped"]) == 1


@pytest.mark.parametrize(
    ("name", "pointer", "right"),
    [("K3-start-utc", "/records/0/start_date", "1100607"), ("K3-generated-utc", "/generated_at", "1100705")],
)
def test_world_time_is_said_and_never_the_day_before(name: str, pointer: str, right: str) -> None:
    one = at(the_file(f"reading/{name}.json"), pointer)
    assert one["expected_value"] in (right, None)
    assert "世界" in said(one)
    assert str(int(right) - 1) not in said(one)


def test_garbled_big5_is_said_with_the_text_it_was() -> None:
    file = the_file("reading/K4-big5-as-latin1-whole.json")
    assert {one["severity"] for one in file["findings"]} == {"warning"}
    told = {one["pointer"]: said(one) for one in file["findings"]}
    assert "課員" in told["/records/0/job_title"]
    assert "王小明" in told["/records/0/person_name"]


def test_a_time_that_is_the_number_8_has_two_readings() -> None:
    one = at(the_file("reading/K5-time-number-8.json"), "/records/0/start_time")
    assert one["expected_value"] is None
    assert "0800" in said(one)
    assert "0008" in said(one)


def test_an_excel_serial_is_called_one() -> None:
    one = at(the_file("reading/K5-excel-serial.json"), "/records/0/start_date")
    assert "Excel" in said(one)
    assert one["expected_value"] == "1100607"


@pytest.mark.parametrize("name", ["K6-html-comment-then-json", "K6-chrome-saved-pre"])
def test_json_in_a_page_is_found_and_checked(name: str) -> None:
    file = the_file(f"reading/{name}.json")
    [one] = found(file)
    assert (one["severity"], one["pointer"], file["record_count"]) == ("error", "", 2)


def test_a_leave_of_fifty_years_is_no_pass() -> None:
    file = the_file("reading/K7-start-1970.json")
    assert any(one["pointer"].startswith("/records/0") for one in found(file, "warning", "error"))


def test_invisible_characters_are_named() -> None:
    one = at(the_file("reading/K8-leave-lrm.json"), "/records/0")
    assert "U+200E" in said(one)
    assert one["expected_value"] == "病假"
    file = the_file("reading/K8-key-zwsp.json")
    assert any("U+200B" in said(one) and "leave_type" in said(one) for one in found(file, "error"))


def test_a_cut_archive_has_its_size_and_hash() -> None:
    data = (CASES / "reading/K9-truncated.zip").read_bytes()
    file = the_file("reading/K9-truncated.zip")
    assert (file["size"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_a_wholly_escaped_text_is_one_error_and_checked() -> None:
    file = the_file("reading/K10-backslash-escaped.json")
    assert 1 <= len(found(file, "error")) <= 3
    assert file["record_count"] == 2


def test_a_placeholder_is_a_warning() -> None:
    assert at(the_file("reading/K11-object-object.json"), "/records/0/job_title")["severity"] == "warning"


def test_gbk_is_not_called_big5() -> None:
    file = the_file("reading/K12-gbk.json")
    assert not any("Big5" in said(one) for one in found(file))
    assert not any((one["pointer"] or "").endswith("/leave_type") for one in found(file))
    assert file["agency_name"] == "水上鄉公所"


def test_names_of_a_macs_archive_are_utf_8() -> None:
    assert "水上鄉公所" in the_file("reading/K13-mac-names.zip")["name"]


# -- page ------------------------------------------------------------------------------------------------------------


def test_a_clerks_csv_is_told_what_it_is() -> None:
    [one] = found(the_file("page/01-clerk-export-as-csv.csv"))
    assert one["severity"] == "error"
    assert "CSV" in said(one)


def test_a_wrong_month_in_the_header_is_one_finding() -> None:
    file = the_file("page/03-header-month-wrong.json")
    [one] = found(file)
    assert one["pointer"] == "/period"
    assert sum(one["folded"].values()) == 45


def test_one_wrong_month_makes_nobody_else_missing() -> None:
    report = checked("page/02-matrix", "--roster", CASES / "page/02-matrix/roster.csv")
    assert report["batch"]["month"] == "11510"
    assert not [one for one in report["batch"]["findings"] if one["rule"] == "BAT320"]
    done = cli("check", CASES / "page/02-matrix", "--roster", CASES / "page/02-matrix/roster.csv", "--today",
               "2026-11-30", cwd=CASES)  # fmt: skip
    [listed] = [line for line in done.stdout.decode().splitlines() if line.startswith("  376505300A")]
    assert "115 年 9 月" in listed


# -- kinds -----------------------------------------------------------------------------------------------------------


def test_data_with_a_schema_key_is_data() -> None:
    file = the_file("kinds/S1_data_with_schema_key.json")
    assert file["record_count"] == 22
    assert {one["pointer"] for one in found(file)} <= {"/$schema"}


@pytest.mark.parametrize("name", ["C4_0_kind", "C4_3_kind"])
def test_a_word_of_state_is_no_leave_kind(name: str) -> None:
    file = the_file(f"kinds/{name}.json")
    [one] = [one for one in found(file) if (one["pointer"] or "").endswith("/leave_type")]
    assert one["expected_value"] is None
    assert one["expected"] is None or "休假" not in one["expected"]
    assert "取消" in one["message"] or "銷假" in one["message"]


def test_records_marked_as_deleted_are_one_finding() -> None:
    [one] = found(the_file("kinds/C5_deleted_flag.json"))
    assert "移除" not in one["fix"]
    assert one["field"] == "deleted"


def test_one_page_of_several_is_one_finding() -> None:
    file = the_file("kinds/C6_page.json")
    [one] = found(file)
    assert one["severity"] in ("warning", "error")
    assert one["expected_value"] is None


def test_a_list_written_twice_is_one_finding() -> None:
    [one] = found(the_file("kinds/C8_whole_list_twice.json"))
    assert "23" in one["message"]
    assert "44" in one["message"]
    assert sum(one["folded"].values()) == 22


@pytest.mark.parametrize("name", ["Z8_row_nodata", "Z4_nodata"])
def test_a_row_that_says_there_is_no_data(name: str) -> None:
    [one] = found(the_file(f"kinds/{name}.json"))
    assert "無" in one["message"]
    assert "身分證字號" not in one["fix"]


def test_days_that_hold_hours_are_one_finding() -> None:
    file = the_file("kinds/N3_days_is_hours_all.json")
    [one] = found(file)
    assert one["owner"] == ["vendor"]
    assert one["field"] == "days"


def test_noise_of_floating_point_has_its_value() -> None:
    assert at(the_file("kinds/D01_hours.json"), "/records/0/hours")["expected_value"] == 4


def test_one_name_with_an_old_and_a_new_number_is_a_warning() -> None:
    file = the_file("kinds/B3_old_new_uid_same_leave.json")
    assert any("統一證號" in said(one) for one in found(file, "warning"))
    assert not any("A801234569" in said(one) or "AC01234567" in said(one) for one in found(file))


def test_our_own_report_is_called_one() -> None:
    [one] = found(the_file("kinds/own_sarif.json"))
    assert "報告" in one["message"]
    assert one["rule"] != "STR100"


def test_a_test_agency_is_a_warning() -> None:
    file = the_file("kinds/C9_test_agency.json")
    assert any("測試" in said(one) for one in found(file, "warning"))


# -- layouts ---------------------------------------------------------------------------------------------------------


def test_a_list_that_the_profile_does_not_place_makes_the_check_partial(tmp_path: Path) -> None:
    text = re.sub(r'(\nkey = )"(.+?)"', lambda key: f'{key[1]}"{key[2].upper()}"', profile_text(*_NOT_THERE)())
    text = text.replace("/records/*", "/DATA/*").replace('"AGENCY_CODE"', '"ORG"', 1).replace('"PERIOD"', '"YM"', 1)
    text = text.replace("[layout]", '[constants]\ndataset = "monthly"\n\n[layout]', 1)
    file = the_file("layouts/P1_one_trip_in_other_list.json", "--profile", put(tmp_path, "p.toml", text))
    assert file["coverage"] == {
        "complete": False, "unmapped": [], "elsewhere": [{"pointer": "/公差/*", "count": 1}],
        "said": ["沒有檢核：/公差/* 的 1 筆（不在版型的位置）"],
    }  # fmt: skip
    one = at(file, "/公差")
    assert (one["severity"], one["folded"]) == ("warning", {"STR120": 1})


_NOT_THERE = ("format_version", "agency_name", "dataset", "generated_at", "system_name", "record_count",
              "record_agency_code")  # fmt: skip


def test_a_changed_layout_is_one_finding_that_leads_to_the_comparison(tmp_path: Path) -> None:
    made = tmp_path / "p.toml"
    done = cli("profile-from", CASES / "layouts/L02_oracle_upper.clean.json", "--output", made, cwd=CASES)
    assert done.returncode == 0, done.stderr.decode()
    file = the_file("layouts/J_L02_vendor_changed.json", "--profile", made)
    [one] = file["findings"]
    assert (one["pointer"], one["severity"], file["coverage"]) == ("", "error", None)
    assert "BGN_DT" in one["message"] and "START_DT" in one["message"] and "比較" in one["fix"]
    assert {gap["reason"] for gap in file["not_checked"]} == {"layout"}
