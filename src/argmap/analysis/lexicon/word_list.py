"""A list of words and phrases, and the search for them in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class WordList:
    """Words and phrases to look for, and longer phrases in which they do not count.

    `*` stands for the rest of a word and a blank for any white space; case does not matter, and
    straight and curly apostrophes are one. `has_blanks` tells that the language puts blanks
    between words: then an entry is found as whole words only.
    """

    words: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    has_blanks: bool = True
    _beginnings: tuple[tuple[str, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        beginnings = {re.split("[*'’]", word.lower())[0] for word in self.words}
        kept: list[str] = []
        for beginning in sorted(beginnings, key=lambda part: (len(part), part)):
            if not any(shorter in beginning for shorter in kept):  # it is found with that one
                kept.append(beginning)
        object.__setattr__(self, "_beginnings", tuple(tuple(part.split()) for part in kept))

    def may_occur(self, lowered: str) -> bool:
        """Tell quickly whether a search is worth while in a text, or in texts with these words.

        lowered: the text, or the words in any order, in lower case
        """
        for beginning in self._beginnings:
            for word in beginning:
                if word not in lowered:
                    break
            else:
                return True
        return False

    def find(self, text: str) -> str | None:
        """Return the first entry that a text has, as it is written there, or None."""
        match = self.search(text)
        return match[0] if match else None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the place of the first entry that a text has, or None."""
        return next(self.find_all(text), None)

    def find_all(self, text: str) -> Iterator[re.Match[str]]:
        """Return the places of all entries that a text has, in order."""
        if self.may_occur(text.lower()):
            for match in self._pattern.finditer(text):
                if match.lastgroup == "word":
                    yield match

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = [f"(?P<word>{self._either(self.words)})"]
        if self.exceptions:
            parts.insert(0, f"(?P<other>{self._either(self.exceptions)})")
        before = r"(?<!\w)" if self.has_blanks else ""
        return re.compile(f"{before}(?:{'|'.join(parts)})", re.IGNORECASE)

    def _either(self, entries: Iterable[str]) -> str:
        longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
        return "|".join(self._one(entry) for entry in longest_first)

    def _one(self, entry: str) -> str:
        pattern = re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
        pattern = re.sub("['’]", "['’]", pattern)
        if not self.has_blanks:
            return pattern
        return pattern + r"(?!\w)"
