"""兩個檔案的內容完全相同。

這次檢核的檔案中，有兩個以上的內容一個位元組都不差，只是檔名不同。

## 為什麼重要

可能複製時忘了改成另一個機關或月份的檔案，該報送的那一份就漏了。

## 怎麼修正

請只留下一個檔案；若本應是另一個機關或月份的資料，請重新產製那一份。
"""

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT120", owner="personnel", severity="error", since="1.0", reads_content=False,
            message="這 {count} 個檔案的內容完全相同：{files}。",
            fix="請人事單位只留下一個檔案；若本應是不同機關或月份的資料，請重新產製。")  # fmt: skip
def check(batch: Batch) -> Faults:
    same: dict[str, list[str]] = {}
    for file in batch.files:
        if file.sha256:
            same.setdefault(file.sha256, []).append(file.name)
    for names in same.values():
        if len(names) > 1:
            yield Fault(files=tuple(names), params={"count": len(names)})


EXAMPLES = [
    Example("內容不同", files={"a.json": document([{}]), "b.json": document([{"reason": "複診"}])}),
    Example("內容相同", files={"a.json": document([{}]), "b.json": document([{}])}, fires_at=""),
]
