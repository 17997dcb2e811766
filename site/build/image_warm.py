"""Run once inside the runtime while its image is made: imports all that a page may want and fills the caches.

A Python that wakes from the image has no library to import from.
"""

import codecs
import gc
import importlib
import json
import pkgutil

import pyvalidator
from pyvalidator import browser, overlay
from pyvalidator.packaged import packaged_text
from pyvalidator.profile import built_in_profiles, load_profile

for module in pkgutil.walk_packages(pyvalidator.__path__, "pyvalidator."):
    if not module.name.startswith(("pyvalidator.cli", "pyvalidator.__main__")):
        importlib.import_module(module.name)
for name in ("xlsxwriter.workbook", "difflib", "_strptime", "traceback", "unicodedata", "pickle"):
    importlib.import_module(name)
for name in ("utf-8-sig", "utf-16", "utf-32", "big5", "big5hkscs", "cp950", "cp437", "gb18030", "latin-1", "ascii"):
    codecs.encode("a", name)
# A profile from outside is what pydantic is for.
assert load_profile(packaged_text("profiles/reference-1.toml"), "reference-1.toml") == built_in_profiles()["reference"]
assert overlay.read_schema(b'{"type": "object"}', "a").validator
for kind in ("good", "faulty"):
    sample = json.loads(browser.handle("samples", json.dumps({"kind": kind})))
    browser.handle("check", "{}", [{"name": sample["name"], "bytes": sample["text"].encode()}])
    for form in ("json", "csv", "html", "xlsx"):
        browser.handle("export", json.dumps({"format": form}))
browser.handle("about", "{}")
browser.handle("clear", "{}")
gc.collect()
gc.freeze()
