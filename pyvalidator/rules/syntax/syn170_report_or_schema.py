"""檔案是檢核報告或格式定義，不是資料。

這個檔案是本工具產生的檢核報告（JSON、SARIF、HTML、CSV、Excel、JUnit 或文字），或是說明檔案格式的 JSON Schema，
裡面沒有要報送的差假資料，因此沒有檢核。

## 為什麼重要

報告是檢核的結果，不是被檢核的檔案；把它當作資料，看到的結論就和真正要報送的檔案無關。

## 怎麼修正

請改放差勤系統產製的資料檔；報告裡寫有它的檔名。JSON Schema 在頁面上與資料檔一起放入，在命令列以 `--schema` 指定。
"""

from pyvalidator import __version__
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN170",
    owner="personnel",
    fault_code="own_file",
    severity="error",
    since="1.0",
    message="這個檔案是{what}，不是差假資料，沒有檢核。",
    fix="請改放差勤系統產製的資料檔；要套用 JSON Schema 的，請與資料檔一起放入。",
)

_REPORT = {
    "report_version": 1,
    "generator": {"name": "pyvalidator", "version": __version__},
    "files": [],
    "summary": {"files": 0, "error": 0, "warning": 0, "info": 0},
}

EXAMPLES = [
    Example("差勤系統產製的資料檔", sample()),
    Example("把 JSON 報告當作資料", _REPORT, fires_at=""),
    Example("把 CSV 報告當作資料", "檔案,嚴重程度,規則,標題\na.json,必須修正,REC110,結束早於開始\n", fires_at=""),
    Example("把 JSON Schema 當作資料", {"$schema": "https://json-schema.org/draft/2020-12/schema"}, fires_at=""),
]
