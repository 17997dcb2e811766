"""A long answer of the worker crosses in slices that are put together to the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

MODULE = Path(__file__).resolve().parents[2] / "site" / "app" / "worker" / "slices.mjs"
SCRIPT = f"""
import {{ addSlice, sliceAnswer }} from {json.dumps(MODULE.as_uri())};
let text = "";
for await (const part of process.stdin.setEncoding("utf8")) text += part;
const {{ result, slices }} = sliceAnswer(text);
const count = (value) => value === null || typeof value !== "object" ? 0
    : Object.values(value).reduce((sum, child) => sum + count(child), 1);
const sizes = [result, ...slices].map(count);
for (const slice of slices) addSlice(result, structuredClone(slice));
console.log(JSON.stringify({{ sizes, result: typeof result === "string" ? JSON.parse(result) : result }}));
"""


def crossed(answer: Any) -> tuple[Any, list[int]]:
    """The answer as the page has it, and how many objects each message held."""
    text = json.dumps(answer, ensure_ascii=False)
    made = subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT], input=text, capture_output=True, check=True, encoding="utf-8"
    )
    told = json.loads(made.stdout)
    return told["result"], told["sizes"]


def finding(number: int) -> dict[str, Any]:
    return {"rule": "COD105", "message": "字" * 20, "person": {"index": number}, "params": {"all": [number, None]}}


def test_short_answer_crosses_in_one_message() -> None:
    answer = {"version": "1.0.0", "rules": [finding(1)]}
    assert crossed(answer) == (answer, [0])


def test_long_answer_is_put_together_to_the_same() -> None:
    """One file with many findings, many files with few each, and a long list of plain values."""
    files = [{"name": f"{index}.json", "findings": [finding(number) for number in range(40)]} for index in range(60)]
    files.insert(3, {"name": "large.json", "findings": [finding(number) for number in range(5000)]})
    report = {"files": files, "batch": {"findings": [finding(1)], "matrix": []}, "numbers": list(range(9000))}
    answer = {"report": report, "name": "差勤檢核", "side": [], "__proto__": [finding(1)]}
    made, sizes = crossed(answer)
    assert made == answer
    assert len(sizes) > 30 and max(sizes) < 1000
