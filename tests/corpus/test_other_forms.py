"""What only a profile with forms of its own can find wrong: each is the only finding of a file that is sound otherwise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cases import LATER, base
from support import options

from pyvalidator.engine.examples import profile_with
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.repair.convert import convert_json

REFERENCE = built_in_profiles()["reference"]
_TOTAL = 'type = "number"\nkey = "total"\n'
#: Rule, what the profile says of its fields, the key at fault of the header or of the first record, the value there.
OF_FORMS: list[tuple[str, dict[str, str], str, Any]] = [
    ("STR345", {"generated_at": 'format = "YYYY-MM-DDTHH:mmZ"'}, "generated_at", "2021-07-05T09:30"),
    ("STR935", dict.fromkeys(("days", "hours"), f'{_TOTAL}format = "D日H時"'), "total", "1天"),
    ("COD225", {"start_time": 'format = "HHMM"\nas_number = true'}, "start_time", 8),
    ("COD230", dict.fromkeys(("days", "hours"), f'{_TOTAL}format = "D.H"'), "total", 0.8),
]


@pytest.mark.parametrize(("rule", "settings", "key", "value"), OF_FORMS, ids=[case[0] for case in OF_FORMS])
def test_a_value_that_the_form_does_not_allow_is_the_only_finding(
    rule: str, settings: dict[str, str], key: str, value: Any
) -> None:
    profile = load_profile(profile_with(**settings)(), "p.toml")
    sound = json.dumps(base(REFERENCE)[0].write().document, ensure_ascii=False)
    document = json.loads(convert_json(sound.encode(), profile, REFERENCE).text)
    for changed in (False, True):
        holder, place = (document, "") if key in document else (document["records"][0], "/records/0")
        if changed:
            holder[key] = value
        data = json.dumps(document, ensure_ascii=False).encode()
        report = check([Incoming("f.json", data)], options(profile=profile, today=LATER)).files[0]
        told = [(entry.rule, entry.pointer) for entry in report.findings]
        assert told == ([(rule, f"{place}/{key}")] if changed else [])
