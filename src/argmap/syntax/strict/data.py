"""The data of a text as the reference reads it, and what of it the reference refuses."""

import re

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.reference.tokens import Kind, Token
from argmap.syntax.strict.js_yaml import YamlRefusal, load_yaml
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.refused import refused
from argmap.syntax.strict.values import is_true

_BLOCK = re.compile(r"\{[ \t]*\n")


class DataValues:
    """The values of all data tokens of a text.

    settings: the front matter, or an empty mapping if there is none that is one
    refused:  what is to be told about data that cannot be read, which counts as empty
    """

    def __init__(self, text: str, reading: Reading) -> None:
        self.settings: dict[str, object] = {}
        self.refused: dict[Token, Finding] = {}
        self._values: dict[Token, object] = {}
        front = reading.front_matter
        if front is not None:
            body = text[front.start : front.end].lstrip("=")
            self._read(front, body.rstrip("="), front.end - len(body))
            self.settings = self.mapping(front)
        takes_blocks = _takes_blocks(self.settings)
        for token in reading.data:
            start, end = token.start, token.end
            opening = _BLOCK.match(text, start, end) if takes_blocks else None
            if opening:
                start, end = opening.end(), end - 1
            self._read(token, text[start:end], start)

    def of(self, token: Token | None) -> object:
        """Return the value of a token; None for no token."""
        return None if token is None else self._values[token]

    def mapping(self, token: Token | None) -> dict[str, object]:
        """Return the value of a token, or an empty mapping if it is another kind of value."""
        value = self.of(token)
        return value if isinstance(value, dict) else {}

    def _read(self, token: Token, body: str, start: int) -> None:
        self._values[token] = {}
        try:
            self._values[token] = load_yaml(body)
        except YamlRefusal as refusal:
            at = min(start + refusal.at, token.end - 1)
            form = 'key: "value"' if token.kind is Kind.FRONT_MATTER else '{key: "value"}'
            help = f"write `{form}`, with quotes around text that holds signs of YAML."
            message = f"cannot read this data as YAML: {refusal.reason}."
            self.refused[token] = refused(Span(at, at + 1), message, help)


def _takes_blocks(settings: dict[str, object]) -> bool:
    """Tell whether `{` before a line end begins indented YAML, as it does unless turned off."""
    if "data" not in settings:
        return True
    data = settings["data"]
    return isinstance(data, dict) and is_true(data.get("switchToBlockFormatIfMultiline", True))
