"""代表會應由 WebHR 報送。

機關名稱是嘉義縣的鄉（鎮、市）民代表會。依嘉義縣政府的函，代表會人數少、沒有差勤系統，差假在 WebHR 差勤子系統維護，
由 WebHR 自動上傳，不必另外上傳 JSON 檔。其他縣市的代表會不在這個函的範圍，請依所屬縣市政府的規定，本工具不提醒。

## 為什麼重要

同一個月從兩個管道報送，資料可能重複；哪一份算數，縣府函沒有寫。

## 怎麼修正

請確認貴會是否已在 WebHR 差勤子系統維護差假資料；已維護者不必再上傳這個檔案。
自有差勤系統者，請向縣（市）政府人事單位確認。

## 依據

{{ 府人考字第1100139574號函 文號 }}，對象是該縣所屬機關、學校、公所與代表會。
"""

from pyvalidator.domain.agencies import is_of_chiayi
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule(
    "COD320",
    owner="personnel",
    reads=("agency_name", "agency_code"),
    may_lack="agency_code",
    severity="warning",
    since="1.0",
    message="「{value}」是嘉義縣的代表會，依該縣政府的函，差假資料應在 WebHR 差勤子系統維護，由 WebHR 報送。",
    fix="請人事單位確認是否已由 WebHR 報送；已報送者請不要再上傳這個檔案。",
    sources="嘉義縣政府110年6月29日府人考字第1100139574號函",
)
def check(file: FileView) -> Faults:
    name, code = file.header("agency_name"), file.header("agency_code")
    if name is not None and "代表會" in name and is_of_chiayi(name, code):
        yield Fault("agency_name")


EXAMPLES = [
    Example("公所", document()),
    Example("縣議會不是代表會", document(agency_code="376800000A", agency_name="嘉義縣議會")),
    Example("別縣的代表會", document(agency_code="376530000A", agency_name="屏東縣東港鎮民代表會")),
    Example(
        "鄉民代表會", document(agency_code="376801200A", agency_name="水上鄉民代表會"), fires_at="/agency_name"
    ),
]
