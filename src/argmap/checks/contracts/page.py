"""The page of a contract, made from its declaration."""

from collections.abc import Mapping

from argmap.checks.contracts.contract import Contract


def page_of(contract: Contract) -> str:
    """Return what `argmap explain CODE` prints about a contract, in Markdown."""
    does = contract.every.words.does
    parts = [
        f"# {contract.code} {contract.name}",
        contract.summary,
        f"*{str(contract.severity).title()}. A contract of this project.*",
        "## The contract",
        "```toml\n" + _declaration(contract.table) + "```",
        "## When exactly",
        f"Reported is every node that {does}, if it {contract.fault}. A plain paragraph that "
        "takes part in no argument is prose and is passed over.",
    ]
    if contract.must_exist:
        parts.append(f"A map that has no node that {does} is reported too.")
    if contract.why:
        parts += ["## Why", contract.why]
    if contract.help:
        parts += ["## What to do", contract.help[:1].upper() + contract.help[1:]]
    return "\n\n".join(parts) + "\n"


def _declaration(table: Mapping[str, object]) -> str:
    lines = ["[[check.contracts]]", *(f"{key} = {_toml(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """Write a value as TOML, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value)
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case Mapping():
            inner = ", ".join(f"{_key(str(key))} = {_toml(each)}" for key, each in value.items())
            return f"{{{inner}}}"
        case _:
            return str(value)


def _key(key: str) -> str:
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else _quoted(key)


def _quoted(text: str) -> str:
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(c, c if c.isprintable() else _code(c)) for c in text) + '"'


def _code(character: str) -> str:
    return f"\\U{ord(character):08x}"
