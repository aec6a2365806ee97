"""Marks for the blanks of a worksheet, each lost point with its reason.

A claim in its place gets the whole mark; in another place of the same height and sign half; an
entry that belongs nowhere takes a quarter off, and no sheet gets less than nothing. Sentences in
a pupil's own words fall into three bands: accepted, a person should look, probably not. What a
person should look at is open: it is counted neither as right nor as wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import fsum
from typing import NamedTuple

from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.likeness import WordingReader
from argmap.classroom.marking.answers import Answers
from argmap.classroom.marking.key import Asked, Blank, Key
from argmap.classroom.marking.places import Places
from argmap.classroom.marking.reading import Given, Reader

HALF, DISTRACTOR = 0.5, -0.25


class Band(StrEnum):
    """How sure a mark is."""

    ACCEPTED = "accepted"
    PART = "in part"
    HUMAN = "a person should look"
    UNLIKELY = "probably not"
    WRONG = "not this"
    EMPTY = "empty"


class Mark(NamedTuple):
    """The mark of one item; `points` None: open, for a person to settle.

    item:   a blank's letter, or what a map should have
    reason: in plain words about the work, empty where nothing is lost
    fix:    what to do about it, in one sentence
    asked:  the wording of the key that a person should compare with what is given
    """

    item: str
    points: float | None
    most: float
    band: Band
    given: str
    expected: str
    reason: str = ""
    fix: str = ""
    asked: str = ""

    @property
    def lost(self) -> float:
        """What is lost for certain."""
        return 0.0 if self.points is None else self.most - self.points


@dataclass(frozen=True, slots=True)
class Marked:
    """What one pupil handed in, marked; `is_map` for a map of their own."""

    answers: Answers
    marks: tuple[Mark, ...]
    is_map: bool = False

    @property
    def points(self) -> float:
        """The points that are certain, never below 0."""
        return max(0.0, fsum(mark.points for mark in self.marks if mark.points is not None))

    @property
    def most(self) -> float:
        """All points there are."""
        return fsum(mark.most for mark in self.marks)

    @property
    def open(self) -> float:
        """The points that a person may still give."""
        return fsum(mark.most for mark in self.marks if mark.points is None)

    @property
    def share(self) -> float:
        """The certain points as a share of all."""
        return self.points / self.most if self.most else 0.0


class Marker:
    """Marks sheets by one key.

    reference: the map of the sheet; without it nobody can tell that a place is as high as another
    """

    def __init__(
        self, key: Key, reference: Claims | None = None, decisions: Decisions | None = None
    ) -> None:
        synonyms = reference.graph.settings.get("synonyms") if reference else None
        self._key = key
        self._blanks: Mapping[str, Blank] = {blank.letter: blank for blank in key.blanks}
        self._reader = Reader(key, WordingReader([synonyms]), decisions or Decisions())
        self._places = Places(key, reference)

    def mark(self, answers: Answers) -> Marked:
        """Return the marks of one sheet."""
        read = {
            letter: self._reader.read(blank, answers.given.get(letter, ""))
            for letter, blank in self._blanks.items()
        }
        fits = _settle_swaps(self._blanks, read)
        return Marked(
            answers,
            tuple(self._mark(blank, read[letter], fits) for letter, blank in self._blanks.items()),
        )

    def _mark(self, blank: Blank, given: Given, fits: Mapping[str, bool]) -> Mark:
        def made(points: float | None, band: Band, reason: str = "", fix: str = "") -> Mark:
            worth = None if points is None else points * blank.marks
            return Mark(
                blank.letter,
                worth,
                blank.marks,
                band,
                given.text,
                blank.answer,
                reason,
                fix,
                given.asked,
            )

        letter = blank.letter
        if not given.text:
            return made(0, Band.EMPTY, f"{letter} is empty.", f"Write something at {letter}.")
        if given.home == letter or fits.get(letter):
            return made(1, Band.ACCEPTED)
        if given.is_open:
            return made(None, Band.HUMAN, f"{given.why[:1].upper()}{given.why[1:]}.")
        return made(*self._lost(blank, given))

    def _lost(self, blank: Blank, given: Given) -> tuple[float, Band, str, str]:
        """Return points, band, reason and what to do for what is not right."""
        letter = blank.letter
        if given.is_distractor:
            told = f"The entry at {letter} belongs nowhere on this map; that takes a quarter off."
            fix = f"Look again for what belongs at {letter}: the entry there is not on this map."
            return DISTRACTOR, Band.WRONG, told, fix
        if given.home in self._blanks:
            return self._elsewhere(blank, self._blanks[given.home], given)
        if blank.kind is Asked.LINK:
            return self._link(blank, given)
        band = Band.WRONG if blank.is_exact else Band.UNLIKELY
        return 0, band, self._wrong(blank, given), _look(blank)

    def _elsewhere(self, blank: Blank, home: Blank, given: Given) -> tuple[float, Band, str, str]:
        letter, other = blank.letter, home.letter
        fix = f"Move what stands at {letter} to {other}."
        if given.is_repeated:
            return (
                0,
                Band.WRONG,
                f"What stands at {letter} stands at {other} already.",
                _look(blank),
            )
        if self._places.are_alike(blank.node, home.node):
            told = f"What stands at {letter} belongs at {other}: the same height, another branch."
            return HALF, Band.PART, told, fix
        return 0, Band.WRONG, f"What stands at {letter} belongs at {other}.", fix

    def _link(self, blank: Blank, given: Given) -> tuple[float, Band, str, str]:
        start, aimed = blank.node, self._reader.option_text(given.text)
        fix = f"Ask of the arrow {blank.letter}: what would {start} be a reason for, or against?"
        if self._places.is_beyond(start, aimed):
            told = f"The arrow {blank.letter} goes in the right direction and skips a step."
            return HALF, Band.PART, told, fix
        if self._places.is_reverse(start, aimed):
            told = f"The arrow {blank.letter} is the wrong way round: {aimed} bears on {start}."
            return 0, Band.WRONG, told, fix
        if self._places.is_as_high(start, aimed):
            told = f"The arrow {blank.letter} ends in another branch, at the right height."
            return HALF, Band.PART, told, fix
        return 0, Band.WRONG, f"The arrow {blank.letter} does not lead to that box.", fix

    def _wrong(self, blank: Blank, given: Given) -> str:
        if given.is_refused:
            return f"What stands at {blank.letter} says something else, as a person has decided."
        if self._reader.is_mistake(blank, given.text):
            return f"What stands at {blank.letter} {blank.mistake[1]}."
        match blank.kind:
            case Asked.SIGN:
                return f"The sign at {blank.letter} is the other one."
            case Asked.SPEAKER:
                return f"Somebody else says what {blank.letter} asks about."
            case Asked.NUMBER | Asked.INDICATOR | Asked.LINK:
                return f"What stands at {blank.letter} does not belong there."
            case Asked.STATEMENT | Asked.ARGUMENT:
                return (
                    f"What stands at {blank.letter} has little in common with what belongs there."
                )


def _look(blank: Blank) -> str:
    match blank.kind:
        case Asked.SIGN:
            return f"Read {blank.letter} aloud with “because”, then with “but”: which one fits?"
        case Asked.SPEAKER:
            return f"Look in the text for who says what {blank.letter} asks about."
        case _:
            return f"Look at the arrows around {blank.letter}: what do they say must stand there?"


def _settle_swaps(blanks: Mapping[str, Blank], read: dict[str, Given]) -> dict[str, bool]:
    """Return which blanks hold the answer of another one that may stand there as well.

    Each answer counts once: where two blanks hold it, the second is marked as repeated.
    """
    at_home = {letter for letter, given in read.items() if given.home == letter}
    taken = set(at_home)
    fits = {}
    for letter, given in read.items():
        home = given.home
        if not home or home == letter or home not in blanks:
            continue
        if home in taken:
            read[letter] = given._replace(is_repeated=True)
        elif home in blanks[letter].swaps:
            fits[letter] = True
            taken.add(home)
    return fits
