"""Profile → table → profile gives the same profile, whatever it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.load import load_profile
from pyvalidator.spec_table import read_spec, spec_toml
from pyvalidator.spec_table.files import grids_of, table_csv, table_xlsx
from pyvalidator.spec_table.own_table import OwnTableError, profile_of_own

PROFILES = list(built_in_profiles().values())


def there_and_back(profile: Profile, make=table_csv) -> Profile:  # type: ignore[no-untyped-def]
    return profile_of_own(grids_of(make(profile))[0])


@pytest.mark.parametrize("make", [table_csv, table_xlsx], ids=["csv", "xlsx"])
@pytest.mark.parametrize("profile", PROFILES, ids=[profile.id for profile in PROFILES])
def test_built_in_profiles_come_back(profile: Profile, make) -> None:  # type: ignore[no-untyped-def]
    assert there_and_back(profile, make) == profile
    spec = read_spec(make(profile))
    assert spec.profile() == profile
    assert load_profile(spec_toml(spec), "t.toml") == profile


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n\t ,\"'=是否|"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT.filter(bool), TEXT.filter(lambda key: key not in ("", "*")), st.dictionaries(TEXT, TEXT, max_size=3),
       st.sampled_from([None, 3, "3", True, " x "]))  # fmt: skip
def test_any_text_comes_back(help: str, title: str, key: str, table: dict[str, str], example: object) -> None:
    profile = PROFILES[0]
    first = replace(profile.fields[1], help=help, title=title, key=key or "k", example=example)
    fields = [first, *(spec for spec in profile.fields[2:] if spec.key != first.key)]
    changed = replace(profile, fields=fields, tables={**profile.tables, " a": table, "空": {}}, note=help, missing=["null", "-", ""])
    assert there_and_back(changed) == changed
    assert there_and_back(changed, table_xlsx) == changed


def test_faults_name_row_column_and_the_nearest_word() -> None:
    text = table_csv(PROFILES[0]).decode("utf-8-sig")
    broken = text.replace("機關代碼,,,是,,報送", "機關代瑪,,,對,,報送", 1).replace('"{pattern', '"{pattern pattern', 1)
    assert broken != text
    with pytest.raises(OwnTableError) as caught:
        read_spec(broken.encode())
    said = [str(fault) for fault in caught.value.faults]
    assert any("E 欄：型態「機關代瑪」不認得；您要寫的是「機關代碼」嗎？" in each for each in said)
    assert any("H 欄：必填請寫「是」或「否」，不是「對」" in each for each in said)
    assert any("M 欄" in each and "寫法不正確" in each for each in said)


def test_a_contradiction_is_told_in_the_profile_s_words() -> None:
    text = table_csv(PROFILES[0]).decode("utf-8-sig").replace("代碼,,,是,format_version", "代碼,,,是,沒有這張表", 1)
    with pytest.raises(OwnTableError, match="代碼表「沒有這張表」不存在"):
        read_spec(text.encode())
