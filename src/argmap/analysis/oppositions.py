"""Who is written to speak against whom, whatever comes of it."""

from collections.abc import Mapping

from argmap.model.graph import NodeKind, Relation, RelationKind
from argmap.model.steps import StepGraph

Pair = tuple[int, int]
"""Two nodes, the one that comes first in the document first."""

EXCLUSIVE = frozenset((RelationKind.CONTRADICTORY, RelationKind.CONTRARY))
"""Relations that run both ways."""

AGAINST = EXCLUSIVE | {RelationKind.ATTACK}


def find_oppositions(steps: StepGraph) -> Mapping[Pair, Relation]:
    """Return the pairs set against each other, with the relation that does so first.

    One attacks or contradicts the other, as written; a reconstructed argument speaks through its
    main conclusion, and undercuts are not counted. Linear in the relations.
    """
    written: dict[Pair, Relation] = {}
    for relation in steps.graph.relations:
        kind, _, target, *_ = relation
        if kind not in AGAINST:
            continue
        is_node = target.kind is NodeKind.STATEMENT or target.title in steps.gists
        if is_node or kind in EXCLUSIVE:
            ends = (steps.source_of(relation.source), steps.source_of(target))
            written.setdefault((min(ends), max(ends)), relation)
    return written


def is_exclusive(steps: StepGraph, relation: Relation) -> bool:
    """Tell whether a relation is a conflict, which runs both ways.

    In strict mode an attack between statements is one, also if a reconstructed argument speaks.
    """
    if relation.kind is not RelationKind.ATTACK:
        return relation.kind in EXCLUSIVE
    source, target = relation.source, relation.target
    return (
        steps.graph.is_strict
        and target.kind is NodeKind.STATEMENT
        and (source.kind is NodeKind.STATEMENT or source.title not in steps.gists)
    )
