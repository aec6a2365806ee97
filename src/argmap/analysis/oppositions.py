"""Who is written to speak against whom, whatever comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model.graph import NodeKind, Relation, RelationKind
from argmap.model.steps import StepGraph

Pair = tuple[int, int]
"""Two nodes, the one that comes first in the document first."""

EXCLUSIVE = frozenset((RelationKind.CONTRADICTORY, RelationKind.CONTRARY))
"""Relations that run both ways."""

AGAINST = EXCLUSIVE | {RelationKind.ATTACK}


@dataclass(frozen=True, slots=True)
class Oppositions:
    """Pairs of nodes, with the relation that first sets one against the other.

    written:   one attacks or contradicts the other; a reconstructed argument speaks through its
               main conclusion, and undercuts are not counted
    conflicts: those of them that exclude each other: contradictory or contrary
    """

    written: Mapping[Pair, Relation]
    conflicts: Mapping[Pair, Relation]


def find_oppositions(steps: StepGraph) -> Oppositions:
    """Return the pairs that are set against each other; linear in the relations."""
    written: dict[Pair, Relation] = {}
    conflicts: dict[Pair, Relation] = {}
    is_strict = steps.graph.is_strict
    for relation in steps.graph.relations:
        kind, _, target, *_ = relation
        if kind not in AGAINST:
            continue
        is_conflict = kind in EXCLUSIVE or (is_strict and is_exclusive(steps, relation))
        if target.kind is NodeKind.STATEMENT or target.title in steps.gists or is_conflict:
            ends = (steps.source_of(relation.source), steps.source_of(target))
            pair = (min(ends), max(ends))
            written.setdefault(pair, relation)
            if is_conflict:
                conflicts.setdefault(pair, relation)
    return Oppositions(written, conflicts)


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
