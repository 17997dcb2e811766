"""What the pages say of the build: version, commit, day, profile, and how long law and calendar are right."""

from __future__ import annotations

from datetime import date

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.leave_law import checked_on, good_to
from pyvalidator.domain.roc import day_text
from pyvalidator.profile import built_in_profiles
from pyvalidator.wording import profile_status
from tasks.identity import Identity


def right_until() -> date:
    """The last day for which both the calendar and the law of this copy are meant."""
    return min(official_calendar().last_obtained, good_to())


def describe_build(identity: Identity) -> dict[str, str]:
    """For the page's scripts."""
    return {
        "mark": identity.mark, "version": identity.version, "day": identity.day, "until": right_until().isoformat(),
    }  # fmt: skip


def render_build(identity: Identity) -> str:
    """One paragraph, as HTML, for the foot of every page."""
    profile = built_in_profiles()["reference"]
    # A "+" at the end: with changes that no commit holds.
    commit = (identity.commit[:12] or "不明") + "+" * identity.commit.endswith("+")
    parts = (
        f"版本 {identity.version}（{day_text(date.fromisoformat(identity.day))}，提交 {commit}）",
        f"{profile.title}（{profile.id} {profile.version}，{profile_status(profile.status, 'built_in')}）",
        f"辦公日曆到 {day_text(official_calendar().last_obtained)}，"
        f"法規適用到 {day_text(good_to())}的差假（{day_text(checked_on())}查對）",
    )
    return f'<p class="pv-build">{"；".join(parts)}。</p>'
