"""One field of a file as a profile says it: key, type, form; and which fields may share one value."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.profile import notations
from pyvalidator.profile.amount_forms import amount_form
from pyvalidator.profile.layout import Level
from pyvalidator.profile.settings import CONFIG, Checked, InnerPointer, compiles, positive
from pyvalidator.source.pointers import Keyed

FieldType = Literal[
    "text",
    "agency_code",
    "person_id",
    "period",
    "date",
    "time",
    "integer",
    "number",
    "boolean",
    "choice",
    "digits",
    "any",
]

@dataclass(frozen=True, kw_only=True)
class FieldSpec(Keyed):
    """One field of a file.

    Attributes:
        name: canonical name (`CANONICAL`); a name outside it is checked for form only.
        key: the key in the file. level: on which object it stands. inside: where in it, when it stands on an object
            further down: `/機關` for a key of the object under 機關. Two fields of one level and path share a value.
        max_length: in code points. format: date, period and time form, e.g. `YYYMMDD` (YYY = ROC year). A date and a
            time that the file writes as one value are two fields with one key and one format, `YYYY-MM-DD HH:mm`.
        table: code table of a `choice`; for other types None.
        true, false: how a boolean is written, where not as JSON true and false.
        blank: whether a text of only white space is allowed.
        end_of_day: whether 24:00 is allowed.
        as_text: a number that is written as text ("1.5"); its limits are then not part of the form.
        as_number: codes of a `choice` (the table has them as text, "3"), dates, months and times that are written as
            JSON numbers: 3, 1100607, 800 for 08:00.
        mixed: text in some records and a number in others, of the same value.
        unit: of an amount of leave. `hours` with a key of its own may be in `minutes`. One key for the whole amount is
            two fields, `days` and `hours`, with that key and one unit (`hours`: 12 is 1 day and 4 hours).
        more_keys: further keys beside `key`; their values follow its, a blank between each two: 110 6 7 of three keys
            has the format `YYY M D`.
        missing: what is written where there is no value, instead of the profile's `missing`. default: what a missing
            value means, as the file would write it.
        slots: words that stand for a time of day (`HHMM`): 上午 = 0800.
    """

    __pydantic_config__ = CONFIG

    name: str
    key: str
    title: str
    type: FieldType
    level: Level = "record"
    inside: InnerPointer = ""
    required: bool = True
    help: str = ""
    example: Any = None
    max_length: Annotated[int, Checked(positive)] | None = None
    blank: bool = False
    pattern: Annotated[str, Checked(compiles)] | None = None
    format: str | None = None
    table: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    below: int | float | None = None
    step: int | float | None = None
    true: list[Any] | None = None
    false: list[Any] | None = None
    end_of_day: bool = False
    as_text: bool = False
    as_number: bool = False
    mixed: bool = False
    unit: Literal["days", "hours", "minutes"] | None = None
    more_keys: list[str] = field(default_factory=list)
    missing: list[Any] | None = None
    default: Any = None
    slots: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.format is not None:
            _check_format(self)
        if self.slots:
            _check_slots(self)
        if (self.type == "choice") != (self.table is not None):
            raise ValueError("型別為 choice 的欄位必須指定代碼表 table；其他型別不可指定")
        if self.as_number and self.type != "choice" and self.type not in notations.DEFAULT_FORMATS:
            raise ValueError("只有代碼（choice）、日期、年月與時間可以指定 as_number；數字欄位本來就寫成數字")
        if (self.as_number or self.mixed) and self.type in notations.DEFAULT_FORMATS and not self.slots:
            shown = self.format or notations.DEFAULT_FORMATS[self.type]
            if notations.form_of(self.type, shown).numbers is None:
                raise ValueError(f"「{shown}」除了數字還有別的字，不能寫成數字（as_number、mixed）")
        if self.mixed and self.type in ("digits", "person_id", "agency_code"):
            raise ValueError("寫成數字就會遺失開頭的 0，這種欄位不能指定 mixed；請廠商一律產製為文字")
        if self.mixed and self.type in ("boolean", "any"):
            raise ValueError("是否欄位請把各種寫法都列在 true 與 false，不必指定 mixed")
        if (self.true is None) != (self.false is None):
            raise ValueError("true 與 false 的寫法必須一起指定")
        if self.unit is not None and (self.name not in UNIT_MINUTES or self.type not in notations.NUMBER_TEXTS):
            raise ValueError("只有日數（days）與時數（hours）的數字可以指定單位 unit")
        limits = [limit for limit in (self.minimum, self.maximum, self.below, self.step) if limit is not None]
        if not all(map(math.isfinite, limits)):
            raise ValueError("minimum、maximum、below 與 step 應為有限的數字")
        if self.step is not None and self.step <= 0:
            raise ValueError("step 應大於 0")


def _check_format(spec: FieldSpec) -> None:
    if spec.type in notations.DEFAULT_FORMATS:
        notations.check_format(spec.type, spec.format or "")
        if notations.is_range(spec.format) and spec.name not in notations.SPAN:
            raise ValueError("起訖寫在一起的格式，只能用在起訖日期與起訖時間")
    elif spec.name in UNIT_MINUTES and spec.type in notations.NUMBER_TEXTS:
        if spec.unit is not None:
            raise ValueError("請假長度寫了 format，就不必寫單位 unit，請刪除 unit")
        if said := amount_form(spec.format or "").fault:
            raise ValueError(said)
        if any(limit is not None for limit in (spec.step, spec.below, spec.maximum)):
            raise ValueError("請假長度寫了 format，就不能再寫 step、below 或 maximum：這些數字不是請假的長度")


def _check_slots(spec: FieldSpec) -> None:
    if spec.type != "time":
        raise ValueError("只有時間欄位可以指定 slots（上午、下午等字代表的時刻）")
    for word, time in spec.slots.items():
        if not re.fullmatch("([01][0-9]|2[0-3])[0-5][0-9]|2400", time):
            raise ValueError(f"slots 的「{word}」請寫 24 小時制的四碼時刻，例如 0800")


def one_moment(first: FieldSpec, second: FieldSpec) -> bool:
    """Whether two fields are parts of one value: a day and its time, start and end, or two words for times."""
    if {first.name, second.name} == {"start_time", "end_time"} and first.slots and second.slots:
        same = first.slots.keys() == second.slots.keys()
        return same and first.format == second.format and first.required == second.required
    if any(getattr(first, part) != getattr(second, part) for part in _SAME_VALUE):
        return False
    kinds = {first.type, second.type}
    if {first.name, second.name} <= notations.SPAN and not kinds - {"date", "time"}:
        # Start and end of one text; or a day on which the leave both starts and ends.
        return notations.is_range(first.format) or kinds == {"date"} or notations.holds_both(first.format)
    return kinds == {"date", "time"} and notations.holds_both(first.format)


_SAME_VALUE = ("format", "required", "end_of_day", "more_keys", "as_number", "as_text", "mixed")
_AMOUNT = ("unit", "format", "mixed", "type", "required", "as_text", "minimum", "maximum", "below", "step")


def one_amount(first: FieldSpec, second: FieldSpec) -> bool:
    """Whether two fields are the days and the hours of one value."""
    return (
        {first.name, second.name} == {"days", "hours"}
        and (first.unit is not None or first.format is not None)
        and all(getattr(first, part) == getattr(second, part) for part in _AMOUNT)
    )


def is_whole_amount(spec: FieldSpec) -> bool:
    """Whether the format of an amount says more than its field: days and parts of a day."""
    if spec.name not in UNIT_MINUTES or spec.format is None:
        return False
    units = amount_form(spec.format).units
    return units != {"D"} if spec.name == "days" else "D" in units
