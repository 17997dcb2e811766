"""檔案可能只是其中一頁。

檔案裡有分頁用的欄位（例如 page、total_pages、has_more、total），而且內容表示還有其他頁，或總筆數比檔案裡的多。

## 為什麼重要

只拿到其中一頁時，其餘的差假全部漏報，檔案本身卻看不出少了什麼。

## 怎麼修正

請廠商一次產製整個月的全部差假，不要分頁。不要改小資料筆數，檔案會看起來完整，差假卻還是少的。
"""

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR125",
    fault_code="page_of_several",
    severity="warning",
    owner="vendor",
    since="1.0",
    message="這個檔案可能只是其中一部分：{said}，檔案裡有 {actual} 筆。",
    fix="請廠商一次產製整個月的全部差假（不分頁），重新產製後再檢核；其餘的差假還沒有檢核。",
)

EXAMPLES = [
    Example("沒有分頁", document()),
    Example("三頁中的第一頁", document(page=1, total_pages=3), fires_at="/total_pages"),
    Example("還有下一頁", document(paging={"offset": 0, "has_more": True}), fires_at="/paging/has_more"),
    Example("總筆數比檔案裡的多", document(total=66), fires_at="/total"),
]
