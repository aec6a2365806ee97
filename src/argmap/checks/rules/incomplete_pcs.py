"""A structure that begins with a conclusion or ends without one (found while parsing)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN007",
    "incomplete-pcs",
    Severity.ERROR,
    "A premise-conclusion structure lacks its premises or its conclusion.",
    made_while_reading("SYN007"),
)
