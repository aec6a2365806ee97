"""An inference that uses what is not there (found while building)."""

from argmap.checks.rule import Default, Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN008",
    "bad-inference-reference",
    Severity.ERROR,
    "`uses:` names a statement that is not above the inference.",
    made_while_reading("SYN008"),
    Default.DATA,
)
