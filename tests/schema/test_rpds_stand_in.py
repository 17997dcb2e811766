"""The browser has no `rpds`: a custom schema must work with the stand-in alone."""

import subprocess
import sys

SCRIPT = """
import importlib.util, json
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "rpds" else find(name, *rest)
from pyvalidator.schema.user_schema import read_schema
schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"x": {"const": "X"}},
          "properties": {"a": {"$ref": "#/$defs/x"}, "b": {"$anchor": "here"}, "c": {"$ref": "#here"}}}
read_schema(json.dumps(schema).encode(), "s.json")
import rpds
from jsonschema import Draft202012Validator
print(rpds.HashTrieSet.__module__, [error.message for error in Draft202012Validator(schema).iter_errors({"a": 1})])
"""


def test_schema_with_references_works_without_rpds() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert run.stdout.strip() == "pyvalidator.runtime.rpds_stand_in [\"'X' was expected\"]", run.stderr
