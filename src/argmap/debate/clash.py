"""They say, we say: every attack on a point, and what answers it."""

from dataclasses import dataclass

from argmap.debate.case import Case
from argmap.debate.points import Objection, Point, Reply
from argmap.debate.teams import Stance
from argmap.evaluation import Label
from argmap.model.graph import NodeRef


@dataclass(frozen=True, slots=True)
class Exchange:
    """An objection to a point, with the answers that the map has to it."""

    point: Point
    objection: Objection
    answers: tuple[Objection, ...]

    @property
    def is_answered(self) -> bool:
        """Whether anything is said against the objection."""
        return bool(self.answers)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many objections one side makes, of what kind, and how many of them have no answer.

    Each objector counts once, whatever it attacks. Offence wins something (turns, outweighing),
    defence only takes something away; what the map does not name counts as defence.
    """

    objections: int
    offence: int
    unanswered: tuple[NodeRef, ...]

    @property
    def defence(self) -> int:
        """Objections that are no offence."""
        return self.objections - self.offence


def exchanges(case: Case) -> tuple[Exchange, ...]:
    """Return every objection to every point, in document order of the points."""
    return tuple(
        Exchange(point, objection, case.answers(objection, point))
        for point in case.points
        for objection in point.objections
    )


def tally(case: Case, *stances: Stance) -> Tally:
    """Count the objections that points of a stance make."""
    offence: dict[NodeRef, bool] = {}
    answered: dict[NodeRef, bool] = {}
    for each in exchanges(case):
        objector = case.point_of(each.objection.source)
        ref = objector.ref if objector is not None else each.objection.source
        if case.stance(each.objection.source) not in stances:
            continue
        offence[ref] = offence.get(ref, False) or each.objection.is_offence
        answered[ref] = answered.get(ref, False) or each.is_answered
    unanswered = tuple(ref for ref in answered if not answered[ref])
    return Tally(len(offence), sum(offence.values()), unanswered)


def stands(case: Case, objection: Objection) -> bool:
    """Tell whether the map's labels leave an objection standing."""
    return case.labelling.of(objection.source).label is not Label.OUT


def double_turns(case: Case) -> tuple[Point, ...]:
    """Return the points of theirs that we turn twice, at the link and at the impact.

    Together the two say that what they propose causes less of something that is good: each takes
    the other back.
    """
    return tuple(point for point in case.theirs if is_turned_twice(case, point))


def is_turned_twice(case: Case, point: Point) -> bool:
    """Tell whether a point is one of theirs that we turn at the link and at the impact."""
    if case.stance(point.ref) not in (Stance.THEIRS, Stance.BOTH):
        return False
    ours = (Stance.OURS, Stance.BOTH)
    replies = {each.reply for each in point.objections if case.stance(each.source) in ours}
    return {Reply.LINK_TURN, Reply.IMPACT_TURN} <= replies
