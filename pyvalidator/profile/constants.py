"""Values that a layout itself settles: written as the reference profile writes them, whatever the layout's own way."""

from __future__ import annotations

from typing import Any

from pyvalidator.profile.fit import read
from pyvalidator.profile.load import built_in_profiles


def constant(name: str, value: Any) -> Any:
    """The canonical value of a constant; None where it has not the form of its field, or names nothing real."""
    reference = built_in_profiles()["reference"]
    spec = reference.by_name.get(name)
    if spec is None:
        return value if isinstance(value, str) else None
    return read(reference, spec, value)
