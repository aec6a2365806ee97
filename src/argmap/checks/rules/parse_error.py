"""What the parser cannot read (found while parsing)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN001",
    "parse-error",
    Severity.ERROR,
    "The text is not Argdown.",
    made_while_reading("SYN001"),
)
