"""Nobody here knows what the platform does inside: each sentence that names it is one that is known to be true.

`platform_sentences.toml` has the phrases that may stand in any sentence, and the sentences that were read one by one,
each group with the reason why it is no claim about the platform's insides.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from user_text import every_text

_ALLOWED = tomllib.loads(Path(__file__).with_name("platform_sentences.toml").read_text("utf-8"))
_END = re.compile(r"(?<=[。！？；\n])|(?<=\|)|\n")
_MARKS = re.compile(r"[*>#`]|\[ \]|\{:[^}]*\}|\]\([^)]*\)|\[|^\s*(?:[-:]|[0-9]+\.)\s+")


def sentence(text: str) -> str:
    """Without what is only markup."""
    return _MARKS.sub("", text.strip().strip("|")).strip()


@cache
def sentences() -> dict[str, list[str]]:
    """Each sentence that names the platform → where it stands."""
    found: dict[str, list[str]] = {}
    for path, line, text in every_text():
        for part in _END.split(text):
            if "平臺" in part:
                found.setdefault(sentence(part), []).append(f"{path.name}:{line}")
    return found


def rest(text: str) -> str:
    """What is left of a sentence without the phrases that are no claim."""
    for group in _ALLOWED["phrase"]:
        for words in group["words"]:
            text = text.replace(words, "")
    return text


def test_no_sentence_claims_what_nobody_knows_of_the_platform() -> None:
    read = {text for group in _ALLOWED["read"] for text in group["sentences"]}
    unknown = [f"{places[0]}: {text}" for text, places in sentences().items() if "平臺" in rest(text) and text not in read]
    assert unknown == [], (
        "say only what the letter or the platform's own pages say; then add the sentence to "
        "tests/docs/platform_sentences.toml, with its reason"
    )


def test_what_was_read_is_still_written() -> None:
    assert [text for group in _ALLOWED["read"] for text in group["sentences"] if text not in sentences()] == []
    written = " ".join(sentences())
    assert [words for group in _ALLOWED["phrase"] for words in group["words"] if words not in written] == []


def test_claims_of_each_kind_are_found() -> None:
    for claim in ("平臺會當成兩筆。", "彙整平臺以身分證字號對應人員。", "平臺只收 UTF-8。", "平臺可能讀不到。"):
        assert "平臺" in rest(claim), claim


def test_no_text_speaks_of_what_the_platform_does_with_a_record_without_naming_it() -> None:
    inside = re.compile("歸戶|列為未報送|當成兩筆報送|系統會退回|會被退件")
    assert [f"{path.name}:{line}: {text}" for path, line, text in every_text() if inside.search(text)] == []
