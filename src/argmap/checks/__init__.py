"""`Subject` → diagnostics. A rule is one file in `rules/` and one line in `RULES`."""

from argmap.checks.explain import explain, find_rule
from argmap.checks.profiles import Profile, UnknownProfile, profile_named
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.rules import RULES
from argmap.checks.runner import check
from argmap.checks.selection import Selection
from argmap.checks.selectors import UnknownRule, matching

__all__ = [
    "RULES",
    "Default",
    "Profile",
    "Rule",
    "Selection",
    "Subject",
    "UnknownProfile",
    "UnknownRule",
    "check",
    "explain",
    "find_rule",
    "matching",
    "profile_named",
]
