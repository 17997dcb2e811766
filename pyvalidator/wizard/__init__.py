"""對照精靈: proposes a profile for a file whose layout is unknown; the user confirms and corrects."""

from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.draft import About, Draft, draft_profile, propose
from pyvalidator.wizard.guess_fields import settle
from pyvalidator.wizard.toml_text import draft_toml
from pyvalidator.wizard.words import examples

__all__ = ["About", "Choice", "Draft", "draft_profile", "draft_toml", "examples", "propose", "settle"]
