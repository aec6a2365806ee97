"""Data that is not YAML, or no mapping (found while parsing)."""

from argmap.checks.rule import Rule, made_while_reading
from argmap.diagnostic import Severity

RULE = Rule(
    "SYN004",
    "malformed-data",
    Severity.ERROR,
    "A `{…}` block or the front matter is not valid YAML.",
    made_while_reading("SYN004"),
)
