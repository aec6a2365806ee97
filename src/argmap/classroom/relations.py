"""What a key says about the place of a claim, in one line."""

from argmap.classroom.lesson import Lesson
from argmap.classroom.ties import Tie
from argmap.mapping.argument_map import EdgeKind
from argmap.model.graph import NodeKind, NodeRef

_VERBS = {
    EdgeKind.SUPPORT: "is a reason for",
    EdgeKind.ENTAILS: "entails",
    EdgeKind.ATTACK: "speaks against",
    EdgeKind.CONTRARY: "cannot be true together with",
    EdgeKind.CONTRADICTORY: "contradicts",
    EdgeKind.UNDERCUT: "denies that a step is sound in",
    EdgeKind.PREMISE: "is a premise for",
}
FOR = (EdgeKind.SUPPORT, EdgeKind.ENTAILS)
AGAINST = (EdgeKind.ATTACK, EdgeKind.CONTRARY, EdgeKind.CONTRADICTORY)


def place_of(lesson: Lesson, ref: NodeRef) -> str:
    """Return where a node belongs, such as "It speaks against <Less Pressure>."."""
    starting = lesson.ties.starting.get(ref, ())
    if starting:
        return f"It {' and '.join(_told(lesson, tie) for tie in starting[:2])}."
    ending = lesson.ties.ending.get(ref, ())
    if ending:
        names = " and ".join(lesson.names(tie.source for tie in ending)[:2])
        return f"It is what {names} {'bears' if len(ending) == 1 else 'bear'} on."
    return "It stands by itself on the map."


def _told(lesson: Lesson, tie: Tie) -> str:
    others: tuple[NodeRef, ...] = ()
    if tie.kind is EdgeKind.PREMISE and tie.step is not None:
        others = tuple(
            each.source
            for each in lesson.ties.ending.get(tie.target, ())
            if each.step == tie.step and each.source != tie.source
        )
    beside = f", together with {', '.join(lesson.names(others)[:2])}" if others else ""
    return f"{_VERBS[tie.kind]} {lesson.name(tie.target)}{beside}"


def opposing(lesson: Lesson, ref: NodeRef) -> NodeRef | None:
    """Return what bears on the same claim with the opposite sign, if anything does."""
    for tie in lesson.ties.starting.get(ref, ()):
        wanted = AGAINST if tie.kind in FOR else FOR if tie.kind in AGAINST else ()
        for other in lesson.ties.ending.get(tie.target, ()):
            is_plain = (
                other.source.kind is NodeKind.STATEMENT
                or not lesson.graph.arguments[other.source.title].is_reconstructed
            )
            if other.kind in wanted and other.source != ref and is_plain:
                return other.source
    return None
