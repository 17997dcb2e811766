"""`pyvalidator profile-from`: a draft of a profile out of files whose layout is unknown."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from pyvalidator.cli import streams
from pyvalidator.input.gathering import gather_paths
from pyvalidator.options import today_in_taipei
from pyvalidator.privacy.masking import mask_key, mask_text
from pyvalidator.wizard import Draft, draft_toml, propose
from pyvalidator.wizard.bounded_read import read_bounded, told_apart
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.draft import open_codes, table_of
from pyvalidator.wizard.words import (
    confidence_word,
    examples,
    key_words,
    level_words,
    pattern_words,
    places,
    question_of,
    titles,
)


def run(arguments: Namespace) -> int:
    """Write the draft; tell on standard error what was found, what is missing and what to do next.

    Raises:
        UsageError: nothing in the files looks like records of leave; or neither files nor a table were given.
    """
    if arguments.spec is not None:
        # Needed only here.
        from pyvalidator.cli import profile_from_spec

        return profile_from_spec.run(arguments)
    if not arguments.files:
        raise streams.UsageError("請指定資料檔，或用 --spec 指定欄位說明表。")
    if arguments.kit:
        raise streams.UsageError("--kit 要和 --spec 一起使用。")
    streams.refuse_missing_folder(arguments.output)
    gathered = gather_paths(arguments.files, streams.read_stdin)
    streams.refuse_inputs(arguments.output)
    for problem in gathered.problems:
        streams.print_note(problem)
    reads, instead = read_bounded(file.read() for file in gathered.files)
    draft = propose([read.value for read in reads], names=[read.name for read in reads])
    if draft is None and instead:
        raise streams.UsageError(told_apart(instead))
    if draft is None:
        raise streams.UsageError("這些檔案裡找不到像差假紀錄的資料（一筆一筆、含日期的物件），無法推定版型。")
    draft.about.date = today_in_taipei().isoformat()
    draft.about.id = arguments.id
    draft.about.title = arguments.title or draft.about.title
    parts = "、".join(mask_text(read.name) for read in reads if not read.whole)
    looked = f"看了 {len(reads)} 個檔案" + (f"，其中 {parts} 較大，只看了開頭" if parts else "") + "。"
    streams.print_note("\n".join([*filter(None, [told_apart(instead)]), looked, *_summary(draft)]))
    streams.write_result(draft_toml(draft).encode(), arguments.output)
    return 2 if gathered.problems else 0


def _summary(draft: Draft) -> Iterator[str]:
    """What was found where, what each key is, and what a person has to answer."""
    yield from (f"{what}：{where}" for what, where in places(draft.shape))
    yield from _places(draft)
    if draft.shape.doubt:
        yield draft.shape.doubt
    for choice in draft.choices:
        if choice.joined_to is None:
            yield from _key(draft, choice)
    if draft.file_name:
        yield f"由檔名讀：{draft.file_name}"
    if draft.missing:
        yield "還沒有對應，不會檢核到的欄位：" + "、".join(f"{titles()[name]}（{name}）" for name in draft.missing)
        yield "檔案裡真的沒有的，請寫進版型檔的 absent；寫了才不會算作漏看。"
    for choice in draft.choices:
        if choice.field and choice.codes:
            yield from _codes(choice)
    questions = sum(bool(question_of(choice)) for choice in draft.choices)
    if questions:
        yield f"有 {questions} 個鍵要請您確認（上面以「？」開頭），理由也寫在版型檔的註解裡。"
    yield "這是推定的草稿，請核對後執行 pyvalidator profiles --check 版型檔 --with 資料檔。"


def _places(draft: Draft) -> Iterator[str]:
    for candidate in draft.shape.candidates:
        if candidate.asks:
            title = pattern_words(candidate.pattern)
            yield f"？「{title}」有 {candidate.count:,} 筆：{candidate.reason}。"
            yield "    沒有當作差假紀錄；確定不是差假的，請寫進版型檔的 ignored，是的話寫進 records。"
    for place in draft.shape.key_places:
        if place.is_data:
            yield f"「{pattern_words(place.pattern + '/*')}」底下的 {place.members:,} 個鍵名是資料：{place.evidence}"
    for pattern, constants in draft.suggested.place_constants.items():
        for kind in constants.values():
            yield f"？「{pattern_words(pattern)}」的紀錄看來都是{kind}；對的話，請刪掉版型檔裡該處的「# 」。"


def _key(draft: Draft, choice: Choice) -> Iterator[str]:
    name = f"{titles()[choice.field]}（{choice.field}）" if choice.field else "不檢核"
    why = f"：{choice.reason}" if choice.reason else ""
    asks = question_of(choice)
    key = f"{level_words(draft.shape, choice.column.level)}　{key_words(choice)}"
    yield f"{'？' if asks else '  '}{key} → {name}　{confidence_word(choice)}{why}　例：{'、'.join(examples(choice))}"
    if asks:
        yield f"    {asks}"
    for reading in choice.readings:
        pairs = "、".join(mask_text(f"{written} → {read}") for written, read in reading.examples)
        yield f"    {reading.words}：{pairs}" + (f"（{reading.against}）" if reading.against else "")


def _codes(choice: Choice) -> Iterator[str]:
    title, table = titles()[choice.field or ""], f"[tables.{table_of(choice)}]"
    if codes := open_codes(choice):
        yield f"「{title}」還有 {len(codes)} 個代碼不知道意思，請在版型檔的 {table} 填寫。"
    if proposed := [f"{mask_key(code)} → {choice.codes[code]}" for code in choice.codes if code in choice.proposed]:
        yield f"「{title}」有 {len(proposed)} 個是推測的，請在 {table} 確認：{'、'.join(proposed)}"
