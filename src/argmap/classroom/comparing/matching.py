"""Which claim of one map is which claim of the other.

What a person has settled comes first, then equal titles that say the same, then equal wordings;
for the rest the cheapest matching, where a pair costs one minus its likeness and nobody has to be
matched. The order of claims in the files and of the two maps makes no difference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.classroom.comparing.assignment import assign
from argmap.classroom.comparing.candidates import candidates
from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.likeness import WordingReader, caution, likeness
from argmap.model.front_titles import bare_title

SURE, COUNTED, POSSIBLE = 0.7, 0.5, 0.3
"""From which likeness on a pair is the same, is counted but asked of, is only asked of."""
_FULL = 1_000_000
_ROUNDS = 4


class How(StrEnum):
    """Why two claims are taken for the same."""

    DECIDED = "a person decided so"
    TITLE = "same title"
    TEXT = "same words"
    WORDS = "most words in common"
    NEAR = "many words in common"  # counted, but a person should look


class Match(NamedTuple):
    """A claim of the reference and one of the other map, by index, that are taken for the same."""

    left: int
    right: int
    likeness: float
    how: How


class Doubt(NamedTuple):
    """Two claims of which a person should say whether they are the same; `why` in a few words."""

    left: int
    right: int
    likeness: float
    why: str
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """Who is who. Claims that stand in no match are missing on the left, or extra on the right."""

    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]

    @property
    def to_right(self) -> Mapping[int, int]:
        """Claim of the reference → claim of the other map."""
        return {match.left: match.right for match in self.matches}

    @property
    def to_left(self) -> Mapping[int, int]:
        """Claim of the other map → claim of the reference."""
        return {match.right: match.left for match in self.matches}

    def settled(self, *, as_same: bool) -> "Matching":
        """Return the matching if a person said the same, yes or no, of every doubtful pair."""
        doubtful = {(doubt.left, doubt.right) for doubt in self.doubts}
        kept = [match for match in self.matches if (match.left, match.right) not in doubtful]
        if as_same:
            taken = {m.left for m in kept}, {m.right for m in kept}
            for doubt in sorted(self.doubts, key=lambda d: (not d.is_counted, -d.likeness, d)):
                if doubt.left not in taken[0] and doubt.right not in taken[1]:
                    kept.append(Match(doubt.left, doubt.right, doubt.likeness, How.DECIDED))
                    taken[0].add(doubt.left)
                    taken[1].add(doubt.right)
        return Matching(tuple(sorted(kept)), ())


def match(
    left: Claims, right: Claims, decisions: Decisions | None = None, *, is_trusted: bool = True
) -> Matching:
    """Return who is who in two maps; claims and gists of sketched arguments may be the same.

    is_trusted: whether `same_as:` and `synonyms:` of the other map count; not for what is marked,
                since a map could declare its own claims to be the right ones
    """
    return _Matcher(left, right, decisions or Decisions(), is_trusted=is_trusted).matching()


class _Matcher:
    def __init__(
        self, left: Claims, right: Claims, decisions: Decisions, *, is_trusted: bool
    ) -> None:
        self.trusted = (left, right) if is_trusted else (left,)
        reader = WordingReader(claims.graph.settings.get("synonyms") for claims in self.trusted)
        self.sides = (left, right)
        self.decisions = decisions
        self.wordings = tuple(
            tuple(reader.read(claim.said) for claim in side.all) for side in self.sides
        )
        self.free: tuple[dict[int, None], ...] = tuple(
            dict.fromkeys(range(len(side.all))) for side in self.sides
        )
        self.matches: list[Match] = []
        self.doubts: list[Doubt] = []

    def matching(self) -> Matching:
        self.take_decided()
        self.take_titles()
        self.take_texts()
        self.take_cheapest()
        return Matching(tuple(sorted(self.matches)), tuple(sorted(self.doubts)))

    def take(self, left: int, right: int, how: How, alike: float | None = None) -> None:
        if left in self.free[0] and right in self.free[1]:
            del self.free[0][left], self.free[1][right]
            found = self.likeness(left, right) if alike is None else alike
            self.matches.append(Match(left, right, found, how))

    def likeness(self, left: int, right: int) -> float:
        return likeness(self.wordings[0][left], self.wordings[1][right])

    def decision(self, left: int, right: int) -> bool | None:
        return self.decisions.same(*self.said(left, right))

    def said(self, left: int, right: int) -> tuple[str, str]:
        return self.sides[0].all[left].said, self.sides[1].all[right].said

    def take_decided(self) -> None:
        """Take what `same_as:` says in either map, and the pairs in the file of decisions."""
        by_title = tuple(_by_title(side) for side in self.sides)
        for here, there in ((1, 0), (0, 1))[2 - len(self.trusted) :]:
            for index, claim in enumerate(self.sides[here].all):
                for title in claim.same_as:
                    for meant in by_title[there].get(bare_title(title), ())[:1]:
                        pair = (meant, index) if here else (index, meant)
                        self.take(*pair, How.DECIDED)
        by_said: dict[str, list[int]] = {}
        for index in self.free[1]:
            by_said.setdefault(self.wordings[1][index].folded, []).append(index)
        for index in tuple(self.free[0]):
            for other in self.decisions.same_as(self.wordings[0][index].folded):
                for right in by_said.get(other, ()):
                    self.take(index, right, How.DECIDED)

    def take_titles(self) -> None:
        """Take equal titles, of one kind first: `[A]` and `<A>` may both be there."""
        titled = _by_title(self.sides[1])
        for is_one_kind in (True, False):
            for left in tuple(self.free[0]):
                claim = self.sides[0].all[left]
                for right in titled.get(claim.ref.title, ()) if claim.is_titled else ():
                    is_alike = self.sides[1].all[right].ref.kind is claim.ref.kind
                    if is_alike is is_one_kind and self.says_the_same(left, right):
                        self.take(left, right, How.TITLE)

    def says_the_same(self, left: int, right: int) -> bool:
        """Tell whether texts under one title do not speak against each other."""
        if self.decision(left, right) is not None:
            return False
        if not (self.sides[0].all[left].text and self.sides[1].all[right].text):
            return True
        pair = self.wordings[0][left], self.wordings[1][right]
        return likeness(*pair) >= COUNTED and caution(*pair) is None

    def take_texts(self) -> None:
        """Take equal wordings; where several claims say the same, their surroundings decide."""
        colours: tuple[Sequence[object], Sequence[object]] | None = None
        groups: dict[str, tuple[list[int], list[int]]] = {}
        for here in (0, 1):
            for index in self.free[here]:
                groups.setdefault(self.wordings[here][index].folded, ([], []))[here].append(index)
        for lefts, rights in groups.values():
            if lefts and rights and self.decision(lefts[0], rights[0]) is not False:
                if len(lefts) == len(rights) == 1:
                    self.take(lefts[0], rights[0], How.TEXT)
                    continue
                colours = colours or self.colours()
                by_colour: dict[object, list[int]] = {}
                for right in reversed(rights):
                    by_colour.setdefault(colours[1][right], []).append(right)
                for left in lefts:
                    if alike := by_colour.get(colours[0][left]):
                        self.take(left, alike.pop(), How.TEXT)
                left_over = [right for right in rights if right in self.free[1]]
                for left, right in zip(
                    [left for left in lefts if left in self.free[0]], left_over, strict=False
                ):
                    self.take(left, right, How.TEXT)

    def colours(self) -> tuple[Sequence[object], Sequence[object]]:
        """Return what claims and those around them say (Weisfeiler and Leman 1968)."""
        numbers: dict[object, int] = {}
        colours = tuple(
            [numbers.setdefault(wording.folded, len(numbers)) for wording in wordings]
            for wordings in self.wordings
        )
        for _ in range(_ROUNDS):
            numbers = {}
            colours = tuple(
                [
                    numbers.setdefault(
                        (
                            before[index],
                            *sorted(
                                (0, t.is_con, before[t.target])
                                for t in side.outgoing.get(index, ())
                            ),
                            *sorted(
                                (1, t.is_con, before[t.source])
                                for t in side.incoming.get(index, ())
                            ),
                        ),
                        len(numbers),
                    )
                    for index in range(len(before))
                ]
                for side, before in zip(self.sides, colours, strict=True)
            )
        return colours[0], colours[1]

    def take_cheapest(self) -> None:
        """Match the rest so that likeness is greatest together."""
        keyed = [sorted((self.key(here, i), i) for i in self.free[here]) for here in (0, 1)]
        order = [[index for _, index in entries] for entries in keyed]
        keys = [[key for key, _ in entries] for entries in keyed]
        # Which map is called the reference must not decide between equals.
        here, there = (0, 1) if keys[0] <= keys[1] else (1, 0)
        rows = [self.wordings[here][index] for index in order[here]]
        columns = [self.wordings[there][index] for index in order[there]]
        costs: list[dict[int, int]] = [{} for _ in rows]
        for row, column in candidates(rows, columns, POSSIBLE):
            pair = (order[here][row], order[there][column])
            left, right = pair if here == 0 else pair[::-1]
            if self.decision(left, right) is not False:
                costs[row][column] = _FULL - round(_FULL * likeness(rows[row], columns[column]))
        for row, taken in enumerate(assign(costs, _FULL)):
            if taken is not None:
                pair = (order[here][row], order[there][taken])
                self.judge(*(pair if here == 0 else pair[::-1]))
        self.doubt_titles()

    def key(self, here: int, index: int) -> tuple[str, str]:
        return self.wordings[here][index].folded, self.sides[here].all[index].ref.title

    def judge(self, left: int, right: int) -> None:
        """Take a pair for the same, or leave it to a person, or both."""
        alike = self.likeness(left, right)
        warned = caution(self.wordings[0][left], self.wordings[1][right])
        is_counted = alike >= COUNTED and warned is None
        if alike < SURE or warned:
            why = warned or f"{alike:.0%} of their words in common"
            self.doubts.append(Doubt(left, right, alike, str(why), is_counted))
        if is_counted:
            self.take(left, right, How.WORDS if alike >= SURE else How.NEAR, alike)

    def doubt_titles(self) -> None:
        """Show a person the claims that have one title and say something else."""
        titled = _by_title(self.sides[1])
        known = {(doubt.left, doubt.right) for doubt in self.doubts}
        for left in self.free[0]:
            claim = self.sides[0].all[left]
            for right in titled.get(claim.ref.title, ()) if claim.is_titled else ():
                if (left, right) in known or right not in self.free[1]:
                    continue
                if self.decision(left, right) is None:
                    alike = self.likeness(left, right)
                    self.doubts.append(Doubt(left, right, alike, "same title, other words", False))


def _by_title(side: Claims) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, claim in enumerate(side.all):
        if claim.is_titled:
            found.setdefault(claim.ref.title, []).append(index)
    return found
