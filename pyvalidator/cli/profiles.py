"""`pyvalidator profiles`: the built-in ones, or whether a profile file can be used."""

from __future__ import annotations

from argparse import Namespace

from pyvalidator.cli import streams
from pyvalidator.cli.catalogue import as_json
from pyvalidator.cli.given import read_profile
from pyvalidator.intake import gather_paths
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.render import render
from pyvalidator.render.words import STATUS


def run(arguments: Namespace) -> int:
    """List or check profiles; with data, the exit code of checking it.

    Raises:
        UsageError: the profile is faulty.
    """
    if arguments.check is None:
        if arguments.data is not None:
            raise streams.UsageError("--with 要和 --check 一起使用。")
        streams.write_result(_listing(arguments.format).encode(), None)
        return 0
    profile = read_profile(arguments.check)
    streams.note(f"版型檔「{arguments.check}」可以使用：{profile.title}（{profile.id} 第 {profile.version} 版）。")
    if arguments.data is None:
        return 0
    gathered = gather_paths([arguments.data], streams.read_stdin)
    for problem in gathered.problems:
        streams.note(problem)
    report = check((file.read() for file in gathered.files), Options(profile=profile))
    streams.write_result(render(report, arguments.format), None)
    return 3 if report.incidents else 2 if gathered.problems else int(report.summary.error > 0)


def _listing(format: str) -> str:
    profiles = list(built_in_profiles().values())
    if format == "json":
        facts = {"id", "version", "title", "status", "source"}
        return as_json([profile.model_dump(include=facts) for profile in profiles])
    return "".join(f"{each.id}　{each.title}（第 {each.version} 版，{STATUS[each.status]}）\n" for each in profiles)
