"""檔案的格式可能已經改變。

所有差假都沒有版型上的一個必要欄位（人員、假別、開始日期、結束日期或請假長度）。不是某一筆漏填，而是整個檔案沒有這個鍵，
多半是差勤系統改版，改了欄位的名稱或寫法。其他檢查因此都沒有進行，列在「沒有檢核的項目」。

## 為什麼重要

版型說的是以前的格式。依舊的版型逐筆檢查新的格式，只會產生大量沒有意義的訊息，也看不出真正的錯誤。

## 怎麼修正

原來的版型檔和這個檔案一起放入頁面後，按「對照精靈：由檔案建立版型」：精靈從原來的版型開始，只問改變的鍵。
命令列可用 profile-from 產生新的版型，再用 profiles --compare 比較兩者。不是差勤系統改版時，請洽廠商。
"""

from typing import Any

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR105",
    fault_code="layout_changed",
    severity="error",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    never_off=True,
    message="檔案的格式與版型「{profile_title}」不同，可能是差勤系統改版：所有差假都沒有{gone}{new}。"
    "其他項目沒有檢核；格式不同，不表示檔案有錯。",
    fix="請人事單位把原來的版型檔與這個檔案一起放入頁面，用對照精靈比較並更新版型（命令列：profile-from 產生新版型，"
    "profiles --compare 比較），或洽廠商確認格式是否改變。",
)


def _days(**changes: Any) -> dict[str, Any]:
    return document([{"start_date": f"110060{day}", "end_date": f"110060{day}", **changes} for day in (1, 2, 3, 4, 7)])


EXAMPLES = [
    Example("格式沒有改變", _days()),
    Example("只有一筆沒有假別", document([{}, {"leave_type": ..., "start_date": "1100608", "end_date": "1100608"}])),
    Example("假別改了名稱", _days(leave_type=..., leaveType="病假"), fires_at=""),
    Example("開始日期與結束日期合成一個欄位", document([{"start_date": ..., "end_date": ..., "期間": "1100607-1100608"}]),
            fires_at=""),
]  # fmt: skip
