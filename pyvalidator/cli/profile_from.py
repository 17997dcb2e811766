"""`pyvalidator profile-from`: a draft of a profile out of files whose layout is unknown."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from pyvalidator.cli import streams
from pyvalidator.input.gathering import gather_paths
from pyvalidator.options import today_in_taipei
from pyvalidator.privacy.masking import mask_text
from pyvalidator.wizard import Draft, draft_toml, propose
from pyvalidator.wizard.bounded_read import read_bounded, told_apart
from pyvalidator.wizard.draft import open_codes
from pyvalidator.wizard.words import confidence_word, examples, places, titles
from pyvalidator.wording import LEVEL


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
    draft = propose([read.value for read in reads])
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
    for what, where in places(draft.shape):
        yield f"{what}：{where}"
    if draft.shape.doubt:
        yield draft.shape.doubt
    for choice in draft.choices:
        name = f"{titles()[choice.field]}（{choice.field}）" if choice.field else "不檢核"
        why = f"：{choice.reason}" if choice.reason else ""
        key = f"{LEVEL[choice.column.level]}　{choice.column.shown_key}"
        yield f"  {key} → {name}　{confidence_word(choice)}{why}　例：{'、'.join(examples(choice))}"
    if draft.missing:
        yield "還沒有對應的檢核欄位：" + "、".join(f"{titles()[name]}（{name}）" for name in draft.missing)
    for choice in draft.choices:
        if choice.field and (codes := open_codes(choice)):
            title, table = titles()[choice.field], f"[tables.{choice.field}]"
            yield f"「{title}」還有 {len(codes)} 個代碼不知道意思，請在版型檔的 {table} 填寫。"
    yield "這是推定的草稿，請核對後執行 pyvalidator profiles --check 版型檔 --with 資料檔。"
