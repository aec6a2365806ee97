"""Sets of rules for one purpose."""

from enum import StrEnum

from argmap.checks.rule import Default, Rule
from argmap.errors import ArgmapError


class Profile(StrEnum):
    """A set of rules for one purpose; every profile contains the classroom's."""

    CLASSROOM = "classroom"
    TEACH = "teach"
    DEBATE = "debate"
    STRICT = "strict"


class UnknownProfile(ArgmapError):  # noqa: N818 - it names what is wrong
    """There is no profile of that name."""


def profile_named(name: str) -> Profile:
    """Return the profile of that name; raise `UnknownProfile` if there is none."""
    try:
        return Profile(name.strip().casefold())
    except ValueError:
        choices = ", ".join(Profile)
        message = f"No profile is called {name!r}; choose one of {choices}."
        raise UnknownProfile(message) from None


def is_on(rule: Rule, profile: Profile) -> bool:
    """Tell whether a profile contains a rule."""
    return rule.default in (Default.ON, Default.DATA) or rule.default.value == profile.value
