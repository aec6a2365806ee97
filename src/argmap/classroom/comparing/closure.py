"""What becomes of one tie of a map in another: what follows from both maps is compared.

A tie counts as found where the other map leads from its source to its target with the same
parity, over whatever claims between; so a map that spells a step out says what one says that does
not. Where it is the other way about, the step that is skipped is worth half.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from argmap.classroom.comparing.claims import Claims, Tie

HALF = 0.5


class Change(StrEnum):
    """What is different."""

    MISSING = "missing"
    EXTRA = "extra"
    MERGED = "merged"
    SPLIT = "split"
    SKETCHED = "sketched"
    SPELLED_OUT = "spelled out"
    SIGN = "sign"
    DIRECTION = "direction"
    SKIPPED = "step skipped"
    MOVED = "other place"
    UNTIED = "tie missing"
    TIED = "tie extra"
    SEPARATE = "drawn separate"
    LINKED = "drawn linked"
    THESIS = "main claim"


class View(NamedTuple):
    """One map as it is looked for in another: `to` leads from its claims to those of the other.

    sketched: its gists of what the other one reconstructs, with the title of the argument there
    """

    here: Claims
    there: Claims
    to: dict[int, int]
    back: dict[int, int]
    is_reference: bool
    sketched: Mapping[int, str] = MappingProxyType({})


class Verdict(NamedTuple):
    """What became of a tie: None, it was found; what it is worth; what stands in its place."""

    change: Change | None
    credit: float
    elsewhere: Tie | None = None


def judge_tie(view: View, tie: Tie) -> Verdict:
    """Return what becomes of one tie in the other map."""
    missing = Verdict(Change.UNTIED if view.is_reference else Change.TIED, 0.0)
    source, target = view.to.get(tie.source), view.to.get(tie.target)
    if source is None:
        argument = view.sketched.get(tie.source)
        if argument is not None and not tie.is_con and target is not None:
            conclusion = view.there.reconstructed[argument][1]
            if target == conclusion or view.there.bears(conclusion, target, is_con=False):
                return Verdict(None, 1.0)
        return missing
    between = None if target is None else _between(view, tie, source, target)
    if between is not None:
        return between
    skipped = _skipped(view, tie, source)
    if skipped is not None:
        return Verdict(Change.SKIPPED, HALF, skipped)
    moved = None if target is None else _moved(view, tie, source)
    if moved is None:
        return missing
    is_same_side = view.there.sides(source) == view.here.sides(tie.source)
    return Verdict(
        Change.MOVED, HALF if is_same_side and moved.is_con == tie.is_con else 0.0, moved
    )


def _between(view: View, tie: Tie, source: int, target: int) -> Verdict | None:
    """Return what the other map says of the same two claims, if anything."""
    there = view.there
    if there.bears(source, target, is_con=tie.is_con):
        return Verdict(None, 1.0)
    if there.bears(source, target, is_con=not tie.is_con):
        return Verdict(Change.SIGN, HALF, Tie(source, target, not tie.is_con))
    for is_con in (tie.is_con, not tie.is_con):
        if there.bears(target, source, is_con=is_con):
            return Verdict(Change.DIRECTION, 0.0, Tie(target, source, is_con))
    return None


def _skipped(view: View, tie: Tie, source: int) -> Tie | None:
    """Return the tie of the other map that goes to what the target bears on, past the target."""
    for other in view.there.outgoing.get(source, ()):
        beyond = view.back.get(other.target)
        if beyond is not None and view.here.bears(
            tie.target, beyond, is_con=other.is_con != tie.is_con
        ):
            return other
    return None


def _moved(view: View, tie: Tie, source: int) -> Tie | None:
    """Return the tie of the other map that stands in the place of this one."""
    for other in view.there.outgoing.get(source, ()):
        beyond = view.back.get(other.target)
        # What the source bears on here as well is no other place for this tie.
        if beyond is None or not view.here.bears(tie.source, beyond, is_con=other.is_con):
            return other
    return None


def tell_tie(view: View, tie: Tie, verdict: Verdict) -> str:
    """Return in one sentence what a verdict says, in the words of the two maps."""
    mine, verb = named(view.here, tie.source), _verb(tie)
    on = named(view.here, tie.target)
    here, there = (
        ("the reference", "this map") if view.is_reference else ("this map", "the reference")
    )
    other = verdict.elsewhere
    match verdict.change:
        case Change.SIGN:
            assert other is not None
            return f"{mine} {verb} {on} in {here}; in {there} it {_verb(other)} it."
        case Change.DIRECTION:
            assert other is not None
            turned = f"{on} {_verb(other)} {mine}"
            return f"{mine} {verb} {on} in {here}; in {there} it is the other way round: {turned}."
        case Change.SKIPPED:
            assert other is not None
            goal = named(view.there, other.target)
            return f"{mine} {verb} {on} in {here}; in {there} it goes straight to {goal}."
        case Change.MOVED:
            assert other is not None
            goal = named(view.there, other.target)
            return f"{mine} {verb} {on} in {here}; in {there} it {_verb(other)} {goal}."
        case _:
            return f"{mine} {verb} {on} in {here} only."


def named(claims: Claims, index: int) -> str:
    """Return a claim as a sentence names it: `[Title]`, `<Title>`, or its words."""
    claim = claims.all[index]
    if not claim.is_titled:
        return f"“{claim.text}”"
    opening, closing = "[]" if claims.steps.nodes[index].is_statement else "<>"
    return f"{opening}{claim.ref.title}{closing}"


def _verb(tie: Tie) -> str:
    return "speaks against" if tie.is_con else "supports"
