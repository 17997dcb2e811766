"""Who has no file is judged for one month: which one, who counts as absent, and that every form says the same."""

import io
import json
from datetime import date
from typing import Any

import openpyxl
import pytest
from support import options, run

from pyvalidator.domain.agencies import Roster
from pyvalidator.engine.examples import zip_bytes
from pyvalidator.input.gathering import gather_bytes
from pyvalidator.pipeline import check
from pyvalidator.report.model import Report
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import document

CODES = {"甲": "376500001A", "乙": "376500002A", "丙": "376500003A", "丁": "376500004A"}
ROSTER = Roster.read(
    "\n".join(["機關代碼,機關名稱,報送方式", *(f"{code},{name}鄉公所,JSON" for name, code in CODES.items()),
               "376500009A,戊鄉公所,WebHR"]).encode()
)  # fmt: skip
COVID = {"dataset": "covid109", "period": "10906"}


def of(name: str, period: str = "11006", **header: Any) -> dict[str, Any]:
    day = f"{period}08"
    record = {"start_date": day, "end_date": day, "reason": name}
    records = [] if header.get("dataset") == "covid109" else [record]
    made = {"generated_at": "1101105", "agency_code": CODES[name], "agency_name": f"{name}鄉公所"}
    return document(records, period=period, **{**made, **header})


def checked(files: dict[str, Any], **given: Any) -> Report:
    return run(files, **{"roster": ROSTER, "today": date(2021, 12, 1), **given})


def absent(report: Report) -> dict[str, list[str]]:
    """Who has no file of the report's month, with the months of the files that there are."""
    return {
        str(entry.agency_name): entry.other_months for entry in report.batch.matrix
        if entry.status in ("missing", "overdue") and entry.period == report.batch.month
    }  # fmt: skip


def missing_by_rule(report: Report) -> list[str]:
    return [entry.message for entry in report.batch.findings if entry.rule == "BAT320"]


def test_one_wrong_month_makes_nobody_missing():
    report = checked({"a.json": of("甲"), "b.json": of("乙"), "c.json": of("丙"), "d.json": of("丁", "11005")})
    assert report.batch.month == "11006"
    assert absent(report) == {"丁鄉公所": ["11005"]}
    assert missing_by_rule(report) == []
    # The matrix stays whole: every expected agency and month of the batch.
    assert {(entry.agency_code, entry.period) for entry in report.batch.matrix} == {
        (code, period) for code in CODES.values() for period in ("11005", "11006")
    }


def test_who_has_no_file_at_all_is_missing_beside_who_has_another_month():
    report = checked({"a.json": of("甲"), "b.json": of("乙"), "c.json": of("丁", "11005"), "d.json": of("丁", "11004")})
    assert absent(report) == {"丙鄉公所": [], "丁鄉公所": ["11004", "11005"]}
    (message,) = missing_by_rule(report)
    assert message == "110 年 6 月有 1 個應報送機關沒有檔案：丙鄉公所（376500003A）。"


@pytest.mark.parametrize(
    ("periods", "month"),
    [
        (["11006", "11007"], "11007"),
        (["11007", "11006", "11006"], "11006"),
        ([], None),
    ],
)
def test_the_month_is_that_of_most_files_and_of_equals_the_latest(periods, month):
    report = checked({f"{number}.json": of("甲乙丙丁"[number], period) for number, period in enumerate(periods)})
    assert report.batch.month == month


def test_the_files_of_the_epidemic_have_no_say():
    files = {"a.json": of("甲"), "b.json": of("乙", **COVID), "c.json": of("丙", **COVID)}
    report = checked(files)
    assert report.batch.month == "11006"
    assert absent(report) == {"乙鄉公所": [], "丙鄉公所": [], "丁鄉公所": []}


def test_the_chosen_month_is_asked_about_even_where_no_file_has_it():
    files = {"a.json": of("甲"), "b.json": of("乙"), "c.json": of("丙", "11005")}
    report = checked(files, month=date(2021, 5, 1))
    assert report.batch.month == "11005"
    assert absent(report) == {"甲鄉公所": ["11006"], "乙鄉公所": ["11006"], "丁鄉公所": []}
    report = checked(files, month=date(2021, 7, 1))
    assert absent(report) == {"甲鄉公所": ["11006"], "乙鄉公所": ["11006"], "丙鄉公所": ["11005"], "丁鄉公所": []}
    assert missing_by_rule(report) == ["110 年 7 月有 1 個應報送機關沒有檔案：丁鄉公所（376500004A）。"]


@pytest.mark.parametrize("name", ["376500002A_11006.json", "376500002A.json", "乙鄉公所.json", "110年6月 乙鄉公所(1).json"])
@pytest.mark.parametrize("content", ["", "[", "%PDF-1.7", {"another": "layout"}])
def test_a_file_that_cannot_be_read_counts_for_the_agency_in_its_name(name, content):
    report = checked({"a.json": of("甲"), f"收件/{name}": content})
    assert "乙鄉公所" not in absent(report)
    (file,) = (file for file in report.files if file.name.endswith(name))
    assert (file.named_by, file.agency_code) == ("376500002A", None)
    (entry,) = (entry for entry in report.batch.matrix if entry.file == file.name)
    assert (entry.agency_code, entry.agency_name, entry.status) == ("376500002A", "乙鄉公所", file.status)
    assert file.status == ("error" if isinstance(content, dict) else "unreadable")


def test_a_name_counts_only_where_the_content_does_not_tell():
    report = checked({"乙鄉公所.json": of("甲"), "丙鄉公所及丁鄉公所.json": "[", "A123456789.json": "["})
    assert [file.named_by for file in report.files] == [None] * 3
    assert set(absent(report)) == {"乙鄉公所", "丙鄉公所", "丁鄉公所"}


def test_an_unreadable_file_of_another_month_is_none_of_this_month():
    report = checked({"a.json": of("甲"), "376500002A_11005.json": "["})
    assert absent(report)["乙鄉公所"] == ["11005"]
    (entry,) = (entry for entry in report.batch.matrix if entry.status == "unreadable")
    assert (entry.agency_code, entry.period) == ("376500002A", "11005")


def test_where_no_file_can_be_read_their_names_tell_the_month():
    report = checked({"376500001A_11006.json": "[", "376500002A_11006.json": ""})
    assert (report.batch.month, set(absent(report))) == ("11006", {"丙鄉公所", "丁鄉公所"})


@pytest.mark.parametrize("header", [{"period": "11099"}, {"period": None}, {"dataset": "weekly"}])
def test_an_agency_whose_month_cannot_be_read_is_not_missing(header):
    report = checked({"a.json": of("甲"), "b.json": {**of("乙"), **header}})
    assert set(absent(report)) == {"丙鄉公所", "丁鄉公所"}


@pytest.mark.parametrize(
    ("member", "counts"),
    [
        ("376500002A.zip", True), ("子/乙鄉公所11006.json.txt", True), ("乙鄉公所_11006.xlsx", True),
        ("乙鄉公所.pdf", False), ("376500002A_11005.zip", False),
    ],
)  # fmt: skip
def test_a_part_that_was_passed_over_counts_for_the_agency_in_its_name(member, counts):
    content = {"a.json": json.dumps(of("甲")), member: b"PK"}
    given = {"today": date(2021, 12, 1), "roster": ROSTER}
    gathered = gather_bytes([("all.zip", zip_bytes(content))])
    report = check((file.read() for file in gathered.files), options(**given), rest=gathered.rest)
    assert ("乙鄉公所" not in absent(report)) == counts
    found = [entry.period for entry in report.batch.matrix if entry.file == f"all.zip/{member}"]
    assert found == ([] if member.endswith("pdf") else ["11006" if "11006" in member else "11005" if "11005" in member else None])


def test_a_spare_copy_beside_the_file_itself_changes_nothing():
    gathered = gather_bytes([("all.zip", zip_bytes({"甲鄉公所.json": json.dumps(of("甲")), "甲鄉公所.json.bak": b""}))])
    report = check((file.read() for file in gathered.files), options(roster=ROSTER), rest=gathered.rest)
    (entry,) = (entry for entry in report.batch.matrix if entry.agency_code == CODES["甲"])
    assert (entry.status, entry.file) == ("pass", "all.zip/甲鄉公所.json")


def text_of(report: Report, format: str) -> str:
    data = render(report, format)
    if format != "xlsx":
        return data.decode()
    rows = openpyxl.load_workbook(io.BytesIO(data))["摘要"].iter_rows(values_only=True)
    return "\n".join(f"{name} {content}" for name, content in rows)


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"csv", "json", "sarif", "junit"}))
def test_every_form_names_who_is_missing_and_who_has_another_month(format):
    report = checked({"a.json": of("甲"), "b.json": of("乙"), "d.json": of("丁", "11005")})
    text = text_of(report, format)
    assert "檔案是其他月份的機關" in text
    # One month is judged: of the other one nobody is said to be late.
    assert text.count("逾期未收到") == (2 if format == "html" else 1)
    nobody = text_of(run({"a.json": of("甲")}), format)
    assert "檔案是其他月份的機關" not in nobody and "還沒收到" not in nobody


def test_the_workbook_of_the_matrix_is_about_the_month():
    book = openpyxl.load_workbook(
        io.BytesIO(render(checked({"a.json": of("甲"), "b.json": of("乙"), "d.json": of("丁", "11005")}), "matrix"))
    )
    rows = {name: list(book[name].iter_rows(min_row=2, values_only=True)) for name in book.sheetnames}
    assert rows["還沒收到"] == [("376500003A", "丙鄉公所", "110 年 6 月", "逾期未收到")]
    assert rows["其他月份"] == [("376500004A", "丁鄉公所", "110 年 6 月", "110 年 5 月")]
    assert rows["報送情形"] == [
        ("376500001A", "甲鄉公所", "沒有檔案", "未發現錯誤"),
        ("376500002A", "乙鄉公所", "沒有檔案", "未發現錯誤"),
        ("376500003A", "丙鄉公所", "沒有檔案", "逾期未收到"),
        ("376500004A", "丁鄉公所", "有待確認", "檔案是其他月份"),
    ]
