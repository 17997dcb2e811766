"""What a rule says (`Fault`), what the engine keeps of it (`Finding`), and a rule's own failure (`Incident`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Fault:
    """What a rule returns when something is wrong. Sentences are made later, from the rule's templates and `params`.

    Args:
        field: canonical field at fault; default: the rule's first `reads` field.
        row: 0-based record index; only person and file rules set it (the engine knows it for the others).
        pointer: RFC 6901 pointer, for places that are neither a field nor a record ("" = the document).
        at_key: place the finding at the member's key, not at its value (unknown key).
        whole_record: place the finding at the record itself, not at one field of it.
        rows: the records that the fault explains; what folds under its rule at others stays. None: at every record.
        expected: what would be right, as text; "" where nothing is to be written there.
        expected_value: what would be right, as the JSON scalar to write there; None where no single value is known.
        by_class: staff class → `expected_value`, where it depends on whose record it is (form rules only).
        files: names of the files concerned (batch rules only).
        params: values for the message templates; a name ending in `person_id` is masked.
    """

    field: str | None = None
    row: int | None = None
    pointer: str | None = None
    at_key: bool = False
    whole_record: bool = False
    rows: frozenset[int] | None = None
    expected: str | None = None
    expected_value: str | int | float | bool | None = None
    by_class: Mapping[str, str] | None = None
    files: tuple[str, ...] = ()
    params: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Finding:
    """One fault of one rule, before sentences and positions are made.

    `row` is None outside the records. `field` is canonical. `offset` is known only for syntax faults.
    `folded` counts follow-on findings by rule id. `rows`: as in `Fault`. `first`: of a finding that stands for the same
    one at every record, that at the first of them. `choices`: the values of which one may stand there, where
    a schema lists them; they become `expected` once they are masked.
    """

    rule: str
    row: int | None = None
    field: str | None = None
    pointer: str | None = None
    at_key: bool = False
    whole_record: bool = False
    offset: int | None = None
    rows: frozenset[int] | None = None
    expected: str | None = None
    expected_value: str | int | float | bool | None = None
    files: tuple[str, ...] = ()
    params: dict[str, Any] = dataclasses.field(default_factory=dict)
    folded: dict[str, int] = dataclasses.field(default_factory=dict)
    first: Finding | None = None
    choices: tuple[Any, ...] = ()

    def fold(self, other: Finding) -> None:
        """Count `other`, and what it stands for, as a follow-on of this finding."""
        own = {} if other.rule in other.folded else {other.rule: 1}
        for rule, count in (own | other.folded).items():
            self.folded[rule] = self.folded.get(rule, 0) + count

    @classmethod
    def of(cls, rule: str, fault: Fault, *, row: int | None = None, default_field: str | None = None) -> Finding:
        """The finding for `fault`, with the place that the engine knows where the rule gave none."""
        return cls(
            rule=rule,
            row=row if fault.row is None else fault.row,
            field=fault.field or (None if fault.whole_record or fault.pointer is not None else default_field),
            pointer=fault.pointer,
            at_key=fault.at_key,
            whole_record=fault.whole_record,
            rows=fault.rows,
            expected=fault.expected,
            expected_value=fault.expected_value,
            files=fault.files,
            params=fault.params,
        )


@dataclass(frozen=True, slots=True)
class Undecided:
    """A record of which a person rule cannot tell: it counts as not checked."""

    row: int


@dataclass(frozen=True, slots=True)
class Incident:
    """A rule that broke. `detail` names the exception and the place in our code, never a value of the file."""

    rule: str
    file: str | None
    detail: str

    @classmethod
    def of(cls, rule: str, file: str | None, error: BaseException) -> Incident:
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = "?"
        if frame is not None:
            name = frame.tb_frame.f_code.co_filename.replace("\\", "/").rsplit("/", 1)[-1]
            where = f"{name}:{frame.tb_lineno}"
        return cls(rule, file, f"{type(error).__name__} ({where})")
