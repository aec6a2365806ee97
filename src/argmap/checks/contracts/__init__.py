"""Contracts: the rules that a project declares in its settings, without a line of Python.

Each says of every node that fits one condition that it must, or must not, fit another.
"""

from argmap.checks.contracts.misread import Misread
from argmap.checks.contracts.reader import read_contract
from argmap.checks.contracts.rules import rule_of
from argmap.checks.rule import Rule

__all__ = ["Misread", "read_contracts"]


def read_contracts(value: object) -> tuple[Rule, ...]:
    """Return the rules that a list of tables declares.

    raises: `Misread`, which says what is wrong with which contract
    """
    if not isinstance(value, list):
        raise Misread(("contracts",), "has to be a list of tables, each `[[check.contracts]]`")
    return tuple(rule_of(read_contract(table, n)) for n, table in enumerate(value, 1))
