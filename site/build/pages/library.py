"""Reference of the library for programs that check files themselves, from the docstrings."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from types import ModuleType
from typing import Any, get_type_hints

#: What a program needs: module → names, in the order of use.
NAMES = {
    "pyvalidator.pipeline": ("check", "check_file", "CheckedFile"),
    "pyvalidator.input.files": ("Incoming",),
    "pyvalidator.options": ("Options",),
    "pyvalidator.domain.agencies": ("Roster", "AgencyList"),
    "pyvalidator.profile": ("built_in_profiles", "load_profile", "ProfileError", "Profile"),
    "pyvalidator.profile.model": ("published_schema",),
    "pyvalidator.report.model": ("Report", "FileReport", "Entry"),
    "pyvalidator.engine.registry": ("rules",),
    "pyvalidator.rule": ("Rule", "Example"),
    "pyvalidator.engine.finding": ("Fault",),
    "pyvalidator.samples": ("build_sample", "Sample"),
}

_SECTIONS = {"Args:", "Attributes:", "Raises:", "Returns:"}

_INTRO = '''# Library reference

Made from the docstrings. Everything here works without any input or output of its own: you give bytes and get a report.

```python
from datetime import date
from pathlib import Path

from pyvalidator.input.files import Incoming
from pyvalidator.options import Options
from pyvalidator.pipeline import check

path = Path("376506200A_11006.json")
report = check([Incoming(path.name, path.read_bytes())], Options(today=date(2021, 7, 10)))
for entry in report.files[0].findings:
    print(entry.rule, entry.line, entry.message)
Path("report.json").write_text(report.to_json(), "utf-8")
```
'''


def build_pages() -> dict[str, str | bytes]:
    """The page by its place in the docs."""
    lines = [_INTRO]
    for name, members in NAMES.items():
        module = importlib.import_module(name)
        lines += [f"## `{name}`", "", _doc(module).partition("\n\n")[0], ""]
        for member in members:
            lines += _describe(module, member)
    return {"develop/library.md": "\n".join(lines)}


def _describe(module: ModuleType, name: str) -> list[str]:
    target = getattr(module, name)
    lines = [f"### {name}", "", "```python", _signature(target, name), "```", "", _doc(target), ""]
    if _is_data(target):
        types = get_type_hints(target)
        lines += [f"- `{each.name}`: `{_type_name(types[each.name])}`" for each in dataclasses.fields(target)]
        lines.append("")
    return lines


def _signature(target: Any, name: str) -> str:
    if inspect.isclass(target):
        if _is_data(target) or issubclass(target, Exception):
            return f"class {name}"
        return f"class {name}{inspect.signature(target)}".replace(" -> None", "")
    # A function that stands in is shown by its name: where it lies in memory changes with every build.
    return re.sub(r"<function (\w+) at 0x\w+>", r"\1", f"def {name}{inspect.signature(inspect.unwrap(target))}")


def _is_data(target: Any) -> bool:
    """Whether these are facts to read rather than arguments to give."""
    return dataclasses.is_dataclass(target) and all(each.kw_only for each in dataclasses.fields(target))


def _type_name(annotation: Any) -> str:
    plain = inspect.isclass(annotation) and not hasattr(annotation, "__args__")
    text = annotation.__name__ if plain else str(annotation)
    return text.replace("typing.", "").replace("pyvalidator.", "")


def _doc(target: Any) -> str:
    """The docstring with its `Args:` and like sections as lists, which Markdown would run together."""
    lines: list[str] = []
    in_section = False
    for line in (inspect.getdoc(target) or "").splitlines():
        text = line.strip()
        if text in _SECTIONS:
            lines += ["", f"**{text.removesuffix(':')}**", ""]
            in_section = True
        elif in_section and line.startswith("    "):
            lines.append(f"  {text}" if line.startswith("     ") else f"- {text}")
        else:
            in_section = in_section and not text
            lines.append(line)
    return "\n".join(lines)
