"""檔案的機關不在應報送機關名冊。

這個檔案的機關代碼不在名冊中。

## 為什麼重要

可能是機關代碼填錯，或名冊不是最新版本。

## 怎麼修正

請確認機關代碼；代碼正確時，請把機關補進名冊。
"""

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT330", owner=("supervisor", "personnel"),
            severity="info", since="1.0", needs="roster", reads="agency_code",
            message="機關 {agency} 不在應報送機關名冊：{files}。",
            fix="請主管機關確認名冊是否漏列這個機關；機關代碼填錯時，請人事單位更正後重新產製。")  # fmt: skip
def check(batch: Batch) -> Faults:
    assert batch.roster is not None, "the rule runs only where it is given"
    files: dict[str, list[str]] = {}
    for file in batch.files:
        if file.agency_code is not None and file.agency_code not in batch.roster.by_code:
            files.setdefault(file.agency_code, []).append(file.name)
    for agency, names in files.items():
        yield Fault(files=tuple(names), params={"agency": agency})


_HEADER = "機關代碼,機關名稱\n"

EXAMPLES = [
    Example("在名冊中", files={"a.json": document([{}])}, options={"roster": _HEADER + "376506200A,水上鄉公所\n"}),
    Example(
        "不在名冊中",
        files={"a.json": document([{}])},
        fires_at="",
        options={"roster": _HEADER + "376506211I,水上鄉清潔隊\n"},
    ),
]
