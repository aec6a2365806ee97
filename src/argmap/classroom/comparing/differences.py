"""What differs between two maps whose claims are matched, each difference with what it costs.

One map's claims, ties, linked groups and main claims are looked for in the other, and the other
way round: so `found` and `sound` are the two halves of one measure, and change places when the
maps do. Ties count by what follows from them: one that the other map draws over a claim between
is found as well.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from argmap.classroom.comparing.claims import Claims, Group, Tie
from argmap.classroom.comparing.closure import (
    HALF,
    Change,
    Verdict,
    View,
    judge_tie,
    named,
    tell_tie,
)
from argmap.classroom.comparing.matching import Matching
from argmap.classroom.comparing.regrouping import find_merged, find_sketched


class Aspect(StrEnum):
    """What a score has a part for."""

    CLAIMS = "claims"
    SUPPORTS = "supports"
    ATTACKS = "attacks"
    LINKED = "linked premises"
    THESIS = "main claim"


class Difference(NamedTuple):
    """One thing that is different, and where.

    left, right: the claims that it is about, by index in the reference and in the other map
    told:        one sentence about the maps
    lost:        what it takes from what was found of the reference, in items of its aspect
    weight:      of the first claim on the main claim, from 0 to 1

    Of ties the two claims are source and target, in each map as that map has it.
    """

    change: Change
    aspect: Aspect
    left: tuple[int, ...]
    right: tuple[int, ...]
    told: str
    lost: float
    weight: float = 0.0


@dataclass(slots=True)
class Tally:
    """The points of one aspect: of the reference in the other map, and the other way round."""

    found: list[float] = field(default_factory=list)
    sound: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two maps held against each other; differences with the greatest weight come first."""

    left: Claims
    right: Claims
    matching: Matching
    differences: tuple[Difference, ...]
    tallies: dict[Aspect, Tally]


def compare_matched(left: Claims, right: Claims, matching: Matching) -> Compared:
    """Return the differences of two maps, given who is who."""
    return _Comparer(left, right, matching).compared()


class _Comparer:
    def __init__(self, left: Claims, right: Claims, matching: Matching) -> None:
        to, back = dict(matching.to_right), dict(matching.to_left)
        self.views = (
            View(left, right, to, back, True, find_sketched(left, right, to)),
            View(right, left, back, to, False, find_sketched(right, left, back)),
        )
        self.left, self.right, self.matching = left, right, matching
        self.tallies = {aspect: Tally() for aspect in Aspect}
        self.found: list[Difference] = []
        self.explained: set[Tie] = set()  # ties of the other map that a difference speaks of

    def compared(self) -> Compared:
        for view in self.views:
            self.claims(view)
            self.ties(view)
            self.groups(view)
        self.theses()
        order = list(Change)
        self.found.sort(
            key=lambda d: (-d.weight, -d.lost, order.index(d.change), d.left, d.right, d.told)
        )
        return Compared(self.left, self.right, self.matching, tuple(self.found), self.tallies)

    def score(self, view: View, aspect: Aspect, credit: float) -> None:
        tally = self.tallies[aspect]
        (tally.found if view.is_reference else tally.sound).append(credit)

    def tell(self, view: View, draft: Difference) -> None:
        """Note a difference as one map sees it: its own claims on the left.

        What only the other map has takes nothing from what was found.
        """
        left, right, lost = draft.left, draft.right, draft.lost
        if not view.is_reference:
            left, right, lost = right, left, 0.0
        weight = self.left.weight(left[0]) if left else self.right.weight(right[0])
        self.found.append(draft._replace(left=left, right=right, lost=lost, weight=weight))

    # Claims

    def claims(self, view: View) -> None:
        merged = find_merged(view.here, view.there, view.to)
        for claim in range(len(view.here.all)):
            if claim in view.to:
                self.score(view, Aspect.CLAIMS, 1.0)
                continue
            if claim in view.sketched:
                self.sketched(view, claim)
                continue
            into = merged.get(claim)
            self.score(view, Aspect.CLAIMS, 0.0 if into is None else HALF)
            name = named(view.here, claim)
            if into is not None:
                change = Change.MERGED if view.is_reference else Change.SPLIT
                in_one = named(view.there, into)
                told = (
                    f"{name} is part of {in_one}: two claims in one."
                    if view.is_reference
                    else f"{name} is a part of {in_one} as a claim of its own."
                )
                self.tell(view, Difference(change, Aspect.CLAIMS, (claim,), (into,), told, HALF))
            elif view.is_reference:
                told = f"{name} is in the reference only."
                self.tell(view, Difference(Change.MISSING, Aspect.CLAIMS, (claim,), (), told, 1.0))
            else:
                told = f"{name} is not in the reference: worth a look, not an error."
                self.tell(view, Difference(Change.EXTRA, Aspect.CLAIMS, (claim,), (), told, 0.0))

    def sketched(self, view: View, claim: int) -> None:
        """Tell of a gist that the other map spells out; its premises are told of as missing."""
        self.score(view, Aspect.CLAIMS, HALF)
        argument = view.sketched[claim]
        gist, spelled = named(view.here, claim), f"<{argument}>"
        conclusion = view.there.reconstructed[argument][1]
        if view.is_reference:
            change = Change.SPELLED_OUT
            told = f"{gist} is a sketch in the reference; this map spells it out as {spelled}."
        else:
            change = Change.SKETCHED
            told = f"{gist} is a sketch; the reference spells it out as {spelled}."
        self.tell(view, Difference(change, Aspect.CLAIMS, (claim,), (conclusion,), told, HALF))

    # Ties

    def ties(self, view: View) -> None:
        for tie in sorted(view.here.ties):
            verdict = judge_tie(view, tie)
            aspect = Aspect.ATTACKS if tie.is_con else Aspect.SUPPORTS
            self.score(view, aspect, verdict.credit)
            if verdict.change is not None and self.is_news(view, tie, verdict):
                there = (
                    (verdict.elsewhere.source, verdict.elsewhere.target)
                    if verdict.elsewhere
                    else ()
                )
                told = tell_tie(view, tie, verdict)
                here = (tie.source, tie.target)
                self.tell(
                    view, Difference(verdict.change, aspect, here, there, told, 1 - verdict.credit)
                )

    def is_news(self, view: View, tie: Tie, verdict: Verdict) -> bool:
        """Tell whether no other difference says so already: one cause, one difference."""
        if view.is_reference:
            if verdict.elsewhere is not None:
                self.explained.add(verdict.elsewhere)
            return verdict.change is Change.SKIPPED or (
                tie.source in view.to and tie.target in view.to
            )
        is_known = tie.source in view.to and tie.target in view.to
        return is_known and tie not in self.explained

    # Linked premises

    def groups(self, view: View) -> None:
        for group in sorted(view.here.groups, key=lambda g: (g.conclusion, sorted(g.premises))):
            credit = self.group_credit(view, group)
            self.score(view, Aspect.LINKED, credit)
            known = [premise for premise in sorted(group.premises) if premise in view.to]
            if credit == 1 or len(known) < len(group.premises):
                continue  # what is missing is told as a claim
            names = ", ".join(named(view.here, premise) for premise in known)
            goal = named(view.here, group.conclusion)
            if view.is_reference:
                told = f"{names} support {goal} only together; this map draws them " + (
                    "as reasons by themselves." if credit == 0 else "partly by themselves."
                )
                change = Change.SEPARATE
            elif credit == 0:
                told = (
                    f"{names} support {goal} only together in this map;"
                    " the reference draws them as reasons by themselves."
                )
                change = Change.LINKED
            else:
                continue  # the reference's group told it
            there = tuple(view.to[premise] for premise in known)
            self.tell(
                view,
                Difference(
                    change, Aspect.LINKED, (*known, group.conclusion), there, told, 1 - credit
                ),
            )

    def group_credit(self, view: View, group: Group) -> float:
        """Return how much of a group stands together in the other map, for whatever conclusion.

        That it is another conclusion is told of each tie.
        """
        mapped = {view.to[premise] for premise in group.premises if premise in view.to}
        best = 0.0
        for other in view.there.groups:
            shared = len(mapped & other.premises)
            if shared > 1:
                together = len(group.premises) + len(other.premises) - shared
                best = max(best, shared / together)
        return best

    # Main claims

    def theses(self) -> None:
        for view in self.views:
            theses = set(view.there.theses)
            for thesis in view.here.theses:
                is_known = view.to.get(thesis) in theses
                self.score(view, Aspect.THESIS, 1.0 if is_known else 0.0)
                if is_known or thesis not in view.to:
                    continue
                where = ("the reference", "this map")
                here, there = where if view.is_reference else where[::-1]
                told = f"{named(view.here, thesis)} is a main claim in {here}, and not in {there}."
                self.tell(
                    view,
                    Difference(
                        Change.THESIS, Aspect.THESIS, (thesis,), (view.to[thesis],), told, 1.0
                    ),
                )
