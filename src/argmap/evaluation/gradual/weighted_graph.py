"""`StepGraph` → `WeightedGraph`: a quantitative bipolar graph, with steps as linked supporters.

Its *units* are the nodes of the step graph and those of its steps that have a strength of their
own. A support by one premise has not: the premise itself is the supporter, so that a map without
linked premises, undercuts and weights is a bipolar graph as in the literature (Baroni, Rago and
Toni 2019). Any other step is as strong as its weakest premise, times its weight (the weakest link:
Pollock 1995), and is then attacked by its undercutters as a node is by its attackers.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostic import Finding
from argmap.evaluation.given_strengths import read_strengths
from argmap.memory import without_collection
from argmap.model.status import Status
from argmap.model.steps import Links, StepGraph

DEFAULT = 0.5
"""The base score of what has no `strength:`."""


class LinkedSupport(NamedTuple):
    """A step with a strength of its own; premises and undercutters are nodes."""

    step: int
    premises: tuple[int, ...]
    weight: float
    undercutters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WeightedGraph:
    """Base scores, supporters and attackers.

    bases:      base score of each node
    is_given:   for each node, whether its author gave that score
    supporters: for each node the units that support it, once each
    attackers:  for each node the nodes that attack it, conflicts both ways
    linked:     the units behind the nodes: unit `len(bases) + i` is `linked[i]`
    unit_of:    for each step its unit, or None if it is void
    problems:   values of `strength:` that could not be used
    """

    steps: StepGraph = field(repr=False)
    bases: tuple[float, ...]
    is_given: tuple[bool, ...]
    supporters: Links
    attackers: Links
    linked: tuple[LinkedSupport, ...]
    unit_of: tuple[int | None, ...]
    problems: tuple[Finding, ...]


@without_collection
def weigh(steps: StepGraph) -> WeightedGraph:
    """Make the weighted graph of a step graph; linear in its size.

    What is rejected has the base score 0, and no supporters: steps to it are void.
    """
    given = read_strengths(steps)
    bases = [
        0.0 if node.status is Status.REJECTED else DEFAULT if strength is None else strength
        for node, strength in zip(steps.nodes, given.nodes, strict=True)
    ]
    linked: list[LinkedSupport] = []
    known: dict[tuple[object, ...], int] = {}
    units: list[int | None] = []
    rows = zip(steps.steps, given.steps, steps.undercutters, strict=True)
    for index, ((premises, conclusion, _, _, is_void), given_weight, undercutters) in enumerate(
        rows
    ):
        if is_void:
            units.append(None)
            continue
        weight = 1.0 if given_weight is None else given_weight
        if len(premises) == 1 and weight == 1 and not undercutters:
            units.append(premises[0])
            continue
        cutters = tuple(sorted(undercutters))
        same = (tuple(sorted(premises)), conclusion, weight, cutters)
        if same not in known:  # a reason that is given twice is one reason
            known[same] = len(steps.nodes) + len(linked)
            linked.append(LinkedSupport(index, premises, weight, undercutters))
        units.append(known[same])
    return WeightedGraph(
        steps=steps,
        bases=tuple(bases),
        is_given=tuple([strength is not None for strength in given.nodes]),
        supporters=tuple([_units(units, into) if into else () for into in steps.into]),
        attackers=steps.attackers,
        linked=tuple(linked),
        unit_of=tuple(units),
        problems=given.problems,
    )


def _units(units: list[int | None], into: tuple[int, ...]) -> tuple[int, ...]:
    found = [unit for step in into if (unit := units[step]) is not None]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
