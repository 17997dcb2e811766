"""`pyvalidator profiles`: the built-in ones, whether a profile file can be used, how two differ."""

from __future__ import annotations

from argparse import Namespace

from pyvalidator.cli import streams
from pyvalidator.cli.catalogue import as_json
from pyvalidator.cli.settings import find_profile, read_file, read_profile
from pyvalidator.input.gathering import gather_paths
from pyvalidator.options import Options
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.advice import advise, canonical_names
from pyvalidator.profile.compare import compare_profiles
from pyvalidator.report.render import render
from pyvalidator.wording import Origin, profile_line


def run(arguments: Namespace) -> int:
    """List, check or compare profiles.

    Returns:
        With data the exit code of checking it; of a comparison 1 where the profiles differ; else 0.

    Raises:
        UsageError: a profile is faulty, or the options do not go together.
    """
    if arguments.data is not None and arguments.check is None:
        raise streams.UsageError("--with 要和 --check 一起使用。")
    if arguments.output is not None and arguments.table is None:
        raise streams.UsageError("--output 要和 --table 一起使用。")
    if arguments.compare is not None:
        return _compare(*arguments.compare)
    if arguments.table is not None:
        return _table(arguments.table, arguments.output)
    if arguments.check is not None:
        return _check(arguments)
    streams.write_result(_listing(arguments.format).encode(), None)
    return 0


def _table(name: str, output: str | None) -> int:
    # Needed only here.
    from pyvalidator.spec_table.files import table_csv, table_xlsx

    streams.refuse_missing_folder(output)
    profile = find_profile(name)
    streams.refuse_inputs(output)
    ending = (output or "").lower().rpartition(".")[2]
    if output is not None and ending not in ("xlsx", "csv"):
        raise streams.UsageError(f"欄位說明表請存成 .xlsx 或 .csv，不能是「{output}」。")
    streams.write_result(table_xlsx(profile) if ending == "xlsx" else table_csv(profile), output)
    return 0


def _check(arguments: Namespace) -> int:
    profile = read_profile(arguments.check)
    streams.print_note(f"版型檔「{arguments.check}」可以使用：{_line(profile, 'own')}。")
    text = read_file(arguments.check, "版型檔").decode("utf-8-sig")
    questions = advise(profile, text, canonical_names())
    if questions:
        streams.print_note("\n".join(["請再確認：", *(f"  {question}" for question in questions)]))
    if arguments.data is None:
        return 0
    gathered = gather_paths(arguments.data, streams.read_stdin)
    for problem in gathered.problems:
        streams.print_note(problem)
    report = check((file.read() for file in gathered.files), Options(profile=profile))
    streams.write_result(render(report, arguments.format), None)
    return 3 if report.incidents else 2 if gathered.problems else int(report.summary.error > 0)


def _compare(first: str, second: str) -> int:
    found = compare_profiles(find_profile(first), find_profile(second))
    head = f"「{first}」→「{second}」：" + (f"{len(found)} 處不同" if found else "內容相同")
    streams.write_result("".join(f"{line}\n" for line in (head, *(f"  {line}" for line in found))).encode(), None)
    return int(bool(found))


def _listing(format: str) -> str:
    profiles = list(built_in_profiles().values())
    if format == "json":
        facts = ("id", "version", "title", "status", "source")
        return as_json([{name: getattr(profile, name) for name in facts} for profile in profiles])
    return "".join(f"{_line(each, 'built_in')}\n" for each in profiles)


def _line(profile: Profile, origin: Origin) -> str:
    return profile_line(
        id=profile.id, version=profile.version, title=profile.title, status=profile.status, origin=origin
    )
