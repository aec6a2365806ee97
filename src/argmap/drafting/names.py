"""Who is meant by "he said": the person named last."""

import re
from bisect import bisect_right

from argmap.drafting.reporting import ReportingWords
from argmap.source import Span

_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]*\.?(?:[ \t]+(?:(?:de|van|von|der|al|bin|da|di|la|le)[ \t]+)?"
    r"[^\W\d_a-zß-ÿ][\w'’-]*\.?){0,4}"
)
_ARTICLE = re.compile(r"\bthe\s*\Z", re.IGNORECASE)
# fmt: off
_NO_NAMES = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "north", "south", "east", "west", "new", "the", "a", "an", "in",
    "on", "at", "for", "from", "with", "this", "that", "these", "those", "his", "her", "our",
    "their", "my", "your",
))
# fmt: on


class People:
    """The names of people in a text, and who is the last one before a place.

    Only names of two words and more, or behind a title, are taken for people's; sentence by
    sentence, speakers that the text itself names are added with `note`.
    """

    def __init__(self, text: str, sentences: tuple[Span, ...], words: ReportingWords) -> None:
        self._places: list[int] = []
        self._names: list[str] = []
        if not words.names_are_capitalised:
            return
        starts = {sentence.start for sentence in sentences}
        for sentence in sentences:
            for match in _NAME.finditer(text, *sentence):
                before = text[max(sentence.start, match.start() - 5) : match.start()]
                if _ARTICLE.search(before):
                    continue
                name = person(match[0], words, may_begin=match.start() in starts)
                if name:
                    self._places.append(match.start())
                    self._names.append(name)

    def note(self, name: str, place: int) -> None:
        """Remember a speaker; places have to come in the order of the text."""
        index = bisect_right(self._places, place)
        self._places.insert(index, place)
        self._names.insert(index, name)

    def before(self, place: int) -> str | None:
        """Return who was named last before a place, or None."""
        index = bisect_right(self._places, place - 1)
        return self._names[index - 1] if index else None


def person(written: str, words: ReportingWords, *, may_begin: bool = False) -> str | None:
    """Return the person's name in a row of capitalised words, or None.

    Acronyms and words that merely begin a sentence are left out; a title makes one word a name.
    may_begin: whether the row begins a sentence
    """
    parts = written.replace("’s", "").replace("'s", "").split()
    kept: list[str] = []
    for number, part in enumerate(parts):
        plain = part.strip(".").casefold()
        if plain in words.titles:
            kept = [part]
        elif plain in _NO_NAMES or plain in words.breaks or plain in words.nobody:
            kept = []
        elif (len(part) > 1 and part.isupper() and "." not in part) or re.fullmatch(
            r"(?:\w\.){2,}", part
        ):
            kept = []  # an acronym
        else:
            kept.append(part)
        if may_begin and number == 0 and plain in words.before:
            kept = []
    if len(kept) < 2:  # also a title without a name
        return None
    return " ".join(kept).rstrip(".")
