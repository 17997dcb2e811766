"""Whose rules of leave apply to a person: told by the file, or shown by what leave the person takes.

Which kind of leave shows which class, and by which law: `data/leave_law.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: Canonical values of the field `staff_class`.
STAFF_CLASSES = ("公務人員", "教師", "聘僱人員", "適用勞基法人員")
TEACHER = "教師"
#: 人員區分代碼 of which this tool takes the class for known when it names a kind of leave. An assumption: the official
#: list is not public, and of no other code is any word known.
CLASS_OF_CATEGORY = {"01": STAFF_CLASSES[0]}
#: Last characters of the codes of agencies that are no schools, as they are in the official list (data set 7307), which
#: has no legend of them.
_NO_SCHOOL = frozenset("ACDEFGHIJKMNP")


@dataclass(frozen=True, slots=True)
class Staff:
    """The classes that a person may belong to. `told`: the file says so. `shown_by`: else the kind that shows it."""

    classes: tuple[str, ...] = STAFF_CLASSES
    told: bool = False
    shown_by: str | None = None


def staff_of(told: str | None, kinds: Iterable[str | None], shown: Mapping[str, tuple[str, ...]], *,
             school: bool = True) -> Staff:  # fmt: skip
    """The classes a person may belong to.

    Args:
        told: what the file says; a word that names no class tells nothing.
        kinds: the kinds of the person's leaves. Where they contradict each other, they show nothing.
        shown: kind → the classes that take it, as the law has it.
        school: whether the agency may be a school; elsewhere nobody is a teacher unless the file says so.
    """
    if told in STAFF_CLASSES:
        return Staff((told,), told=True)
    taken = set(kinds)
    telling = [kind for kind in shown if kind in taken]
    classes = tuple(name for name in STAFF_CLASSES if school or name != TEACHER)
    left = tuple(name for name in classes if all(name in shown[kind] for kind in telling))
    return Staff(left, shown_by=telling[0]) if telling and left else Staff(classes)


def may_be_school(agency_code: str | None, agency_name: str | None) -> bool:
    """Whether an agency may be a school, by the end of its code and by its name; where neither tells, it may."""
    return not agency_code or agency_code[-1] not in _NO_SCHOOL or "學" in (agency_name or "")
