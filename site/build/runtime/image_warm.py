"""Run once inside the runtime while its image is made: imports all that a page may want soon and fills the caches.

What is not imported here lies in an archive beside the image (`build_assets` in `python.py`).
"""

import codecs
import importlib
import json
import pkgutil
import sys
import zipimport

import pyvalidator
from pyvalidator import browser
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.rule import document
from pyvalidator.runtime.gc_control import freeze_all
from pyvalidator.runtime.package_files import read_package_text

# What few ever ask for: libraries for spreadsheets, XML's readers behind JUnit, the wizard, tables of fields, the
# samples. All in all an eighth of the image.
RARE = (
    "pyvalidator.report.render.matrix_book", "pyvalidator.report.render.workbook", "pyvalidator.report.render.junit",
    "pyvalidator.report.render.sarif", "pyvalidator.report.overview", "pyvalidator.report.platform_refusal",
    "pyvalidator.wizard", "pyvalidator.browser.wizard", "pyvalidator.repair", "pyvalidator.samples",
    "pyvalidator.writing", "pyvalidator.browser.settings", "pyvalidator.input.shipped_settings",
    "pyvalidator.spec_table", "pyvalidator.browser.spec_table",
)

for module in pkgutil.walk_packages(pyvalidator.__path__, "pyvalidator."):
    if not module.name.startswith(("pyvalidator.cli", "pyvalidator.__main__", *RARE)):
        importlib.import_module(module.name)
for name in ("difflib", "_strptime", "traceback", "unicodedata", "pickle"):
    importlib.import_module(name)
for name in ("utf-8-sig", "utf-16", "utf-32", "big5", "big5hkscs", "cp950", "cp437", "gb18030", "latin-1", "ascii"):
    codecs.encode("a", name)
# A profile from outside is what pydantic is for.
reference = built_in_profiles()["reference"]
file_name = f"reference-{reference.version}.toml"
assert load_profile(read_package_text(f"profiles/{file_name}"), file_name) == reference
for changes in ({}, {"days": -1, "start_date": "1100631", "leave_type": "\u75c5", "person_name": " "}):
    text = json.dumps(document([{}, changes]), ensure_ascii=False)
    browser.handle("check", "{}", [{"name": "a.json", "bytes": text.encode()}])
    for form in ("json", "csv", "html"):
        browser.handle("export", json.dumps({"format": form}))
browser.handle("about", "{}")
browser.handle("clear", "{}")
# The archives that were imported from are not there where the image wakes.
sys.path_importer_cache.clear()
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
freeze_all()
json.dumps(sorted(sys.modules))
