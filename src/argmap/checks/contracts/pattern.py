"""Texts with `*`: read from left to right, without regular expressions, in linear time."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text in which `*` stands for anything; case and runs of blanks make no difference."""

    written: str
    parts: tuple[str, ...]

    @staticmethod
    def of(text: str) -> "Pattern":
        """Read a pattern."""
        return Pattern(text, tuple(_plain(text).split("*")))

    def fits(self, text: str) -> bool:
        """Tell whether the whole of a text is as the pattern says."""
        plain = _plain(text)
        first, *middle = self.parts
        if not middle:
            return plain == first
        last = middle.pop()
        end = len(plain) - len(last)
        if not plain.startswith(first) or not plain.endswith(last):
            return False
        place = len(first)
        for part in middle:
            found = plain.find(part, place, end)
            if found < 0:
                return False
            place = found + len(part)
        return place <= end


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
