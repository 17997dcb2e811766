"""How a rule is written: one module, one decorated function, its examples.

```python
\"\"\"身分證字號檢查碼不符。

國民身分證統一編號的最後一碼是檢查碼……

## 為什麼重要

……
\"\"\"
from pyvalidator.rule import Example, Fault, sample, value_rule

@value_rule("COD105", reads="person_id", severity="error", since="1.0",
            message="{label}「{value}」的檢查碼不符。", fix="請對照人事資料更正{label}。",
            sources=["國民身分證統一編號編碼規則"])
def check(value, context):
    return None if checksum_is_right(value) else Fault()

EXAMPLES = [Example("正確", sample(person_id="A123456789")),
            Example("末碼打錯", sample(person_id="A123456788"), fires_at="/records/0/person_id")]
```

The kinds, and what each function gets and returns (`None` = nothing wrong):

| decorator | called | arguments | returns |
|---|---|---|---|
| `syntax_rule` | never; the reader reports `fault_code` | – | – |
| `container_rule` | never; the form stage reports `fault_code` of an object or array | – | – |
| `schema_rule` | never; the user's own JSON Schema reports `fault_code` | – | – |
| `form_rule` | per field and distinct raw value | `(spec, value, profile)` | `Fault` or None |
| `value_rule` | per distinct value of each `reads` field | `(value, context)` | `Fault` or None |
| `record_rule` | per distinct combination of `reads` | `(*values, context)` | `Fault`, list of them, or None |
| `person_rule` | per person with `reads` readable | `(person, context)` | iterable of `Fault` with `row` |
| `file_rule` | once per file | `(file)` | iterable of `Fault` |
| `batch_rule` | once per batch | `(batch)` | iterable of `Fault` with `files` |

Values are canonical (dates are `datetime.date`, times minutes, codes the canonical name); a value that the form
stage refused never reaches a rule. Message templates may use `{label}` (the field's title in the profile in use),
`{value}`, `{key}`, every name in `Fault.params`, and `{expected}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pyvalidator.domain.law_text import fill_law
from pyvalidator.engine.batch import Batch
from pyvalidator.engine.contexts import Context, FileView, Person
from pyvalidator.engine.finding import Fault, Undecided
from pyvalidator.profile import FieldSpec, Profile

__all__ = [
    "Answers", "Batch", "Context", "Deprecation", "Example", "Fault", "Faults", "FieldSpec", "FileView", "Person",
    "Profile", "Rule", "Undecided", "batch_rule", "container_rule", "document", "file_rule", "form_rule",
    "person_rule", "record_rule", "sample", "schema_rule", "syntax_rule", "value_rule",
]  # fmt: skip

#: What person, file and batch rules return; person rules also what they cannot tell.
Faults = Iterable[Fault]
Answers = Iterable[Fault | Undecided]

Kind = Literal["syntax", "container", "schema", "form", "value", "record", "person", "file", "batch"]
Severity = Literal["error", "warning", "info"]
#: Who enters or produces a value: 單位承辦 (the leave form), 人事 (person and agency data), 廠商 (the export),
#: 主管機關.
Owner = Literal["unit", "personnel", "vendor", "supervisor"]


@dataclass(frozen=True)
class Deprecation:
    """Why a rule will go: it still runs, and says so wherever it is described.

    Args:
        since: the first version in which the rule is deprecated, e.g. `1.2`.
        reason: a whole sentence for the user, in Traditional Chinese.
        instead: ids of the rules to look at instead.
    """

    since: str
    reason: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        id: never reused, e.g. `COD105`.
        severity: default; a profile may override it.
        owner: who can change what this rule is about, the most likely one first; a rule without one is refused when
            the rules are loaded.
        law: names of the limits of `domain/leave_law.py` that it judges by; their figures are told with its sources.
        reads: canonical field names the rule needs; of several, a record rule gets one value each, in this order.
        of_persons: a file rule that compares the records of a person, told by an ID or a number of the house.
        may_lack: those of `reads` without which the rule can still tell something; it is then given None for them, also
            where the profile has no such field. Of days and hours one is needed; the other is then 0.
        message, fix: templates in Traditional Chinese, see the module's docstring.
        fix_if_new: what to do instead where a profile makes an error a warning: what a layout that was drawn up from
            some months' files has not seen yet is a question about the profile.
        fault_code: what the reader (syntax rules), the form stage (container rules) or the check against the user's
            schema calls the fault that this rule is about.
        types: semantic types (form and value rules: apply to every field of these types).
        order: form rules of one value are tried in this order and the first that fires wins.
        which_persons: whom a person rule is called for: `all` persons, those with `several_values` in what it reads, or
            those with two leaves that are `on_one_day`. The others cannot be at fault.
        raw: a value rule gets the value as written instead of the canonical one.
        trigger_chars: a character class (value rules on texts): a text without any of these characters cannot be at
            fault, and in most files none of them occurs at all.
        needs: what must be given for the rule to run: `roster`, `agencies`, `calendar`. `office`: a record rule is told
            what the file's own leaves show of the office (`context.office`).
        folds_under: ids of root rules; where one of them fires at the same record (or, outside the records, the same
            file), this rule's finding is folded under it.
        one_cause: whether this fault at every record of a file has one cause and is told once, of the file (see
            `engine/one_cause.py`). Default: so for what is wrong with keys and values, which programs write; not for
            what people enter, and what several values say together.
        only_alone: its finding is told only where the file has nothing to be corrected or confirmed.
        whole_text: the rule compares figures of the whole file (record count, empty, gaps); where parts of the text
            could not be read, its finding is folded under the syntax fault.
        never_off: no profile may switch it off: it tells what was not looked at.
        reads_content: False for a batch rule that needs only names and bytes.
        deprecated: given while the rule still runs and is to go; removed rules stand in `rules/removed.toml`.
    """

    id: str
    kind: Kind
    severity: Severity
    message: str
    fix: str
    check: Callable[..., Any] | None
    since: str
    fix_if_new: str = ""
    sources: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    owner: tuple[Owner, ...] = ()
    reads: tuple[str, ...] = ()
    of_persons: bool = False
    may_lack: tuple[str, ...] = ()
    fault_code: str = ""
    types: tuple[str, ...] = ()
    order: int = 50
    which_persons: Literal["all", "several_values", "on_one_day"] = "all"
    raw: bool = False
    trigger_chars: str = ""
    needs: tuple[str, ...] = ()
    folds_under: tuple[str, ...] = ()
    one_cause: bool | None = None
    only_alone: bool = False
    whole_text: bool = False
    never_off: bool = False
    reads_content: bool = True
    deprecated: Deprecation | None = None
    module: str = ""
    title: str = ""
    doc: str = ""
    stage: str = ""
    examples: tuple[Example, ...] = ()

    @property
    def told_once(self) -> bool:
        """Whether this fault at every record is told once; see `one_cause`."""
        return self.kind in ("container", "form", "value", "schema") if self.one_cause is None else self.one_cause

    @property
    def documentation(self) -> str:
        """The text below the title, with letters, dates and days of the law from the data."""
        return fill_law(self.doc)

    @property
    def state(self) -> Literal["active", "deprecated"]:
        """A removed rule has no module and is no `Rule` any more."""
        return "active" if self.deprecated is None else "deprecated"


@dataclass(frozen=True)
class Example:
    """A small file that shows the rule, run through the whole pipeline by the tests and shown on the rule's page.

    Args:
        title: what the example shows, in Traditional Chinese.
        content: a document (dict/list, written as JSON), the text itself, bytes, or a function that makes one of
            these (for contents that take long to make); for batch rules a mapping
            `{file name: content}` wrapped in `files`.
        fires_at: the pointer at which the rule must fire; None: the file must be free of this rule's findings.
        files: several files, for batch rules.
        today: the day taken as today, ISO.
        options: further `pipeline.Options` values (`roster`, `agencies`, `schema`, `days_off`, `profile`), as texts, or
            functions that make one.
    """

    title: str
    content: Any = None
    fires_at: str | None = None
    files: dict[str, Any] = field(default_factory=dict)
    today: str = "2021-07-10"
    options: Mapping[str, str | Callable[[], str]] = field(default_factory=dict)


def syntax_rule(id: str, *, fault_code: str, **metadata: Any) -> Rule:
    """A rule whose fault the reader finds; assign the result to `RULE` in the module."""
    return Rule(id=id, kind="syntax", check=None, fault_code=fault_code, **_tuples(metadata))


def container_rule(id: str, *, fault_code: str, **metadata: Any) -> Rule:
    """A rule whose fault the form stage finds in the containers; assign the result to `RULE` in the module.

    `fault_code`: `other_layout`, `missing_field`, `missing_container`, `wrong_container`, `element_not_object`,
    `unknown_key`, `renamed_keys`, `page_of_several`, `state_key`, `no_leave`, `no_list`, `row_length`,
    `column_name`; `layout_changed`,
    `no_place_essential`, `no_place_wanted`, `data_elsewhere`, `name_not_fitting`, `given_differs` (of the coverage).
    Params: `key`; `found` (the JSON type found), `expected` type in words; `nearest` (nearest key).
    """
    return Rule(id=id, kind="container", check=None, fault_code=fault_code, **_tuples(metadata))


def schema_rule(id: str, *, fault_code: str, **metadata: Any) -> Rule:
    """A rule whose fault the user's own JSON Schema finds (`schema/user_schema.py`); assign it to `RULE`."""
    return Rule(id=id, kind="schema", check=None, fault_code=fault_code, **_tuples(metadata))


def _decorator(kind: Kind) -> Callable[..., Callable[[Callable[..., Any]], Callable[..., Any]]]:
    def decorate_with(id: str, **metadata: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def decorate(check: Callable[..., Any]) -> Callable[..., Any]:
            check.rule = Rule(id=id, kind=kind, check=check, **_tuples(metadata))  # type: ignore[attr-defined]
            return check

        return decorate

    return decorate_with


def _tuples(metadata: dict[str, Any]) -> dict[str, Any]:
    for name in ("reads", "may_lack", "types", "needs", "folds_under", "sources", "law", "owner"):
        given = metadata.get(name)
        if given is not None:
            metadata[name] = (given,) if isinstance(given, str) else tuple(given)
    return metadata


form_rule = _decorator("form")
value_rule = _decorator("value")
record_rule = _decorator("record")
person_rule = _decorator("person")
file_rule = _decorator("file")
batch_rule = _decorator("batch")

_RECORD: dict[str, Any] = {
    "person_id": "A123456789", "person_name": "王小明", "person_category": "01", "job_title": "課員", "unit": "民政課",
    "leave_type": "病假", "start_date": "1100607", "start_time": "0800", "end_date": "1100607", "end_time": "1700",
    "days": 1, "hours": 0, "covid_related": False, "reason": "感冒就醫",
}  # fmt: skip

_HEADER: dict[str, Any] = {
    "format_version": "1.0", "agency_code": "376506200A", "agency_name": "水上鄉公所", "period": "11006",
    "dataset": "monthly", "generated_at": "1100705", "system_name": "差勤系統 3.2",
}  # fmt: skip


def sample(**changes: Any) -> dict[str, Any]:
    """A clean one-record file of the reference profile with the record's keys changed (`...` removes a key)."""
    return document([changes])


def document(records: Iterable[dict[str, Any]] = ({},), /, **header: Any) -> dict[str, Any]:
    """A clean file of the reference profile: each of `records` is laid over the clean record, `header` over the
    clean header (`...` removes a key); `record_count` follows the records unless given."""
    rows = [_changed(_RECORD, changes) for changes in records]
    return _changed({**_HEADER, "record_count": len(rows), "records": rows}, header)


def _changed(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = {**base, **changes}
    return {key: value for key, value in merged.items() if value is not ...}
