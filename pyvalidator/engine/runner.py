"""Runs the content rules of a file safely: each once per distinct value or combination, a broken one as an incident."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from pyvalidator.engine.batch import Batch
from pyvalidator.engine.contexts import FileView
from pyvalidator.engine.finding import Fault, Finding, Incident, Undecided
from pyvalidator.engine.registry import rules_of
from pyvalidator.profile import FieldSpec, notations
from pyvalidator.profile.layout import HEADER
from pyvalidator.profile.needed import AMOUNT_FIELDS
from pyvalidator.rule import Rule
from pyvalidator.table.column import Column
from pyvalidator.table.combinations import Combination


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that did not run fully. `count` = records not looked at, 0 = the whole file."""

    rule: str
    reason: str
    count: int = 0


@dataclass
class Outcome:
    """What a run of rules gave."""

    findings: list[Finding] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)


#: The share of a large file's time that the rules of each kind take (measured with 30,000 records).
_WEIGHTS = {"value": 0.2, "record": 0.3, "person": 0.38, "file": 0.12}


def run_file_rules(file: FileView, off: set[str], on_progress: Callable[[float], object] = id) -> Outcome:
    """Run every value, record, person and file rule on `file`.

    Args:
        off: ids of rules that the profile switches off.
        on_progress: called after each rule with the share of the work that is done.
    """
    outcome = Outcome()
    done = 0.0
    file.combinations.expect(_combinations_wanted(file))
    kinds: dict[str, Callable[[Rule, FileView, Outcome], None]] = {
        "value": _run_value, "record": _run_record, "person": _run_person, "file": _run_file,
    }  # fmt: skip
    for kind, run in kinds.items():
        own = rules_of(kind)
        for rule in own:
            if rule.id not in off and _can_run(rule, file, outcome):
                _guarded(rule, file.name, outcome, partial(run, rule, file, outcome))
            done += _WEIGHTS[kind] / len(own)
            on_progress(done)
    return outcome


def run_batch_rules(batch: Batch, off: set[str]) -> Outcome:
    """Run every batch rule on the batch."""
    outcome = Outcome()
    for rule in rules_of("batch"):
        if rule.id in off or ("roster" in rule.needs and batch.roster is None) or (
            "agencies" in rule.needs and batch.agencies is None
        ):  # fmt: skip
            continue

        def run(rule: Rule = rule) -> None:
            outcome.findings += [Finding.of(rule.id, fault) for fault in rule.check(batch)]  # type: ignore[misc]

        _guarded(rule, None, outcome, run)
    return outcome


def _guarded(rule: Rule, file: str | None, outcome: Outcome, run: Callable[[], None]) -> None:
    kept = len(outcome.findings)
    try:
        run()
    except MemoryError:
        # Not the rule's: there is no room for this file at all.
        raise
    except Exception as error:
        del outcome.findings[kept:]
        outcome.incidents.append(Incident.of(rule.id, file, error))
        outcome.not_checked = [entry for entry in outcome.not_checked if entry.rule != rule.id]
        outcome.not_checked.append(NotChecked(rule.id, "incident"))


def _can_run(rule: Rule, file: FileView, outcome: Outcome) -> bool:
    if "agencies" in rule.needs and file.context.agencies is None:
        outcome.not_checked.append(NotChecked(rule.id, "roster"))
        return False
    if not _mapped(rule, file):
        outcome.not_checked.append(NotChecked(rule.id, "layout"))
        return False
    return True


#: A rule that may lack one of these needs the other.
_EITHER = (AMOUNT_FIELDS, ("start_date", "end_date"))


def _mapped(rule: Rule, file: FileView) -> bool:
    """Whether the profile has what the rule reads."""
    if (rule.kind == "person" or rule.of_persons) and file.identity is None:
        return False
    for either in _EITHER:
        if {*either} & {*rule.may_lack} and not any(map(file.table.has, either)):
            return False
    if rule.kind == "record" and not _record_fields(rule, file):
        return False
    known = [file.knows(name) for name in rule.reads if name not in rule.may_lack]
    # A value rule looks at each of its fields by itself, every other rule at all of them together.
    if rule.kind == "value":
        return not known or any(known)
    return all(known) and (not rule.may_lack or any(map(file.knows, rule.reads)))


def _note_unread(rule: Rule, count: int, outcome: Outcome) -> None:
    if count:
        outcome.not_checked.append(NotChecked(rule.id, "form", count))


# -- value rules -----------------------------------------------------------------------------------------------------


def _run_value(rule: Rule, file: FileView, outcome: Outcome) -> None:
    specs = [spec for spec in file.profile.fields if spec.name in rule.reads or spec.type in rule.types]
    unread: set[int] = set()
    for spec in specs:
        if spec.level == "header":
            _check_header_value(rule, spec, file, outcome)
        else:
            unread |= _check_column(rule, spec, file, outcome)
    _note_unread(rule, len(unread), outcome)


def _check_header_value(rule: Rule, spec: FieldSpec, file: FileView, outcome: Outcome) -> None:
    value = file.table.header_readable_raw(spec.name) if rule.raw else file.header(spec.name)
    if value is None:
        if spec.required:
            outcome.not_checked.append(NotChecked(rule.id, "form"))
    elif (fault := rule.check(value, replace(file.context, field=spec.name))) is not None:  # type: ignore[misc]
        outcome.findings.append(Finding.of(rule.id, fault, default_field=spec.name))


def _check_column(rule: Rule, spec: FieldSpec, file: FileView, outcome: Outcome) -> set[int]:
    """Check one column; return the rows whose value could not be looked at though one should be there."""
    column, context = _column(rule, spec.name, file), replace(file.context, field=spec.name)
    faults = {}
    for key, value in column.suspects(rule.trigger_chars) if rule.trigger_chars else column.distinct.items():
        if value is not None and (fault := rule.check(value, context)) is not None:  # type: ignore[misc]
            faults[key] = fault
    if faults:
        for row in _telling_rows((spec.name,), file, column.rows_of(faults)):
            outcome.findings.append(Finding.of(rule.id, faults[column.keys[row]], row=row, default_field=spec.name))
    return file.table.unread_rows(spec.name, raw=rule.raw)


def _column(rule: Rule, name: str, file: FileView) -> Column:
    return file.table.readable(name) if rule.raw else file.table.canonical(name)


def _telling_rows(names: Iterable[str], file: FileView, rows: Iterable[int]) -> Iterable[int]:
    """Those of `rows` at which a fault of these fields is told: where all of them stand further up, such as on
    persons, the first of each person."""
    level = file.profile.innermost(names)
    if level not in file.table.walk.above:
        return rows
    owners = file.table.walk.above[level]
    return (row for row in rows if row == 0 or owners[row - 1] != owners[row])


# -- record, person, file rules --------------------------------------------------------------------------------------


def _run_record(rule: Rule, file: FileView, outcome: Outcome) -> None:
    if _lacks_header(rule, file):
        outcome.not_checked.append(NotChecked(rule.id, "form"))
        return
    fields = _record_fields(rule, file)
    distinct = file.combinations.of(fields)
    gaps = any(file.column(name).gaps for name in fields)
    needed = [place for place, name in enumerate(fields) if name not in rule.may_lack]
    given = _with_header(rule, fields, file)
    context = replace(file.context, office=file.office) if "office" in rule.needs else file.context
    faults: dict[Combination, list[Fault]] = {}
    for combination in distinct:
        if gaps and any(combination[place] is None for place in needed):
            continue
        if found := rule.check(*given(combination), context):  # type: ignore[misc]
            faults[combination] = [found] if isinstance(found, Fault) else list(found)
    if gaps:
        _note_unread(rule, len(_unreadable_rows(rule, file)), outcome)
    if "calendar" in rule.needs and (unknown := _outside_calendar(fields, file)):
        count = sum(not unknown.isdisjoint(combination) for combination in file.combinations.rows(fields))
        outcome.not_checked.append(NotChecked(rule.id, "calendar", count))
    if faults:
        found = dict(file.combinations.rows_with(fields, faults.keys()))
        # What a record may lack is one thing, what nobody can read another.
        for name in filter(file.table.has, rule.may_lack):
            for row in file.table.unread_rows(name):
                found.pop(row, None)
        for row in _telling_rows(filter(file.table.has, fields), file, found):
            for fault in faults[found[row]]:
                outcome.findings.append(_placed(rule, fault, file, row))


def _combinations_wanted(file: FileView) -> Iterator[tuple[str, ...]]:
    """The fields that rules look at together."""
    compared = {
        name for rule in rules_of("person") if rule.which_persons == "several_values" and _mapped(rule, file)
        for name in rule.reads
    }  # fmt: skip
    if file.identity is not None:
        yield (file.identity, *sorted(compared))
    yield from (_record_fields(rule, file) for rule in rules_of("record") if _mapped(rule, file))


def _record_fields(rule: Rule, file: FileView) -> tuple[str, ...]:
    """What the rule reads of each record; the header's values are the same for all of them."""
    return tuple(name for name in rule.reads if file.level_of(name) not in (HEADER, None))


def _with_header(rule: Rule, fields: tuple[str, ...], file: FileView) -> Callable[[Combination], Iterable[Any]]:
    """Puts the header's values that the rule reads between a record's, in the order that the rule wants, and None for
    what the profile does not have."""
    if fields == rule.reads:
        return lambda combination: combination
    others = (name for name in rule.reads if name not in fields)
    header = {name: file.header(name) if file.knows(name) else None for name in others}

    def complete(combination: Combination) -> list[Any]:
        values = header | dict(zip(fields, combination, strict=True))
        return [values[name] for name in rule.reads]

    return complete


def _outside_calendar(fields: tuple[str, ...], file: FileView) -> set[date]:
    """The days in these fields that the calendar does not know."""
    values = (value for name in fields for value in file.column(name).distinct.values())
    days = {value for value in values if isinstance(value, date)}
    return {day for day in days if file.context.calendar.is_off(day) is None}


def _run_person(rule: Rule, file: FileView, outcome: Outcome) -> None:
    chosen = {
        "all": lambda: file.persons, "several_values": lambda: file.persons_with_several(rule.reads),
        "on_one_day": lambda: file.persons_with_leaves_on_one_day,
    }[rule.which_persons]()  # fmt: skip
    undecided: set[int] = set()
    for person in chosen:
        for answer in rule.check(person, file.context) or ():  # type: ignore[misc]
            if isinstance(answer, Undecided):
                undecided.add(answer.row)
            else:
                _collect(rule, [answer], file, outcome)
    if undecided and not all(map(file.knows, rule.may_lack)):
        outcome.not_checked.append(NotChecked(rule.id, "layout", len(undecided)))
    _note_unread(rule, len(undecided | _unreadable_rows(rule, file)), outcome)


def _run_file(rule: Rule, file: FileView, outcome: Outcome) -> None:
    _collect(rule, rule.check(file), file, outcome)  # type: ignore[misc]
    if _lacks_header(rule, file):
        outcome.not_checked.append(NotChecked(rule.id, "form"))
    else:
        _note_unread(rule, len(_unreadable_rows(rule, file)), outcome)


def _lacks_header(rule: Rule, file: FileView) -> bool:
    """Whether a value of the header that the rule needs could not be read."""
    return any(
        file.level_of(name) == HEADER and file.header(name) is None for name in rule.reads if name not in rule.may_lack
    )


def _collect(rule: Rule, faults: Iterable[Fault] | None, file: FileView, outcome: Outcome) -> None:
    outcome.findings += [_placed(rule, fault, file) for fault in faults or ()]


def _placed(rule: Rule, fault: Fault, file: FileView, row: int | None = None) -> Finding:
    """The finding of a fault; one about a field without a key stands at another that tells of it, else at the record
    or the document, and names the field all the same."""
    finding = Finding.of(rule.id, fault, row=row, default_field=rule.reads[0] if rule.reads else None)
    name = finding.field
    if name is None or file.profile.spec_of(name) is not None:
        return finding
    other = next((one for one in AMOUNT_FIELDS if name in AMOUNT_FIELDS and file.profile.spec_of(one)), None)
    finding.field, finding.expected_value = other, None
    if other is None:
        finding.pointer = "" if finding.row is None and finding.pointer is None else finding.pointer
        finding.params.setdefault("label", file.title(name))
    return finding


def _unreadable_rows(rule: Rule, file: FileView) -> set[int]:
    """The records that lack a value that the rule needs. Without its dates, times and amount a leave cannot be judged,
    also where the profile does not ask for them."""
    rows: set[int] = set()
    for name in filter(file.table.has, rule.reads):
        rows |= file.table.unread_rows(name, needed=name in _OF_A_LEAVE and name not in rule.may_lack)
    return rows


_OF_A_LEAVE = {*notations.SPAN, "days", "hours"}
