"""Finding the brace that closes a data block."""

import re

_INTEREST = re.compile(
    r"[{}\"']|^(?P<title>\[[^\]\r\n]+\]:|<[^>\r\n]+>:)(?=[ \t\r\n])", re.MULTILINE
)
_DOUBLE = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']++|'')*+'")
_SIMPLE = re.compile(r"\{[^{}]{0,1000}\}")
_FREE = 100_000


class BraceMatcher:
    """Balances braces as YAML would: what stands in quotes does not count.

    Braces that are never closed are plain text, and a text may have many of them. What failing
    searches may read all together is limited to about the length of the text; after that a block
    has to close within a thousand characters and must not hold braces itself.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_closing = -2  # not looked for yet
        self._budget = len(text) + _FREE

    def end(self, start: int) -> int | None:
        """Return the offset behind the brace that closes the one at `start`, or None."""
        text = self._text
        if self._last_closing == -2:
            self._last_closing = text.rfind("}")
        if self._last_closing < start:
            return None
        if self._budget <= 0:
            simple = _SIMPLE.match(text, start)
            return simple.end() if simple else None
        limit = self._last_closing + 1
        depth = 0
        position = start
        while match := _INTEREST.search(text, position, limit):
            position = match.end()
            character = match[0]
            if character == "{":
                depth += 1
            elif character == "}":
                depth -= 1
                if depth == 0:
                    return position
            elif match["title"]:
                if self._begins_paragraph(match.start()):
                    break
            elif self._opens_quote(match.start(), start):
                pattern = _DOUBLE if character == '"' else _SINGLE
                if quoted := pattern.match(text, match.start(), limit):
                    position = quoted.end()
                else:
                    self._budget -= limit - position
        self._budget -= position - start if match else limit - start
        return None

    def _begins_paragraph(self, position: int) -> bool:
        """Tell whether the title at an offset defines something, and is no key or value.

        If so, the data above was meant to end before it.
        """
        before = position - 1
        while self._text[before].isspace():
            before -= 1
        return self._text.count("\n", before, position) > 1 and self._text[before] not in ",{[:"

    def _opens_quote(self, position: int, start: int) -> bool:
        """Tell whether a quotation mark starts a value or key (and is no apostrophe)."""
        before = position - 1
        while before > start and self._text[before] in " \t":
            before -= 1
        return self._text[before] in ":,[{-\r\n"
