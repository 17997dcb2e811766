"""Check lists, explained terms and Chinese line ends."""

from __future__ import annotations

import re

import markdown

from pages.manual_markup import ManualExtension, read_glossary


def render(text: str, terms: dict[str, str] | None = None) -> str:
    return markdown.markdown(text, extensions=["tables", "fenced_code", ManualExtension(terms or {})])


def test_checklist_items_become_labelled_boxes() -> None:
    html = render("- [ ] 先看 **這裡**\n- [ ] 再看那裡\n")
    assert '<ul class="pv-checklist">' in html
    assert '<li><label><input type="checkbox" /> 先看 <strong>這裡</strong></label></li>' in html


def test_plain_lists_stay_plain() -> None:
    assert render("- 一\n- 二\n") == "<ul>\n<li>一</li>\n<li>二</li>\n</ul>"


def test_term_is_explained_once_inside_a_sentence() -> None:
    html = render("請到彙整平臺。\n\n再回彙整平臺。", {"彙整平臺": "收資料的平臺"})
    assert html.count("<abbr") == 1
    assert '請到<abbr title="收資料的平臺">彙整平臺</abbr>。' in html


def test_term_is_left_alone_in_code_links_and_headings() -> None:
    html = render("# JSON\n\n`JSON` [JSON](x.html)\n\n```\nJSON\n```\n", {"JSON": "格式"})
    assert "<abbr" not in html


def test_latin_term_matches_whole_words_only() -> None:
    assert "<abbr" not in render("BOMB", {"BOM": "x"})
    assert "<abbr" in render("有BOM嗎", {"BOM": "x"})


def test_longest_term_wins() -> None:
    html = render("先做彙整平臺授權。", {"彙整平臺": "短", "彙整平臺授權": "長"})
    assert '<abbr title="長">彙整平臺授權</abbr>' in html


def test_terms_can_be_left_alone_on_a_page() -> None:
    extension = ManualExtension({"BOM": "x"})
    extension.marks_terms = False
    assert "<abbr" not in markdown.markdown("有BOM嗎", extensions=[extension])


def test_text_around_several_terms_keeps_its_order() -> None:
    html = render("甲 BOM 乙 UTF-8 丙 **丁** 戊 JSON 己", {"BOM": "1", "UTF-8": "2", "JSON": "3"})
    plain = re.sub("</?abbr[^>]*>", "", html)
    assert html.count("<abbr") == 3
    assert plain == "<p>甲 BOM 乙 UTF-8 丙 <strong>丁</strong> 戊 JSON 己</p>"


def test_chinese_lines_join_without_a_space() -> None:
    assert render("第一行。\n第二行") == "<p>第一行。第二行</p>"
    assert render("English\nline") == "<p>English\nline</p>"


def test_glossary_is_read_with_both_names_of_a_term() -> None:
    terms = read_glossary("人事服務網（eCPA）\n\n:   登入**網站**，見[說明](a.md)。\n\nBOM\n\n:   位元組。\n")
    assert terms == {"人事服務網": "登入網站，見說明。", "eCPA": "登入網站，見說明。", "BOM": "位元組。"}
