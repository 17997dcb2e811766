"""JSON samples in the documentation: each says in a comment before it what the checker answers.

```
<!-- check: pass -->                              a whole file, without an error or a warning
<!-- check: COD105 -->                            a whole file with exactly these rules' findings
<!-- check: pass record period=11006 -->          one record, in a clean file with these header values
```
The page shows the answer above the sample, in the checker's own sentences; `tests/docs/test_samples.py` holds it true.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.report.model import FileReport
from pyvalidator.rule import document

_SAMPLE = re.compile(
    r"^(?P<indent> *)<!-- check: (?P<spec>[^>]+?) -->\n\s*?(?P<fence> *```json[^\n]*\n(?P<text>.*?)\n *```)$",
    re.MULTILINE | re.DOTALL,
)
_RULE_ID = re.compile(r"[A-Z]{3}\d{3}")


@dataclass(frozen=True)
class DocSample:
    """One sample: `rules` expected (none = passes), the text, whether it is one record, header values, today."""

    rules: tuple[str, ...]
    text: str
    is_record: bool = False
    header: dict[str, str] = field(default_factory=dict)
    today: str = "2021-08-10"

    def content(self) -> Any:
        """The file that the sample stands for: its text, or a clean file around its one record."""
        if not self.is_record:
            return self.text
        whole = document(**self.header)
        return {**whole, "records": [json.loads(self.text)]}

    def check(self) -> FileReport:
        """What the checker says to it on the sample's day."""
        file = Incoming("sample.json", example_bytes(self.content()))
        return check([file], Options(today=date.fromisoformat(self.today))).files[0]


def find_samples(markdown: str) -> Iterator[DocSample]:
    """The samples of one page, in order. Raises ValueError when a comment cannot be understood."""
    for match in _SAMPLE.finditer(markdown):
        yield _read(match)


def _read(match: re.Match[str]) -> DocSample:
    rules: list[str] = []
    header: dict[str, str] = {}
    words = match["spec"].replace(",", " ").split()
    for word in words:
        key, equals, value = word.partition("=")
        if equals:
            header[key] = value
        elif _RULE_ID.fullmatch(word):
            rules.append(word)
        elif word not in ("pass", "record"):
            raise ValueError(f"unknown word {word!r} in: <!-- check: {match['spec']} -->")
    if bool(rules) == ("pass" in words):
        raise ValueError(f"say either pass or the rules, not both: <!-- check: {match['spec']} -->")
    indent = len(match["indent"])
    text = "\n".join(line[indent:] for line in match["text"].split("\n"))
    return DocSample(tuple(rules), text, "record" in words, header, header.pop("today", DocSample.today))


def render_samples(markdown: str, link: Callable[[str], str]) -> str:
    """The page with each comment replaced by what the checker says; `link(rule id)` gives a rule's Markdown link."""

    def answer(match: re.Match[str]) -> str:
        sample = _read(match)
        lines = ["檢核這個例子：未發現錯誤", "{: .pv-sample .pv-sample--good }"]
        if sample.rules:
            found = [entry for entry in sample.check().findings if entry.rule in sample.rules]
            lines = [
                f"檢核這個例子：會指出 {'、'.join(map(link, sample.rules))}",
                "{: .pv-sample .pv-sample--bad }",
                *(f"\n> {literal(entry.message)}{literal(entry.fix)}" for entry in found),
            ]
        indent = match["indent"]
        return "\n".join(f"{indent}{line}" for line in "\n".join(lines).split("\n")) + f"\n\n{match['fence']}"

    return _SAMPLE.sub(answer, markdown)


def literal(text: str) -> str:
    """Text in which Markdown sees no markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text.replace("\n", " "))
