"""The data of a text as the reference reads it, and what of it the reference refuses."""

import re
from dataclasses import dataclass, field

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.tokens import Token
from argmap.syntax.strict.values import is_true
from argmap.syntax.strict.yaml_reader import load_yaml
from argmap.syntax.strict.yaml_text import YamlRefusal

_BLOCK = re.compile(r"\{[ \t]*\n")
_BLOCK_END = re.compile(r"\}\s*\Z")


@dataclass(slots=True)
class DataValues:
    """The values of data tokens; those that could not be read count as empty mappings.

    settings: the front matter, or an empty mapping if there is none that is one
    """

    settings: dict[str, object] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _values: dict[Token, object] = field(default_factory=dict)

    def of(self, token: Token | None) -> object:
        """Return the value of a token; None for no token."""
        return None if token is None else self._values[token]

    def mapping(self, token: Token | None) -> dict[str, object]:
        """Return the value of a token, or an empty mapping if it is another kind of value."""
        value = self.of(token)
        return value if isinstance(value, dict) else {}


def read_values(text: str, reading: Reading) -> DataValues:
    """Read all data of a text that was read."""
    values = DataValues()
    front = reading.front_matter
    if front is not None:
        body = text[front.start : front.end].lstrip("=")
        settings = _value(values, front, body.rstrip("="), front.end - len(body))
        values.settings = settings if isinstance(settings, dict) else {}
    takes_blocks = _takes_blocks(values.settings)
    for token in reading.data:
        start, end = token.start, token.end
        opening = _BLOCK.match(text, start, end) if takes_blocks else None
        if opening:
            start, end = opening.end(), end - 1
        values._values[token] = _value(values, token, text[start:end], start)
    return values


def _takes_blocks(settings: dict[str, object]) -> bool:
    """Tell whether `{` before a line end begins indented YAML, as it does unless turned off."""
    if "data" not in settings:
        return True
    data = settings["data"]
    return isinstance(data, dict) and is_true(data.get("switchToBlockFormatIfMultiline", True))


def _value(values: DataValues, token: Token, body: str, start: int) -> object:
    try:
        return load_yaml(body)
    except YamlRefusal as refusal:
        at = min(start + refusal.at, token.end - 1)
        message = f"The reference cannot read this data as YAML: {refusal.reason}."
        help = 'write `{key: "value"}`, with quotes around text that holds signs of YAML.'
        values.findings.append(Finding(Span(at, at + 1), message, help))
        return {}
