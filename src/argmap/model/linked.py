"""Supports that are the premises of one step, because their author says `{linked: true}`."""

from argmap.model.graph import ArgumentGraph, Relation
from argmap.syntax import Argument, Statement

LINKED = "linked"
_WRITTEN_BELOW = ("+", "<+")


def linking_occurrence(graph: ArgumentGraph, relation: Relation) -> int | None:
    """Return what links a support to those beside it, as an index in `Document.items`.

    That is the occurrence of a statement or argument that it is written directly below, if its
    data says `linked: true`: those supports work only together (Freeman 1991). None if the
    support is a reason by itself.
    """
    if relation.symbol not in _WRITTEN_BELOW:
        return None
    items = graph.document.items
    index = items[relation.item].parent
    owner = items[index]
    is_linking = (
        isinstance(owner, Statement | Argument)
        and owner.data is not None
        and owner.data.value.get(LINKED) is True
    )
    return index if is_linking else None
