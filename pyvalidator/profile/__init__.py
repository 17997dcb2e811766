"""Format profiles: what a file looks like, as data."""

from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.layout import Layout
from pyvalidator.profile.load import ProfileError, built_in_profiles, load_profile, origin_of
from pyvalidator.profile.spec import Profile

__all__ = ["FieldSpec", "Layout", "Profile", "ProfileError", "built_in_profiles", "load_profile", "origin_of"]
