"""上級機關的檔案含有所屬機關的人員。

上級機關（例如公所）的檔案中，有所屬機關（例如清潔隊）檔案裡半數以上的人員，可能把所屬機關併入報送。

## 為什麼重要

縣府函明定平臺以機關代碼稽核，不得合併報送；併入上級機關又另外報送，差假會重複計算。

## 怎麼修正

請在差勤系統把產製範圍改為只含本機關的人員，重新產製上級機關的檔案。

## 依據

{{ 府人考字第1100139574號函 文號 }}：所屬機關不得併入上級機關報送。機關的上下關係由機關代碼推知（可信度：中）。
"""

from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.agency_tree import merged


@batch_rule("BAT220", owner=("personnel", "vendor"),
            severity="warning", since="1.0", reads=("person_id", "agency_code", "period"),
            message="{parent} 的檔案含有所屬機關 {child} 在 {month}的 {count} 位人員，可能合併報送：{files}。",
            fix="請人事單位把上級機關的產製範圍改為只含本機關的人員，再重新產製；不能選擇範圍時，請洽廠商。",
            sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for parent, child, shared in merged(batch):
        assert child.period is not None, "only files of one month are compared"
        params = {
            "parent": parent.agency_code, "child": child.agency_code, "count": len(shared),
            "month": month_text(child.period),
        }  # fmt: skip
        yield Fault(files=(parent.name, child.name), params=params)


_CLEANERS = [{"person_id": "A123456789"}, {"person_id": "A234567893", "person_name": "陳美玲"}]
_TEAM = {"agency_code": "376506211I", "agency_name": "水上鄉清潔隊"}

EXAMPLES = [
    Example("只有一人相同", files={"a.json": document(_CLEANERS[:1]), "b.json": document(_CLEANERS, **_TEAM)}),
    Example("公所含清潔隊", files={"a.json": document(_CLEANERS), "b.json": document(_CLEANERS, **_TEAM)}, fires_at=""),
]
