"""What is meant by what stands in a blank."""

import re
from typing import NamedTuple

from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.likeness import WordingReader, caution, likeness
from argmap.classroom.comparing.matching import POSSIBLE, SURE
from argmap.classroom.marking.key import Asked, Blank, Key
from argmap.rendering.display_text import printable

LONGEST = 2_000
"""Characters of an answer that are read; who writes more has not filled a blank."""
_ENOUGH = 2
"""Words of an entry of the bank by which it is known without its number, if of no other."""
_NUMBER = re.compile(
    r"(?:(?:no|nr|box|nummer|number)\b[. ]*)?(\d{1,9}(?:\.\d{1,9})?)", re.IGNORECASE
)
_NO_WORD = re.compile(r"[\W_]*")
_NO_SIGN = "it is no sign that is known"
_SIGNS = {
    "+": ("+", "plus", "for", "pro", "support", "supports", "because", "dafür", "支持"),
    "-": ("-", "−", "–", "minus", "against", "con", "attack", "attacks", "but", "dagegen", "反对"),
}


class Given(NamedTuple):
    """What stands in a blank, and what was made of it.

    home:        letter of the blank where it belongs, if it belongs to one
    is_open:     a person should look, and `why`; `asked` is the wording of the key to compare with
    is_refused:  a person decided that it is something else
    is_repeated: it stands where it belongs already
    """

    text: str
    home: str = ""
    is_distractor: bool = False
    is_open: bool = False
    why: str = ""
    asked: str = ""
    is_refused: bool = False
    is_repeated: bool = False


class Reader:
    """Reads answers by one key."""

    def __init__(self, key: Key, words: WordingReader, decisions: Decisions) -> None:
        self._key, self._words, self._decisions = key, words, decisions
        self._homes: dict[str, str] = {}
        for blank in reversed(key.blanks):
            for text in blank.accepted if _is_claim(blank) else ():
                self._homes[self._plain(text)] = blank.letter
        self._numbers = {option.number: option for option in key.options if option.number}

    def read(self, blank: Blank, text: str) -> Given:
        """Return what is meant by a text in a blank."""
        shown = printable(text[: LONGEST + 1])
        if not shown:
            return Given("")
        if len(text) > LONGEST:
            return Given(f"{shown[:200]}…", is_open=True, why="it is too long to be compared")
        if any(self._same(blank, shown, accepted) for accepted in blank.accepted):
            return Given(shown, blank.letter)
        if blank.kind is Asked.SIGN:
            return Given(shown) if _sign(shown) else self._ask(blank, shown, 0.0, _NO_SIGN)
        if not _is_claim(blank):
            return self._picked(blank, shown)
        return self._from_bank(blank, shown) if blank.is_exact else self._own_words(blank, shown)

    def is_mistake(self, blank: Blank, text: str) -> bool:
        """Tell whether an answer is the mistake that the key expects."""
        usual, shows = blank.mistake
        return bool(usual and shows) and self._same(blank, self.option_text(text), usual)

    def says(self, text: str, other: str) -> bool:
        """Tell whether two texts are the same but for case, punctuation and width."""
        return self._plain(text) == self._plain(other)

    def option_text(self, text: str) -> str:
        """Return what the sheet prints beside a number, else the text itself."""
        number, _ = _numbered(text)
        option = self._numbers.get(number) or self._numbers.get(number.partition(".")[0])
        return option.text if option else text

    def _plain(self, text: str) -> str:
        return self._words.read(text).folded

    def _same(self, blank: Blank, text: str, accepted: str) -> bool:
        if blank.kind is Asked.SIGN:
            return _sign(text) == _sign(accepted) != ""
        return bool(self._plain(text)) and self.says(text, accepted)

    def _picked(self, blank: Blank, text: str) -> Given:
        """Read a number, a name or a word: exact, but for what is written around a number."""
        number, rest = _numbered(text)
        if number in blank.accepted and not rest:
            return Given(text, blank.letter)
        if blank.kind is Asked.LINK and self.says(self.option_text(text), blank.answer):
            return Given(text, blank.letter)
        is_number = bool(number) or blank.kind is not Asked.SPEAKER
        alike = max(
            likeness(self._words.read(text), self._words.read(right)) for right in blank.accepted
        )
        if not is_number and alike >= POSSIBLE:
            return self._ask(blank, text, alike)
        return Given(text)

    def _from_bank(self, blank: Blank, text: str) -> Given:
        """Read an entry of the bank: by its number, its words, or some of its words."""
        number, rest = _numbered(text)
        option = self._numbers.get(number)
        said = rest if option else text
        if option and not said:
            return self._of_option(blank, text, option.text, is_distractor=option.is_distractor)
        words = self._words.read(said).words
        meant = [
            entry
            for entry in self._key.options
            if self.says(said, entry.text)
            or (
                len(words) >= (1 if option else _ENOUGH)
                and words <= self._words.read(entry.text).words
            )
        ]
        if option and (not meant or option not in meant):
            return self._ask(blank, text, 0.0, "its number and its words do not fit together")
        if option or len(meant) == 1:
            entry = option or meant[0]
            return self._of_option(blank, text, entry.text, is_distractor=entry.is_distractor)
        home = self._homes.get(self._plain(text), "")
        return (
            Given(text, home)
            if home
            else self._ask(blank, text, 0.0, "it is no entry of the bank")
        )

    def _of_option(self, blank: Blank, text: str, entry: str, *, is_distractor: bool) -> Given:
        if any(self.says(entry, accepted) for accepted in blank.accepted):
            return Given(text, blank.letter)
        return Given(text, self._homes.get(self._plain(entry), ""), is_distractor)

    def _own_words(self, blank: Blank, text: str) -> Given:
        decided = [self._decisions.same(right, text) for right in blank.accepted]
        best, alike, warned = self._nearest(blank, text)
        if True in decided:
            return Given(text, blank.letter)
        if False in decided:
            return Given(text, self._other_home(blank, text), is_refused=True)
        if alike >= SURE and not warned:
            return Given(text, blank.letter)
        home = self._other_home(blank, text)
        if home:
            return Given(text, home)
        if alike >= POSSIBLE or self._key.is_judged_by_hand:
            told = warned or f"{alike:.0%} of its words are those of the key"
            return Given(text, is_open=True, why=told, asked=best)
        return Given(text)

    def _nearest(self, blank: Blank, text: str) -> tuple[str, float, str]:
        """Return the accepted wording that is nearest, how near, and a caution about it."""
        mine = self._words.read(text)
        ranked = []
        for place, right in enumerate(blank.accepted):
            wording = self._words.read(right)
            warned = caution(mine, wording)
            ranked.append(
                (-likeness(mine, wording), bool(warned), place, right, str(warned or ""))
            )
        best = min(ranked)
        return best[3], -best[0], best[4]

    def _other_home(self, blank: Blank, text: str) -> str:
        """Return the letter of another blank that a text belongs to for certain."""
        if home := self._homes.get(self._plain(text)):
            return home if home != blank.letter else ""
        for other in self._key.blanks:
            if other.letter != blank.letter and _is_claim(other):
                _, alike, warned = self._nearest(other, text)
                if alike >= SURE and not warned:
                    return other.letter
        return ""

    def _ask(self, blank: Blank, text: str, alike: float, why: str = "") -> Given:
        decided = self._decisions.same(blank.answer, text)
        if decided is not None:
            return Given(text, blank.letter if decided else "", is_refused=not decided)
        told = why or f"{alike:.0%} of its words are those of the key"
        return Given(text, is_open=True, why=told, asked=blank.answer)


def _is_claim(blank: Blank) -> bool:
    """Tell whether a claim is asked for: written out, or by its number in a list."""
    return blank.kind in (Asked.STATEMENT, Asked.ARGUMENT, Asked.NUMBER)


def _sign(text: str) -> str:
    plain = text.strip().strip("().,!").casefold()
    return next((sign for sign, words in _SIGNS.items() if plain in words), "")


def _numbered(text: str) -> tuple[str, str]:
    """Return the number that a text begins with, empty if there is none, and what follows it."""
    bare = text[_end_of_no_word(text) :]
    found = _NUMBER.match(bare)
    if not found:
        return "", text
    rest = bare[found.end() :]
    return found[1], rest[_end_of_no_word(rest) :].strip()


def _end_of_no_word(text: str) -> int:
    found = _NO_WORD.match(text)
    return found.end() if found else 0
