"""A setting for the checker that makes no sense (found by the runner, which reads them)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "EXP002",
    "unreadable-check-setting",
    Severity.ERROR,
    "An entry of `expect:` or `check:` cannot be read.",
    made_while_reading("EXP002"),
)
