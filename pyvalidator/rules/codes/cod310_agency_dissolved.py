"""報送機關已裁撤。

機關代碼檔把這個機關代碼標示為已裁撤。

## 為什麼重要

機關改制或裁撤後改用新的代碼，用舊代碼報送會對不到機關。

## 怎麼修正

請確認資料年月當時該機關是否仍存在：當時仍存在的舊資料可以照報；否則請在差勤系統改用新的機關代碼。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

AGENCIES = {"agencies": "機關代碼,機關名稱,裁撤註記\n376506200A,嘉義縣水上鄉公所,是\n376506211I,嘉義縣水上鄉清潔隊,\n"}


@file_rule(
    "COD310",
    owner="personnel",
    reads="agency_code",
    needs="agencies",
    severity="warning",
    since="1.0",
    message="{label}「{value}」（{name}）在機關代碼檔中標示為已裁撤。",
    fix="請人事單位確認資料年月當時該機關是否仍存在；已改用新代碼者，請在差勤系統更正{label}後重新產製。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(file: FileView) -> Faults:
    code = file.header("agency_code")
    agencies = file.context.agencies
    assert agencies is not None, "the rule runs only where it is given"
    if agencies.dissolved(code):
        yield Fault(params={"name": agencies.name(code)})


EXAMPLES = [
    Example("未裁撤", document(agency_code="376506211I"), options=AGENCIES),
    Example("已裁撤", document(), fires_at="/agency_code", options=AGENCIES),
]
