"""What is left out of a sheet: a seeded choice, with letters, and what belongs there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase
from typing import NamedTuple, TypeVar

from argmap.classroom.dice import Dice, mixed_up
from argmap.errors import ArgmapError

USUAL = 6
"""How many gaps a sheet has if nobody says."""
MOST = 52
_Any = TypeVar("_Any")


class CannotAsk(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A map has not got what a kind of sheet asks about."""


class Version(StrEnum):
    """Two sheets with the same gaps under other letters, against copying."""

    A = "A"
    B = "B"


class Answer(StrEnum):
    """What is to be written into a gap."""

    STATEMENT = "statement"
    ARGUMENT = "argument"
    SIGN = "sign"
    LINK = "link"
    SPEAKER = "speaker"
    NUMBER = "number"
    INDICATOR = "indicator"


class Mistake(NamedTuple):
    """A wrong answer that is to be expected, and what it shows about the reading of the map."""

    answer: str
    shows: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap and all that the key says about it.

    node:      `[Title]` or `<Title>` of what is left out or asked about, None for a word
    accepted:  the answer and all that counts as the same
    is_exact:  the answer is picked from what the sheet prints, not put in one's own words
    swaps:     letters of the gaps whose answers may stand here, if that one's stands there
    leads_to:  names of the neighbours above, `led_by` of those below
    """

    letter: str
    node: str | None
    kind: Answer
    answer: str
    accepted: tuple[str, ...]
    reason: str
    is_exact: bool
    marks: float = 1.0
    mistake: Mistake | None = None
    swaps: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    title: str | None = None


class Request(NamedTuple):
    """What kind of sheet is asked for; `blanks` and `distractors` None: as usual, if possible."""

    kind: str = "boxes"
    blanks: int | None = None
    seed: str = "1"
    version: Version = Version.A
    distractors: int | None = None

    def dice(self, purpose: str) -> Dice:
        """Return the dice for a purpose; the same for both versions, unless it names one."""
        return Dice(self.seed, self.kind, purpose)


def letters(count: int) -> tuple[str, ...]:
    """Return as many letters as are needed: A to Z, then AA, AB and so on."""
    alphabet = ascii_uppercase
    return tuple(
        alphabet[n] if n < len(alphabet) else alphabet[n // 26 - 1] + alphabet[n % 26]
        for n in range(count)
    )


def how_many(available: int, request: Request, what: str) -> int:
    """Return how many gaps the sheet gets; `what` names in the plural what is left out.

    raises: `CannotAsk` if there are none, or fewer than are asked for
    """
    if not available:
        raise CannotAsk(
            f"this map has no {what}, so a sheet of the kind '{request.kind}' is empty"
        )
    if request.blanks is None:
        return min(available, USUAL)
    if request.blanks > min(available, MOST):
        most = min(available, MOST)
        raise CannotAsk(
            f"--blank {request.blanks} is too many: the map has {available} {what}; "
            f"use --blank {most} or less"
        )
    return request.blanks


def choose(
    candidates: Sequence[_Any],
    request: Request,
    what: str,
    near: Callable[[_Any], Iterable[_Any]] = lambda _: (),
    sort: Callable[[_Any], object] = lambda _: None,
) -> list[_Any]:
    """Return the gaps' contents in document order, chosen by the seed.

    near:   neighbours, which are left alone as long as there are others: beside a gap something
            has to stand from which it can be found
    sort:   of each sort one is taken before any second one is
    raises: `CannotAsk`
    """
    count = how_many(len(candidates), request, what)
    chosen: list[int] = []
    place = {candidate: number for number, candidate in enumerate(candidates)}
    shy: set[int] = set()
    drawn = _in_turns(request.dice("gaps").shuffled(range(len(candidates))), candidates, sort)
    for is_second_round in (False, True):
        for number in drawn:
            if len(chosen) == count:
                break
            if number in chosen or (number in shy and not is_second_round):
                continue
            chosen.append(number)
            shy.update(place[other] for other in near(candidates[number]) if other in place)
    return [candidates[number] for number in sorted(chosen)]


def _in_turns(
    drawn: list[int], candidates: Sequence[_Any], sort: Callable[[_Any], object]
) -> list[int]:
    taken: dict[object, int] = {}
    turns = []
    for number in drawn:
        kind = sort(candidates[number])
        turns.append(taken.get(kind, 0))
        taken[kind] = turns[-1] + 1
    return [number for _, number in sorted(zip(turns, drawn, strict=True), key=lambda at: at[0])]


def lettered(chosen: Sequence[_Any], request: Request) -> list[tuple[str, _Any]]:
    """Give out letters: in document order, in version B in another one. Sorted by letters."""
    order = list(chosen)
    if request.version is Version.B:
        order = mixed_up(order, request.dice("version B"))
    return list(zip(letters(len(order)), order, strict=True))
