"""What is shipped is locked by hash, listed with its licence, and said on the pages."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from pages import about_build, licences, sbom
from pyvalidator.profile import built_in_profiles
from runtime import wheels
from tasks import identity
from tasks.toolchain import ROOT

MADE = identity.Identity("9.8.7", "0123456789abcdef0123456789abcdef01234567", 1_700_000_000, "mark")


def test_every_python_package_of_the_lock_has_hashes() -> None:
    entries = re.findall(r"^([A-Za-z0-9_.-]+==\S+)((?:.*\\\n)*.*)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    assert len(entries) > 20
    assert [name for name, rest in entries if "--hash=sha256:" not in rest] == []


def test_every_node_package_of_the_lock_has_a_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and not entry.get("integrity", "").startswith("sha512-")] == []


def test_hashes_are_asked_for_where_packages_are_fetched() -> None:
    for path in ("tasks/toolchain.py", "runtime/wheels.py"):
        text = (ROOT / "site" / "build" / path).read_text("utf-8")
        fetching = re.findall(r'"pip", "(?:install|download)"[^)]*', text)
        without = [call for call in fetching if "--require-hashes" not in call and "--no-deps" not in call]
        # The tool that writes the lock runs in an environment of its own, and nothing of it is shipped.
        assert all("pip-tools" in call for call in without), path


@pytest.fixture(scope="module")
def bom() -> dict[str, dict[str, object]]:
    made = json.loads(sbom.render_sbom(MADE))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", made["serialNumber"])
    references = [one["bom-ref"] for one in made["components"]]
    assert len(set(references)) == len(references)
    assert made["dependencies"][0]["dependsOn"] == references
    assert sbom.render_sbom(MADE) == json.dumps(made, ensure_ascii=False, indent=1) + "\n", "the same every time"
    return {one["name"]: one for one in made["components"]}


def test_list_names_everything_that_runs_in_the_browser(bom: dict[str, dict[str, object]]) -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    expected = {*wheels.BROWSER_PACKAGES, *package["dependencies"], "CPython", "mkdocs-material"}
    assert expected <= set(bom), "see site/build/pages/sbom.py"
    for name in (*wheels.BROWSER_PACKAGES, *package["dependencies"]):
        assert bom[name].get("hashes"), name
        assert bom[name]["version"] in bom[name]["purl"]
    assert any(one["name"] == "jiter" for one in bom["pydantic-core"]["components"]), "what is linked into it"


def test_hash_of_a_package_is_one_of_the_lock(bom: dict[str, dict[str, object]]) -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert [name for name, digest in wheels.wheel_hashes().items() if digest not in lock] == []
    assert set(wheels.wheel_hashes()) == set(wheels.BROWSER_PACKAGES)


def test_page_and_single_file_hold_every_licence_text() -> None:
    page, notices = licences.build_pages()[licences.PAGE], licences.render_notices()
    for component in sbom.list_components():
        assert f"| [{component.name}](" in page
        assert component.name in notices
    for start in ("Mozilla Public License", "PYTHON SOFTWARE FOUNDATION LICENSE", "Permission is hereby granted"):
        assert start in page
        assert start in notices


def test_build_is_named_on_the_page() -> None:
    text = about_build.render_build(MADE)
    layout = f"參考版型（reference {built_in_profiles()['reference'].version}"
    for said in ("9.8.7", "0123456789ab", "112 年 11 月 14 日", layout, "辦公日曆到", "法規適用到"):
        assert said in text
    assert about_build.describe_build(MADE)["until"] == about_build.right_until().isoformat()


def test_mark_follows_the_sources_and_not_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = identity.read_identity()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    second = identity.read_identity()
    assert (second.day, second.mark) == ("1970-01-02", first.mark)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    assert first.commit.rstrip("+") == head
