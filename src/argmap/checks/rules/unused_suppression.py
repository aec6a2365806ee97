"""A comment for the checker that has no effect (found by the runner, which reads them)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN009",
    "unused-suppression",
    Severity.WARNING,
    "A comment that is to silence findings silences none.",
    made_while_reading("SYN009"),
)
