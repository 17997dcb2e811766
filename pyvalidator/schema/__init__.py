"""The user's own JSON Schema, beside the rules."""
