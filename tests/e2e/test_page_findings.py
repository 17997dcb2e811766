"""The list of findings: what a card says, groups, filters, address, long lists, explanations, paper."""

from __future__ import annotations

from page_stage import FINDINGS, Stage, calls, entry, file_entry, give, report, wait_for
from playwright.sync_api import Page, expect

HUNDRED_THOUSAND = """
    const file = pvFake.report.files[0];
    file.findings = Array.from({length: 100_000}, (_, index) =>
      ({...file.findings[0], line: 5 + index, person: {id: "A12345****", name: `人${index}`, index}}));
    pvFake.report.summary.error = file.counts.error = 100_000;
"""


def cards(page: Page) -> list[str]:
    return page.locator(".pv-card").all_inner_texts()


def test_card_says_who_where_found_allowed_and_how_to_fix(stage: Stage) -> None:
    page = stage.checked()
    card = page.locator(".pv-card").filter(has_text="李美華")
    for text in ("李美華（B23456****），第 2 筆", "第 23 列，第 17 欄", "結束日期早於開始日期。", "「1100603」",
                 "1100607 或以後", "請確認起訖日期。", "時數與起訖時間不符 2 項"):  # fmt: skip
        expect(card).to_contain_text(text)


def test_excerpt_marks_the_place(stage: Stage) -> None:
    page = stage.checked()
    card = page.locator(".pv-card").first
    expect(card.locator("mark")).to_have_text('"A12345****"')
    expect(card.locator(".pv-excerpt__line--marked")).to_contain_text("5")
    assert {"file": "376506200A_11006.json", "line": 5, "column": 20, "before": 2, "after": 2} in calls(page, "excerpt")
    card.get_by_role("button", name="檔案內容").click()
    expect(card.locator("mark")).to_have_count(0)
    # What was opened and closed stays so in whichever order the list is.
    page.get_by_role("radio", name="依列號").check()
    expect(page.locator(".pv-group__name")).to_have_text(["376506200A_11006.json"])
    open_places = page.get_by_role("button", name="檔案內容", expanded=True)
    expect(open_places).to_have_count(3)
    expect(page.locator(".pv-card").first.get_by_role("button", name="檔案內容", expanded=False)).to_have_count(1)


def test_viewer_shows_more_of_the_file_around_the_place(stage: Stage) -> None:
    page = stage.checked()
    page.locator(".pv-card").first.get_by_role("button", name="看更多前後文").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text('"A12345****"')
    dialog.get_by_role("button", name="往後").click()
    page.wait_for_function("pvEngine.calls.at(-1).payload.line === 29")
    dialog.get_by_label("到第幾列").fill("2000000")
    page.keyboard.press("Enter")
    page.wait_for_function("pvEngine.calls.at(-1).payload.line === 2000000")
    expect(dialog.get_by_role("status")).to_have_text("顯示第 3 至 6 列")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_list_can_be_turned_by_rule_by_person_and_by_line(stage: Stage) -> None:
    page = stage.checked()
    groups = page.locator(".pv-group__name")
    expect(groups).to_have_text(["身分證字號檢查碼不符", "結束時間早於開始時間", "請假期間含休假日", "沒有系統名稱"])
    page.get_by_role("radio", name="依人員").check()
    expect(groups).to_have_text(["檔案本身", "王小明（A12345****）", "李美華（B23456****）"])
    page.get_by_role("radio", name="依列號").check()
    expect(groups).to_have_text(["376506200A_11006.json"])
    assert page.url.endswith("#sort=line")


def test_list_can_be_turned_by_day_where_days_are_known(stage: Stage) -> None:
    days = [entry(day="2021-06-12"), entry(day="2021-06-07", line=9), entry(day=None, person=None, line=1)]
    page = stage.checked({"report": report([file_entry(findings=days)])})
    expect(page.locator(".pv-card").nth(0)).to_contain_text("110 年 6 月 12 日，第 1 筆")
    page.get_by_role("radio", name="依日期").check()
    expect(page.locator(".pv-group__name")).to_have_text(["與日期無關", "110 年 6 月 7 日", "110 年 6 月 12 日"])


def test_filters_narrow_the_list_and_nothing_left_offers_a_way_back(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_role("checkbox", name="請確認並說明 1").check()
    assert len(cards(page)) == 1
    page.get_by_role("checkbox", name="請確認並說明 1").uncheck()
    page.get_by_label("搜尋").fill("李美華")
    expect(page.locator(".pv-card")).to_have_count(1)
    assert "李" not in page.evaluate("decodeURIComponent(location.href)")
    page.get_by_label("搜尋").fill("沒有這個人")
    page.get_by_role("button", name="顯示全部問題").click()
    expect(page.locator(".pv-card")).to_have_count(4)


def test_filter_for_a_rule_that_nothing_has_any_more_is_shown_and_let_go(stage: Stage) -> None:
    page = stage.checked(fragment="#rule=REC220,COD199")
    expect(page.locator(".pv-choice").filter(has_text="規則").first.locator("select")).to_have_value("REC220、COD199")
    expect(page.locator(".pv-card")).to_have_count(0)
    page.get_by_role("button", name="看第一個問題").click()
    expect(page.locator(".pv-card:focus")).to_have_count(1)
    expect(page.locator(".pv-choice").filter(has_text="規則").first.locator("select")).to_have_value("")


def test_address_takes_rule_severity_and_sort_and_nothing_else(stage: Stage) -> None:
    page = stage.checked(fragment="#rule=COD105,<b>&severity=error,fatal&sort=person&text=王小明&file=x.json")
    assert page.evaluate("location.hash") == "#rule=COD105&severity=error&sort=person"
    expect(page.locator(".pv-card")).to_have_count(1)


def test_copied_finding_is_masked_even_where_the_screen_is_not(stage: Stage) -> None:
    bare = entry(message="「A123456788」的檢查碼不符。", value="A123456788",
                 person={"id": "A123456788", "name": "王小明", "index": 0})  # fmt: skip
    page = stage.checked(
        {"report": report([file_entry(findings=[bare])])}, permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_role("button", name="複製這一項").click()
    page.get_by_role("button", name="已複製").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "A123456788" not in text
    assert "A12345****" in text and "/records/0/person_id" in text and "請對照人事資料" in text


def test_hundred_thousand_findings_render_only_what_is_near(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(findings=[entry()])])}, script=HUNDRED_THOUSAND)
    expect(page.locator(".pv-list__summary")).to_contain_text("符合條件 100,000 項")
    assert page.locator(".pv-card").count() < 100
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".pv-card").last).to_contain_text("人99999")
    assert page.locator(".pv-card").count() < 100
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="下一項").click()
    expect(page.locator(".pv-card:focus")).to_contain_text("人0（")
    page.evaluate("pvFake.report.files[0].findings.at(-1).person = pvFake.report.files[0].findings.at(-2).person")
    page.get_by_role("radio", name="依人員").check()
    expect(page.locator(".pv-group__name").first).to_have_text("人99998（A12345****）")
    expect(page.locator(".pv-group__count").first).to_have_text("2 項")
    expect(page.locator(".pv-group__name").nth(1)).to_have_text("人0（A12345****）")


def test_findings_beyond_the_cap_count_and_come_from_the_engine(stage: Stage) -> None:
    rest = [entry(line=100 + i, person={"id": "A12345****", "name": f"人{i}", "index": i}) for i in range(3)]
    cut = file_entry(findings=[rest[0]], truncated={"COD105": 3}, counts={"error": 3, "warning": 0, "info": 0})
    page = stage.checked({"report": report([cut]), "answers": {"findings": rest}})
    expect(page.locator(".pv-group__count")).to_have_text("3 項")
    page.get_by_role("button", name="再顯示 2 項（還有 2 項）").click()
    expect(page.locator(".pv-card")).to_have_count(3)
    expect(page.get_by_role("button", name="檔案內容", expanded=True)).to_have_count(3)
    assert calls(page, "findings") == [{"file": "376506200A_11006.json", "rule": "COD105", "offset": 1, "limit": 1000}]
    expect(page.locator(".pv-more")).to_have_count(0)


def test_verdict_leads_to_the_first_finding(stage: Stage) -> None:
    page = stage.checked(fragment="#sort=line")
    page.get_by_role("button", name="看第一個問題").click()
    expect(page.locator(".pv-card:focus")).to_contain_text("身分證字號檢查碼不符")


def test_each_finding_says_who_changes_it_and_the_list_can_be_narrowed_to_one(stage: Stage) -> None:
    page = stage.checked({"report": report([file_entry(findings=FINDINGS)])})
    shown = page.locator(".pv-card__facts div").filter(has_text="由誰修改")
    expect(shown).to_have_text(["由誰修改人事、廠商", "由誰修改單位承辦、廠商", "由誰修改單位承辦", "由誰修改人事、廠商"])
    choice = page.get_by_label("由誰修改")
    assert choice.locator("option").all_inner_texts() == ["全部", "單位承辦", "人事", "廠商"]
    choice.select_option("單位承辦")
    expect(page.locator(".pv-card")).to_have_count(2)
    assert "owner" not in page.url and "unit" not in page.url
    choice.select_option("全部")
    expect(page.locator(".pv-card")).to_have_count(4)


def test_text_for_the_vendor_holds_what_is_listed_masked(stage: Stage) -> None:
    whole = entry(message="「A123456788」的檢查碼不符。", value="A123456788")
    page = stage.checked(
        {"report": report([file_entry(findings=[whole, FINDINGS[1], FINDINGS[3]])])},
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_text("給廠商的資料").click()
    page.get_by_role("button", name="複製給廠商的說明").click()
    page.get_by_role("button", name="已複製").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    for wanted in ("「A12345****」的檢查碼不符", "/records/1/end_date", "應為：1100607 或以後", "pyvalidator 7.0.1"):
        assert wanted in text
    assert "A123456788" not in text and "FIL501" not in text


def test_record_can_be_copied_and_says_what_it_does_not_prove(stage: Stage) -> None:
    missing = {"agency_code": "376506300A", "agency_name": "民雄鄉公所", "period": "11006", "status": "overdue", "file": None}
    page = stage.checked(
        {"report": report([file_entry(findings=FINDINGS)], matrix=[missing])},
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="複製檢核紀錄").click()
    page.get_by_role("button", name="已複製").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    for wanted in (
        "差勤資料檢核紀錄", "9f" * 32, "結論：請先修正", "參考版型（reference 第 1 版，本工具的假設，非官方格式）", "pyvalidator 7.0.1",
        "檢核時間：110 年 7 月 15 日 09:00", "還沒收到：1 個機關：民雄鄉公所", "不代表平臺一定接受", "承辦：", "單位主管：",
    ):  # fmt: skip
        assert wanted in text


def test_keyboard_moves_from_finding_to_finding(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_role("button", name="下一項").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pv-card:focus")).to_contain_text("王小明（A12345****），第 1 筆")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".pv-card:focus")).to_contain_text("李美華")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".pv-card:focus")).to_contain_text("第 1 筆")


def test_warning_can_be_explained_and_the_reason_goes_into_exports(stage: Stage) -> None:
    page = stage.checked()
    expect(page.locator(".pv-list__summary")).to_contain_text("已說明 0 項")
    page.get_by_role("button", name="填寫說明").click()
    page.get_by_label("說明（會寫入下載的報告與列印紀錄）").fill("該員輪值")
    page.get_by_role("button", name="儲存說明").click()
    expect(page.locator(".pv-card").filter(has_text="已說明：該員輪值")).to_have_count(1)
    expect(page.locator(".pv-list__summary")).to_contain_text("已說明 1 項")
    page.get_by_role("button", name="下載報告（CSV）").click()
    page.wait_for_function("pvEngine.calls.at(-1).op === 'export'")
    assert calls(page, "export")[0]["acknowledgements"] == [
        {"file": "376506200A_11006.json", "rule": "REC320", "pointer": "/records/3/start_date",
         "field": "start_date", "reason": "該員輪值"},
    ]  # fmt: skip


def test_what_was_not_checked_and_what_broke_is_said_in_words(stage: Stage) -> None:
    broken = report(
        [file_entry()], incidents=[{"rule": "REC301", "file": "a.json", "detail": "KeyError (rec301.py:12)"}]
    )
    page = stage.checked({"report": broken})
    expect(page.get_by_role("region", name="檢核程式的問題")).to_contain_text("KeyError (rec301.py:12)")
    page.get_by_text("1 條規則沒有檢核").click()
    expect(page.locator(".pv-notchecked")).to_contain_text("沒有提供這條規則要用的名冊（應報送機關名冊或機關代碼檔）：名冊中的機關沒有檔案")


def test_rule_text_opens_in_a_window_where_there_are_no_rule_pages(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_role("button", name="規則說明 COD105").click()
    expect(page.get_by_role("dialog", name="COD105 身分證字號檢查碼不符")).to_contain_text("最後一碼是檢查碼。")


def test_several_files_are_a_table_with_matrix_and_batch_findings(stage: Stage) -> None:
    batch = [{**entry("BAT601", title="同一機關同一年月有兩個檔案", person=None, line=None, column=None, pointer=None,
                      field=None, value=None), "files": ["a.json", "b.json"]}]  # fmt: skip
    matrix = [
        {
            "agency_code": "376506200A",
            "agency_name": "水上鄉公所",
            "period": "11006",
            "status": "error",
            "file": "a.json",
        },
        {
            "agency_code": "376506300A",
            "agency_name": "民雄鄉公所",
            "period": "11006",
            "status": "missing",
            "file": None,
        },
        {
            "agency_code": "376506400A",
            "agency_name": "大林鎮公所",
            "period": "11006",
            "status": "overdue",
            "file": None,
        },
    ]
    files = [file_entry("a.json", FINDINGS), file_entry("b.json")]
    page = stage.checked({"report": report(files, batch=batch, matrix=matrix)})
    table = page.get_by_role("region", name="檔案（2 個）")
    expect(table.get_by_role("row").nth(1)).to_contain_text("請先修正")
    expect(table.get_by_role("row").nth(1)).to_contain_text("110 年 7 月 20 日，還有 5 天")
    matrix_part = page.locator(".pv-matrix")
    expect(page.get_by_text("逾期未收到 1 份，尚未收到 1 份，請先修正 1 份。")).to_be_visible()
    expect(matrix_part.get_by_role("row")).to_have_count(4)
    page.get_by_role("button", name="複製還沒收到的機關").click()
    expect(page.locator("#pv-announce")).to_have_text("複製還沒收到的機關：已複製")
    page.get_by_label("只看還沒收到的機關").check()
    expect(matrix_part.get_by_role("row")).to_have_count(3)
    expect(matrix_part).not_to_contain_text("水上鄉公所")
    page.get_by_role("button", name="下載報送情形（Excel）").click()
    page.wait_for_function("pvEngine.calls.at(-1).payload.format === 'matrix'")
    expect(page.locator(".pv-card").filter(has_text="a.json、b.json")).to_have_count(1)
    table.get_by_role("button", name="a.json").click()
    page.get_by_role("button", name="只看這個檔案的問題（4 項）").click()
    expect(page.locator(".pv-list__summary")).to_contain_text("符合條件 5 項")


def test_people_whose_masked_ids_read_alike_are_two_groups(stage: Stage) -> None:
    alike = [entry(person={"id": "A12345****", "name": "王小明", "index": row, "first": row}) for row in (0, 4)]
    elsewhere = [entry(person={"id": "B23456****", "name": "李美華", "index": 1, "first": row}) for row in (1,)]
    files = [file_entry("a.json", alike), file_entry("b.json", elsewhere), file_entry("c.json", elsewhere)]
    page = stage.checked({"report": report(files)}, fragment="#sort=person")
    expect(page.locator(".pv-group__count")).to_have_text(["2 項", "1 項", "1 項"])
    page.locator(".pv-group").filter(has_text="王小明").first.get_by_role("button", name="下載這位同仁（Excel）").click()
    page.wait_for_function("pvEngine.calls.at(-1).op === 'export'")
    assert calls(page, "export")[-1]["person"] == [{"file": "a.json", "first": 0}]


def test_list_can_be_narrowed_to_one_person(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_label("人員", exact=True).fill("李美華")
    expect(page.locator(".pv-card")).to_have_count(1)
    page.get_by_label("人員", exact=True).fill("a12345")
    expect(page.locator(".pv-card")).to_have_count(2)
    assert "#" not in page.url


def test_reason_holds_for_the_corrected_file_and_new_findings_can_be_picked_out(stage: Stage) -> None:
    page = stage.checked()
    page.get_by_role("button", name="填寫說明").click()
    page.get_by_label("說明（會寫入下載的報告與列印紀錄）").fill("該員輪值")
    page.get_by_role("button", name="儲存說明").click()
    moved = {**FINDINGS[2], "line": 30, "pointer": "/records/2/start_date"}
    page.evaluate("report => pvFake.report = report", report([file_entry("again.json", [moved, entry("COD101", value="新")])]))
    give(page, "again.json")
    expect(page.locator(".pv-card").filter(has_text="已說明：該員輪值")).to_have_count(1)
    expect(page.locator(".pv-list__summary")).to_contain_text("已說明 1 項")
    page.get_by_label("只看新出現的 1").check()
    expect(page.locator(".pv-card")).to_have_count(1)
    expect(page.locator(".pv-card")).to_contain_text("新出現")
    page.get_by_text("已消失的項目").click()
    expect(page.locator(".pv-change li")).to_have_count(3)
    page.get_by_role("button", name="下載報告（JSON）").click()
    page.wait_for_function("pvEngine.calls.at(-1).op === 'export'")
    assert [one["pointer"] for one in calls(page, "export")[-1]["acknowledgements"]] == ["/records/2/start_date"]
    page.get_by_role("button", name="清除").click()
    give(page)
    wait_for(page, "done")
    expect(page.locator(".pv-list__summary")).to_contain_text("已說明 0 項")


def test_text_from_a_file_never_becomes_an_element(stage: Stage) -> None:
    evil = "<img src=x onerror=alert(1)>"
    fault = entry(message=evil, value=evil, expected=evil, person={"id": evil, "name": evil, "index": 0})
    page = stage.checked({"report": report([file_entry(evil, [fault], agency_name=evil)])})
    expect(page.locator("#pv-result")).to_contain_text(evil)
    assert page.locator("#pv-result img").count() == 0


def test_paper_has_every_finding_the_limits_and_signature_lines(stage: Stage) -> None:
    page = stage.checked()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    paper = page.locator(".pv-paper")
    expect(paper.locator("tbody tr")).to_have_count(4)
    for text in ("承辦：", "單位主管：", "不是主管機關公布的格式", "參考版型（reference 第 1 版"):
        expect(paper).to_contain_text(text)
    expect(page.locator(".pv-findings")).to_be_hidden()
    expect(page.get_by_label("選擇檔案")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)


def test_one_persons_findings_can_be_printed_alone(stage: Stage) -> None:
    page = stage.open()
    page.evaluate("globalThis.print = () => dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("button", name="載入範例", exact=True).click()
    page.get_by_role("radio", name="依人員").check()
    page.locator(".pv-group").filter(has_text="李美華").get_by_role("button", name="列印這位同仁").click()
    expect(page.locator(".pv-paper tbody tr")).to_have_count(1)
