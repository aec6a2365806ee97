"""A contract as a rule like any other."""

from collections.abc import Iterator

from argmap.checks.contracts.contract import Contract
from argmap.checks.contracts.findings import breaches
from argmap.checks.contracts.page import page_of
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding


def rule_of(contract: Contract) -> Rule:
    """Return the rule that finds what breaks a contract."""

    def find(subject: Subject) -> Iterator[Finding]:
        return breaches(contract, subject)

    return Rule(
        contract.code,
        contract.name,
        contract.severity,
        contract.summary,
        find,
        page=page_of(contract),
    )
