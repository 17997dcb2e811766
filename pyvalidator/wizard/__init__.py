"""對照精靈: proposes a profile for a file whose layout is unknown; the user confirms and corrects."""

from pyvalidator.wizard.draft import Draft, draft_profile, examples, propose
from pyvalidator.wizard.guess import Choice, settle
from pyvalidator.wizard.toml_text import draft_toml

__all__ = ["Choice", "Draft", "draft_profile", "draft_toml", "examples", "propose", "settle"]
