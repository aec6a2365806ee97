"""The chain of a policy argument: uniqueness → link → internal link → impact."""

from enum import StrEnum

from argmap.debate.case import Case
from argmap.debate.points import Point
from argmap.model.graph import NodeRef


class Slot(StrEnum):
    """A place in the chain; a tag (`#internal-link`) or `slot:` puts a claim there."""

    UNIQUENESS = "uniqueness"
    LINK = "link"
    INTERNAL_LINK = "internal link"
    IMPACT = "impact"


def chain(case: Case, point: Point) -> dict[Slot, tuple[NodeRef, ...]]:
    """Return what stands in each slot of a point's chain; nothing is guessed."""
    refs = [point.ref, *(line.ref for line in point.lines), *point.reasons]
    refs += [stage.conclusion.ref for stage in point.stages]
    found: dict[Slot, list[NodeRef]] = {slot: [] for slot in Slot}
    for ref in dict.fromkeys(refs):
        for slot in _slots(case, ref):
            found[slot].append(ref)
    return {slot: tuple(members) for slot, members in found.items()}


def _slots(case: Case, ref: NodeRef) -> list[Slot]:
    node = case.graph.node(ref)
    written = node.data.get("slot")
    names = [written] if isinstance(written, str) else []
    plain = {name.strip().casefold().replace("-", " ") for name in (*names, *node.tags)}
    return [slot for slot in Slot if slot.value in plain]
