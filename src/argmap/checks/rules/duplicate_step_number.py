"""Two statements of a structure with one number (found while building)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN006",
    "duplicate-step-number",
    Severity.ERROR,
    "A number is given twice in one premise-conclusion structure.",
    made_while_reading("SYN006"),
)
