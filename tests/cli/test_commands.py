"""The commands beside `check`."""

from __future__ import annotations

import json

import pytest
from running import cli, put

from pyvalidator.engine.registry import rules
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema


def test_help_is_in_chinese_and_names_every_command(tmp_path):
    said = cli("--help", cwd=tmp_path).stdout.decode()
    for command in ("check", "sample", "schema", "rules", "profiles", "explain", "convert", "fix"):
        assert command in said
        assert "用法：" in cli(command, "--help", cwd=tmp_path).stdout.decode()
    assert "usage" not in said and "positional" not in said


def test_version(tmp_path):
    assert cli("--version", cwd=tmp_path).stdout.decode().startswith("pyvalidator 1.")


def test_rules_lists_every_rule(tmp_path):
    listed = json.loads(cli("rules", "--format", "json", cwd=tmp_path).stdout)
    assert [rule["id"] for rule in listed] == list(rules())
    said = cli("rules", cwd=tmp_path).stdout.decode()
    assert all(f"{rule.id}  " in said and rule.title in said for rule in rules().values())


def test_explain_prints_the_rules_page(tmp_path):
    said = cli("explain", "cod105", cwd=tmp_path).stdout.decode()
    assert said.startswith("COD105 ") and "為什麼重要" in said and "怎麼修正" in said and "##" not in said


def test_explain_proposes_a_rule(tmp_path):
    done = cli("explain", "COD15", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "COD1" in done.stderr.decode()


def test_schema_is_the_published_one(tmp_path):
    for name, profile in built_in_profiles().items():
        assert json.loads(cli("schema", "--profile", name, cwd=tmp_path).stdout) == published_schema(profile)
    assert cli("schema", cwd=tmp_path).stdout == cli("schema", "--profile", "reference", cwd=tmp_path).stdout


def test_profiles_lists_the_built_in_ones(tmp_path):
    listed = json.loads(cli("profiles", "--format", "json", cwd=tmp_path).stdout)
    assert [profile["id"] for profile in listed] == list(built_in_profiles())
    assert listed[0]["status"] == "assumption"
    assert "參考版型" in cli("profiles", cwd=tmp_path).stdout.decode()


@pytest.mark.parametrize(("text", "code"), [("id = ", 2), ('id = "x"', 2)])
def test_profiles_checks_a_profile_file(text, code, tmp_path):
    put(tmp_path, "p.toml", text)
    done = cli("profiles", "--check", "p.toml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, b"")
    assert "p.toml" in done.stderr.decode()


def test_sample_is_clean_and_always_the_same(tmp_path):
    first, second = (cli("sample", "--seed", "7", "--people", "5", cwd=tmp_path).stdout for _ in range(2))
    assert first == second
    assert first != cli("sample", "--seed", "8", "--people", "5", cwd=tmp_path).stdout
    assert cli("check", "-", "--fail-on", "warning", cwd=tmp_path, stdin=first).returncode == 0


def test_sample_writes_its_faults_beside_the_file(tmp_path):
    done = cli("sample", "--faults", "3", "--output", "bad.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    written = (tmp_path / "bad.json.faults.jsonl").read_bytes()
    faults = [json.loads(line) for line in written.splitlines()]
    assert [set(fault) for fault in faults] == [{"rule", "pointer", "line", "column"}] * 3
    report = json.loads(cli("check", "bad.json", "--format", "json", cwd=tmp_path).stdout)
    findings = report["files"][0]["findings"]
    assert all(any(fault.items() <= finding.items() for finding in findings) for fault in faults)
    assert cli("sample", "--faults", "3", cwd=tmp_path).stderr == written


def test_sample_refuses_what_does_not_go_together(tmp_path):
    for wish in (("--agency", "12"), ("--period", "11013"), ("--dataset", "yearly"), ("--people", "0")):
        done = cli("sample", *wish, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
