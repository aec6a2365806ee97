"""An announced finding that is not made (found by the runner, which knows all findings)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "EXP001",
    "missing-expected-finding",
    Severity.ERROR,
    "`expect:` announces a finding that is not made.",
    made_while_reading("EXP001"),
)
