"""A table of fields, as official documents have it, becomes a profile; and a profile becomes such a table."""

from pyvalidator.spec_table.proposal import About, Spec, SpecError, read_spec, spec_toml

__all__ = ["About", "Spec", "SpecError", "read_spec", "spec_toml"]
