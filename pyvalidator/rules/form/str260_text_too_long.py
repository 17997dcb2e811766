"""文字太長。

內容超過版型規定的字數。字數以字元計：中文字、英文字母、標點各算 1 個字。

## 為什麼重要

超過長度的內容可能被截斷，或使整個檔案被退回。

## 怎麼修正

請在差勤系統精簡內容後重新產製。事由請簡要說明即可，不需貼上公文全文或個人病情。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR260",
    owner=("unit", "personnel"),
    types="text",
    severity="error",
    since="1.0",
    order=40,
    message="{label}有 {length} 個字，超過上限 {limit} 個字。",
    fix="請單位承辦或人事單位在差勤系統把{label}精簡到 {limit} 個字以內。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if spec.max_length is None or len(value) <= spec.max_length:
        return None
    return Fault(
        expected=f"{spec.max_length} 個字以內", params={"length": len(value), "limit": spec.max_length}
    )


EXAMPLES = [
    Example("姓名剛好 50 個字", sample(person_name="𠮷" * 50)),
    Example("姓名 51 個字", sample(person_name="王" * 51), fires_at="/records/0/person_name"),
    Example("事由剛好 200 個字", sample(reason="病" * 200)),
    Example("事由 201 個字", sample(reason="病" * 201), fires_at="/records/0/reason"),
]
