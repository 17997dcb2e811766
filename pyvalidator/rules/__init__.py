"""The rules, one module each; see `pyvalidator.rule`."""
