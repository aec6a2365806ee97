"""Reads a contract from its table in the settings."""

from collections.abc import Mapping

from argmap.checks.contracts.condition_reader import read_condition
from argmap.checks.contracts.contract import Contract
from argmap.checks.contracts.misread import Misread, Where, unknown
from argmap.severity import Severity

KEYS = (
    "code",
    "name",
    "severity",
    "message",
    "help",
    "why",
    "every",
    "must-have",
    "must-not-have",
    "must-exist",
)


def read_contract(table: object, number: int) -> Contract:
    """Return the contract that a table declares; the number names one that has no code.

    raises: `Misread`
    """
    if not isinstance(table, Mapping):
        raise Misread((f"contract {number}",), "has to be a table, `[[check.contracts]]`")
    code = table.get("code")
    where: Where = (f"contract {code if isinstance(code, str) and code else number}",)
    for key in table:
        if key not in KEYS:
            raise unknown(where, "the key", str(key), KEYS)
    for key in ("code", "name", "every"):
        if key not in table:
            raise Misread(where, f"has no `{key}`")
    must = [key for key in ("must-have", "must-not-have") if key in table]
    if len(must) != 1:
        count = "both" if must else "neither"
        raise Misread(where, f"has {count} of `must-have` and `must-not-have`; give it one")
    return Contract(
        code=_text(table, "code", where),
        name=_text(table, "name", where),
        severity=_severity(table, where),
        every=read_condition(table["every"], (*where, "every")),
        must=read_condition(table[must[0]], (*where, must[0])),
        is_forbidden=must[0] == "must-not-have",
        must_exist=_flag(table, "must-exist", where),
        message=_text(table, "message", where),
        help=_text(table, "help", where),
        why=_text(table, "why", where),
        table=table,
    )


def _text(table: Mapping[str, object], key: str, where: Where) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise Misread((*where, key), "has to be a text")
    return value.strip()


def _flag(table: Mapping[str, object], key: str, where: Where) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise Misread((*where, key), "has to be true or false")
    return value


def _severity(table: Mapping[str, object], where: Where) -> Severity:
    value = _text(table, "severity", where) or Severity.WARNING
    if value not in list(Severity):
        raise unknown((*where, "severity"), "the word", value, Severity)
    return Severity(value)
