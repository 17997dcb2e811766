"""The order of the stages, on one screen.

    bytes ── source ──► text, value, positions
          ── form ────► canonical columns + what does not fit the profile
          ── coverage ► what the profile lets nobody look at
          ── runner ──► what is wrong with the content
          ── folding ─► one cause, one entry
          ── one cause► what is wrong with every record is told once
          ── entries ─► sentences, lines, columns
          ── report ──► one JSON
"""  # fmt: skip

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from pyvalidator import __version__
from pyvalidator.coverage.changed import layout_changed
from pyvalidator.coverage.given import about_given
from pyvalidator.coverage.stage import Coverage, fold_under, look_at_coverage
from pyvalidator.domain.agency_names import named_in
from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.domain.calendar import Deadline, deadline_of
from pyvalidator.domain.roc import period_text
from pyvalidator.domain.samples_mark import is_sample
from pyvalidator.engine.batch import Batch, Unread
from pyvalidator.engine.contexts import Context, FileView
from pyvalidator.engine.extracts import extract_of
from pyvalidator.engine.finding import Finding, Incident
from pyvalidator.engine.folding import fold, fold_missing_keys, fold_unreadable, hide_changed_texts
from pyvalidator.engine.one_cause import tell_once
from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.engine.runner import NotChecked, Outcome, run_batch_rules, run_file_rules
from pyvalidator.form.fitting import fitting_profiles
from pyvalidator.form.stage import FormResult, check_form
from pyvalidator.input.files import Incoming
from pyvalidator.input.passed_over import Rest
from pyvalidator.options import Options, now_in_taipei
from pyvalidator.privacy.masking import Masker
from pyvalidator.profile import Profile, origin_of
from pyvalidator.profile.given import Given, given_for
from pyvalidator.report.checked import Checked, CheckedFile
from pyvalidator.report.coverage_entries import coverage_entry, given_entries
from pyvalidator.report.entries import EntryMaker, batch_entries, capped, severity_of
from pyvalidator.report.file_masker import FileMasker
from pyvalidator.report.matrix import build_matrix
from pyvalidator.report.model import (
    PROFILE_ENTRIES,
    BatchReport,
    Counts,
    DaysOffEntry,
    DeadlineEntry,
    FileReport,
    Generator,
    IncidentEntry,
    NotCheckedEntry,
    Report,
    SettingsEntry,
    Status,
    Summary,
)  # fmt: skip
from pyvalidator.report.skipped import skipped_entries
from pyvalidator.rule import Rule
from pyvalidator.runtime.caches import forget
from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.runtime.progress import OnProgress, no_progress
from pyvalidator.schema.user_schema import check_schema
from pyvalidator.source import UNREADABLE, Document, read_document
from pyvalidator.source.not_data import not_data
from pyvalidator.table.table import Table


def check(
    files: Iterable[Incoming], options: Options, on_checked: Callable[[CheckedFile], None] | None = None,
    on_progress: OnProgress = no_progress, rest: Rest | None = None,
) -> Report:  # fmt: skip
    """Check a batch of files.

    Args:
        rest: what of folders and archives is not checked, as it was gathered.
        on_checked: called after each file, for progress and for those that keep the checked files.
        on_progress: called when a file's stage begins, and now and then while the rules run.

    Never raises for anything in the files.
    """
    checked: list[Checked] = []
    try:
        for incoming in files:
            if checked:
                # Only a batch of several files needs every file's people; a single large one is not copied for them.
                checked[-1][1].settle()
            result = check_file(incoming, options, on_progress)
            if on_checked is not None:
                on_checked(result)
            checked.append((result.report, result.extract, result.incidents))
        return build_report(checked, options, rest)
    finally:
        forget(patterns=origin_of(options.profile) == "own")


def check_file(incoming: Incoming, options: Options, on_progress: OnProgress = no_progress) -> CheckedFile:
    """Check one file: every stage but the batch rules."""
    with suppress(MemoryError), paused_gc():
        return _check_file(incoming, options, on_progress)
    # Here, and not while the exception is handled, what the failed attempt held is free again.
    return _check_file(replace(incoming, fault="member_too_large"), options, on_progress)


def _check_file(incoming: Incoming, options: Options, on_progress: OnProgress) -> CheckedFile:
    on_progress("read", 0.0)
    document = read_document(incoming.data) if incoming.fault is None else Document(b"")
    if (what := not_data(document.value)) is not None:
        return _not_data(what, incoming, document, options)
    profile = options.profile
    own = {spec.key for spec in profile.level("header") if profile.layout.header + spec.inside == ""}
    document.rehang(profile.at_root, own)
    document.open_texts(profile.layout.embedded)
    findings = _syntax_findings(document, incoming)
    if document.value is UNREADABLE:
        findings = fold_unreadable(findings)
        return _finish(incoming, document, None, findings, _all_unchecked("syntax", options), [], options)
    on_progress("form", 0.0)
    given, fitting_name = given_for(profile, options.given, incoming.name)
    opened = document.opened if profile.layout.embedded else None
    table = Table(profile, document.value, opened, given={name: one.value for name, one in given.items()})
    _find_rows(findings, table)
    form = check_form(
        options.profile, document.value, table, incoming.name, lambda: _titles(document, profile),
        document.damaged,
    )  # fmt: skip
    changed = None if form.other_layout else layout_changed(profile, table)
    if form.other_layout or changed is not None:
        findings += form.findings if changed is None else [changed]
        unchecked = _all_unchecked("layout", options)
        findings = fold(findings, document, table)
        return _finish(incoming, document, table, findings, unchecked, [], options, laid_out=False)
    coverage = look_at_coverage(profile, document.value, table, given)
    findings += fold_under(coverage, form.findings, table)
    findings += [*coverage.findings, *about_given(profile, table, given, fitting=fitting_name)]
    on_progress("rules", 0.0)
    outcome = _check_content(incoming.name, document, table, form, options, partial(on_progress, "rules"))
    on_progress("entries", 0.0)
    findings = tell_once(fold(findings + outcome.findings, document, table), table, options.off)
    findings = fold_missing_keys(findings)
    return _finish(
        incoming, document, table, findings, outcome.not_checked, outcome.incidents, options, coverage=coverage,
        given=given,
    )  # fmt: skip


def _not_data(what: str, incoming: Incoming, document: Document, options: Options) -> CheckedFile:
    """A file that is about data: one finding says so, beside those about its text."""
    start = document.locate([("", False)])["", False]
    told = Finding(rules_by_fault_code("syntax")["own_file"].id, offset=start, pointer="", params={"what": what})
    findings = [*_syntax_findings(document, incoming), told]
    return _finish(incoming, document, None, findings, _all_unchecked("layout", options), [], options, laid_out=False)


@paused_gc()
def build_report(checked: list[Checked], options: Options, rest: Rest | None = None) -> Report:
    """Put checked files together: batch rules, matrix, summary. `rest` as for `check`."""
    checked = sorted(checked, key=lambda item: item[0].name)
    files = [report for report, _, _ in checked]
    rest = rest or Rest()
    # A file that was passed over may be the one of the agency in its name.
    unread = [Unread(one.name, *named_in(one.name, options.roster)) for one in rest.named if one.data]
    batch = Batch(
        [extract for _, extract, _ in checked], options.today, options.roster, options.agencies, options.month, unread
    )  # fmt: skip
    outcome = run_batch_rules(batch, options.off)
    entries = batch_entries(outcome.findings, options.profile, Masker(options.mask))
    totals = {name: sum(getattr(report.counts, name) for report in files) for name in ("error", "warning", "info")}
    for entry in entries:
        totals[entry.severity] += 1
    incidents = [incident for _, _, own in checked for incident in own] + outcome.incidents
    profile = options.profile
    profile_entry = PROFILE_ENTRIES[options.origin]
    return Report(
        generator=Generator(name="pyvalidator", version=__version__),
        profile=profile_entry(id=profile.id, version=profile.version, status=profile.status, title=profile.title),
        checked_at=(options.checked_at or now_in_taipei()).isoformat(),
        files=files,
        skipped=skipped_entries(rest, Masker(options.mask)),
        batch=BatchReport(
            findings=entries, matrix=build_matrix(files, batch, options),
            month=period_text(batch.month) if batch.month else None,
        ),
        incidents=[IncidentEntry(rule=item.rule, file=item.file, detail=item.detail) for item in incidents],
        summary=Summary(files=len(files), **totals),
        days_off=_days_off(options),
        settings=_settings(options),
    )


def _settings(options: Options) -> SettingsEntry | None:
    used = options.shipped
    if used is None or not used.kinds:
        return None
    owner = Masker(options.mask).text(used.owner)
    return SettingsEntry(owner=owner, date=used.date.isoformat(), kinds=list(used.kinds))


def _days_off(options: Options) -> DaysOffEntry | None:
    given = options.calendar.laid_over
    return None if given is None else DaysOffEntry(name=Masker(options.mask).text(given[0]), days=given[1])


def _titles(document: Document, profile: Profile) -> list[str]:
    """The built-in profiles, other than the one in use, that the document's layout fits."""
    return [f"{each.title}（{each.id}）" for each in fitting_profiles(document, profile)]


def _syntax_findings(document: Document, incoming: Incoming) -> list[Finding]:
    known = rules_by_fault_code("syntax")
    if incoming.fault is not None:
        return [Finding(known[incoming.fault].id, offset=0, pointer="", params={"name": incoming.name})]
    return [
        Finding(known[fault.code].id, offset=fault.offset, pointer=fault.pointer, at_key=True, params=fault.params)
        for fault in document.faults
    ]


def _find_rows(findings: list[Finding], table: Table) -> None:
    """Tell of the syntax findings that have a pointer whose record they are about."""
    pointed = [finding for finding in findings if finding.pointer]
    rows = {table.records.pointer(row): row for row in range(len(table))} if pointed else {}
    for finding in pointed:
        place = finding.pointer or ""
        while place and finding.row is None:
            place = place.rpartition("/")[0]
            finding.row = rows.get(place)


def _check_content(
    name: str, document: Document, table: Table, form: FormResult, options: Options,
    on_progress: Callable[[float], object],
) -> Outcome:  # fmt: skip
    context = _context(options, table)
    whole = not (document.skipped or document.damaged)
    hide_changed_texts(document, table)
    outcome = run_file_rules(FileView(name, table, context, whole=whole), options.off, on_progress)
    outcome.incidents[:0] = form.incidents
    outcome.not_checked += [NotChecked(incident.rule, "incident") for incident in form.incidents]
    if not whole:
        lost = max(1, (table.header_value("record_count") or 0) - len(table), len(document.damaged))
        outcome.not_checked += [
            NotChecked(rule.id, "syntax", lost) for rule in _used(options) if rule.kind not in ("syntax", "batch")
        ]
    if options.roster is None:
        outcome.not_checked += [NotChecked(rule.id, "roster") for rule in rules().values() if "roster" in rule.needs]
    if options.schema is not None:
        schema = check_schema(options.schema, document.written, table)
        outcome.findings += schema.findings
        outcome.not_checked += schema.not_checked
    return outcome


def _context(options: Options, table: Table | None) -> Context:
    return Context(
        profile=options.profile, today=options.today, calendar=options.calendar, agencies=options.agencies,
        period=table.header_value("period") if table is not None else None,
        dataset=table.header_value("dataset") if table is not None else None,
    )  # fmt: skip


def _used(options: Options) -> list[Rule]:
    """Every rule; those of the user's own schema only where there is one."""
    return [rule for rule in rules().values() if rule.kind != "schema" or options.schema is not None]


def _all_unchecked(reason: str, options: Options) -> list[NotChecked]:
    codes = rules_by_fault_code("container")
    layout = {codes[code].id for code in ("other_layout", "layout_changed")}
    done = layout if reason == "layout" else set()
    return [
        NotChecked(rule.id, reason) for rule in _used(options)
        if rule.kind != "syntax" and rule.id not in done and rule.reads_content
    ]  # fmt: skip


def _finish(
    incoming: Incoming, document: Document, table: Table | None, findings: list[Finding],
    not_checked: list[NotChecked], incidents: list[Incident], options: Options, *, laid_out: bool = True,
    coverage: Coverage | None = None, given: Mapping[str, Given] | None = None,
) -> CheckedFile:  # fmt: skip
    off = options.off
    findings = _told(findings, options)
    masker = Masker(options.mask)
    maker = EntryMaker(options.profile, document, table, FileMasker(options.mask, options.profile, table))
    kept, truncated = capped(findings, options.max_per_rule)
    counts = _counted(findings, options)
    # A broken archive has its bytes, and a file without a fault may rightly be empty; else nothing is known of them.
    sha256 = hashlib.sha256(incoming.data).hexdigest() if incoming.data or incoming.fault is None else None
    known_bytes = "" if incoming.fault else sha256 or ""
    misread = {row for finding in findings if finding.field in UNIT_MINUTES for row in finding.rows or ()}
    extract = extract_of(
        incoming.name, known_bytes, _status(document, counts), table, _context(options, None), laid_out=laid_out,
        misread=misread,
    )  # fmt: skip
    extract.whole = laid_out and not (document.skipped or document.damaged)
    if extract.agency_code is None:
        extract.named_by, extract.named_month = named_in(incoming.name, options.roster)
    deadline = deadline_of(extract.period, extract.dataset, options.today, options.calendar)
    known = table is not None and laid_out
    report = FileReport(
        name=masker.text(incoming.name),
        size=len(incoming.data) if incoming.size is None else incoming.size,
        sha256=sha256,
        status=_status(document, counts),
        agency_code=masker.text(extract.agency_code),
        agency_name=masker.text(extract.agency_name),
        period=period_text(extract.period) if extract.period else None,
        dataset=extract.dataset,
        record_count=len(table) if table is not None and known else None,
        person_count=table.person_count if table is not None and known else None,
        deadline=_deadline_entry(deadline),
        counts=counts,
        coverage=coverage_entry(coverage, maker.masker) if coverage is not None else None,
        given=given_entries(given or {}, table, maker.masker) if table is not None else {},
        not_checked=_merged(not_checked, off),
        findings=maker.make(kept),
        truncated=truncated,
        sample=table is not None and is_sample(table.header_value("system_name")),
        named_by=masker.text(extract.named_by),
    )
    return CheckedFile(report, extract, incidents, maker, findings)


def _told(findings: list[Finding], options: Options) -> list[Finding]:
    """The findings of rules that are not off; those that are told only alone, only where nothing is to be done."""
    findings = [finding for finding in findings if finding.rule not in options.off]
    alone = [finding for finding in findings if rules()[finding.rule].only_alone]
    if alone and any(severity_of(rules()[finding.rule], options.profile) != "info" for finding in findings):
        return [finding for finding in findings if finding not in alone]
    return findings


def _counted(findings: list[Finding], options: Options) -> Counts:
    counts = Counts()
    for rule, count in Counter(finding.rule for finding in findings).items():
        severity = severity_of(rules()[rule], options.profile)
        setattr(counts, severity, getattr(counts, severity) + count)
    return counts


def _status(document: Document, counts: Counts) -> Status:
    if document.value is UNREADABLE:
        return "unreadable"
    return "error" if counts.error else "warning" if counts.warning else "pass"


def _deadline_entry(deadline: Deadline) -> DeadlineEntry:
    return DeadlineEntry(
        date=deadline.date.isoformat() if deadline.date else None,
        status=deadline.status, days_left=deadline.days_left, note=deadline.note,
    )  # fmt: skip


_PRECEDENCE = ("incident", "layout", "syntax", "schema", "limit", "roster", "calendar", "form")


def _merged(entries: list[NotChecked], off: set[str]) -> list[NotCheckedEntry]:
    """One entry per rule: the weightiest reason, with the records of that reason (0 = the whole file wins)."""
    by_rule: dict[str, list[NotChecked]] = {}
    for entry in entries:
        if entry.rule not in off:
            by_rule.setdefault(entry.rule, []).append(entry)
    merged = []
    for rule, own in sorted(by_rule.items()):
        reason = min((entry.reason for entry in own), key=_PRECEDENCE.index)
        counts = [entry.count for entry in own if entry.reason == reason]
        merged.append(NotCheckedEntry(rule=rule, reason=reason, count=0 if 0 in counts else sum(counts)))  # type: ignore[arg-type]
    return merged
