"""同一姓名在不同檔案有新舊兩種統一證號。

同一機關的檔案，同一個姓名在一個檔案裡是舊式外來人口統一證號（第二碼是英文字母），在另一個檔案裡是新式（第二碼是 8 或 9），性別碼相符，
很可能是換發前後的同一人。跨月的差假以兩個號碼當作同一人比對。

## 為什麼重要

換發之後仍有檔案用舊的號碼時，同一人的差假會分散在兩個號碼之下。也可能是同名同姓的兩個人，因此只請您確認。

## 怎麼修正

請對照人事資料，確認是否同一人；是的話，請在差勤系統統一用現行的統一證號，再重新產製。當月還沒有換發的，保留說明即可。
"""

from collections import defaultdict
from typing import Any

from pyvalidator.domain.person_ids import name_and_sex, old_or_new_form
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT250", owner="personnel", severity="warning", since="1.0", reads=("person_id", "person_name"),
            message="「{name}」在不同檔案分別是新舊兩種統一證號：{files}。",
            fix="請人事單位對照人事資料，確認是否同一人；是的話，請在差勤系統統一用現行的統一證號再重新產製；當月還沒有換發的，保留說明即可。",
            sources=["參考版型"])  # fmt: skip
def check(batch: Batch) -> Faults:
    found: dict[str, defaultdict[Any, dict[str, str]]] = {"old": defaultdict(dict), "new": defaultdict(dict)}
    for file in batch.files if len(batch.files) > 1 else ():
        for person_id, person in file.people.items():
            form = old_or_new_form(person_id)
            if form is not None and (who := name_and_sex(person.name, person_id)) is not None:
                # In another agency a namesake is rather another person.
                found[form][file.agency_code, who][file.name] = person.name or ""
    for who, olds in found["old"].items():
        news = found["new"].get(who, {})
        # Where both stand in one file, that file says so itself.
        if news and olds.keys().isdisjoint(news):
            files = tuple(dict.fromkeys([*olds, *news]))
            yield Fault(files=files, params={"name": next(iter(news.values()))})


def _june(**person: str) -> dict[str, Any]:
    return document([{"person_name": "MARIA SANTOS", **person}])


def _july(**person: str) -> dict[str, Any]:
    record = {"person_name": "MARIA SANTOS", "start_date": "1100705", "end_date": "1100705", **person}
    return document([record], period="11007", generated_at="1100805")


_OLD, _NEW = {"person_id": "AC01234567"}, {"person_id": "A801234569"}

EXAMPLES = [
    Example("都是新式", files={"06.json": _june(**_NEW), "07.json": _july(**_NEW)}),
    Example("不同的人", files={"06.json": _june(**_OLD), "07.json": _july(**_NEW, person_name="JOSE CRUZ")}),
    Example("六月舊式、七月新式", files={"06.json": _june(**_OLD), "07.json": _july(**_NEW)}, fires_at=""),
]
