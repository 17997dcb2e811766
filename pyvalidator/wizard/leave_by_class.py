"""Names of leave that mean another kind for each staff class: proposed where all persons of the file are of one."""

from __future__ import annotations

from pyvalidator.domain.leave_kinds import agreed, meant_by_class
from pyvalidator.domain.staff_classes import CLASS_OF_CATEGORY, STAFF_CLASSES
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.names import leave_names


def propose_by_class(choices: list[Choice]) -> None:
    """Fill in what such names mean by the classes that the file tells; where these are several, or not told, none is
    chosen."""
    classes = _classes(choices)
    official = {name: name for name in leave_names()}
    for choice in choices if classes else ():
        for text, name in choice.codes.items() if choice.field == "leave_type" else ():
            if not name and (meant := agreed(meant_by_class(text, official), classes)):
                choice.codes[text] = meant
                choice.proposed.add(text)


def _classes(choices: list[Choice]) -> set[str]:
    """The staff classes in the file; none where any person's is not known."""
    known = {"staff_class": {name: name for name in STAFF_CLASSES}, "person_category": CLASS_OF_CATEGORY}
    for field, meanings in known.items():
        for choice in choices:
            if choice.field == field:
                told = {choice.codes.get(text) or meanings.get(text, "") for text in choice.column.texts}
                return told if "" not in told else set()
    return set()
