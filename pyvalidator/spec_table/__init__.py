"""A table of fields, as official documents have it, becomes a profile; and a profile becomes such a table."""

from pyvalidator.spec_table.proposal import Spec, SpecError, new_about, read_spec, spec_toml

__all__ = ["Spec", "SpecError", "new_about", "read_spec", "spec_toml"]
