"""What one may ask of a map: why, what if, cruxes, attacks. One function for each command.

A title is what people type: `[Title]`, `<Title>` or `Title`; without one, the answer is about the
main claims, one after the other. `argmap.analysis.answers` turns answers into JSON,
`argmap.rendering.answer_text` into words.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.analysis import find_theses
from argmap.analysis.cruxes import CruxFinder
from argmap.analysis.cut_sets import MOST_SETS
from argmap.analysis.decisive import MOST_WORK, fight_over
from argmap.analysis.named import named_node
from argmap.analysis.proofs import USUAL_DEPTH, Explanation, prove_each
from argmap.analysis.whatif import Supposition, what_if
from argmap.evaluation import Policy, evaluate
from argmap.model.steps import build_steps

if TYPE_CHECKING:
    from argmap.analysis.cruxes import Cruxes
    from argmap.analysis.decisive import Battle
    from argmap.analysis.whatif import WhatIf
    from argmap.model import ArgumentGraph, NodeRef
    from argmap.model.steps import StepGraph

MOST_CONFIRMED_SETS = 100
"""How many cruxes are confirmed by labelling anew, where nobody says how many."""


def asked_about(steps: "StepGraph", title: str | None = None) -> "list[NodeRef]":
    """Return the node that a title names or, without one, the theses of the map.

    raises: `UnknownTitle`
    """
    if title is not None:
        return [named_node(steps.graph, title)]
    return [steps.nodes[node].ref for node in find_theses(steps).nodes]


def why(
    graph: "ArgumentGraph",
    title: str | None = None,
    *,
    policy: str = "lenient",
    depth: int = USUAL_DEPTH,
) -> tuple[Explanation, ...]:
    """Return why claims stand or fall: for each a sentence and a proof tree, read off the labels.

    What the tree of one claim tells those of later ones do not tell again (`shown.is_above`).

    policy: which leaves may stand by themselves, `lenient`, `declared` or `sourced`
    depth:  how many levels are told; what lies deeper says so
    raises: `UnknownTitle`, `UnknownPolicy`
    """
    labelling = evaluate(build_steps(graph), Policy.named(policy))
    proofs = prove_each(labelling, asked_about(labelling.steps, title), depth)
    return tuple(Explanation(labelling, proof) for proof in proofs)


def whatif(  # noqa: PLR0913 (all but the map are named)
    graph: "ArgumentGraph",
    *,
    reject: Sequence[str] = (),
    accept: Sequence[str] = (),
    add_attack: Sequence[str] = (),
    add_support: Sequence[str] = (),
    policy: str = "lenient",
) -> "WhatIf":
    """Return what changes if some claims fall or are granted, or relations are added.

    reject, accept: titles
    add_attack:     pairs `X:Y` for "X attacks Y"; `add_support` for "X supports Y"
    policy:         which leaves may stand by themselves
    raises:         `UnknownTitle`, `CannotSuppose`, `UnknownPolicy`
    """
    supposition = Supposition.read(
        graph, reject=reject, accept=accept, attacks=add_attack, supports=add_support
    )
    return what_if(graph, supposition, Policy.named(policy))


def cruxes(  # noqa: PLR0913 (all but the map and the title are named)
    graph: "ArgumentGraph",
    title: str | None = None,
    *,
    with_attacks: bool = False,
    size: int | None = None,
    limit: int | None = None,
    policy: str = "lenient",
) -> "tuple[Cruxes, ...]":
    """Return the smallest sets of leaves with which each conclusion falls (a minimal cut set).

    with_attacks: under the present attacks, each confirmed by labelling anew
    size:         the most leaves in a crux; without it 3, or as many as the smallest crux has
    limit:        the most cruxes; without it 10,000, with attacks 100
    policy:       which leaves may stand by themselves
    raises:       `UnknownTitle`, `UnknownPolicy`
    """
    steps = build_steps(graph)
    finder = CruxFinder(steps, Policy.named(policy))
    nodes = [steps.source_of(ref) for ref in asked_about(steps, title)]
    if with_attacks:
        most = limit or MOST_CONFIRMED_SETS
        return tuple(finder.with_attacks(node, size=size, limit=most) for node in nodes)
    return tuple(finder.cruxes(node, size=size, limit=limit or MOST_SETS) for node in nodes)


def attacks(
    graph: "ArgumentGraph", title: str | None = None, *, policy: str = "lenient"
) -> "tuple[Battle, ...]":
    """Return for each claim which attacks decide about it, and which have to be answered.

    policy: which leaves may stand by themselves
    raises: `UnknownTitle`, `UnknownPolicy`
    """
    labelling = evaluate(build_steps(graph), Policy.named(policy))
    steps = labelling.steps
    nodes = [steps.source_of(ref) for ref in asked_about(steps, title)]
    work = MOST_WORK // max(1, len(nodes))
    return tuple(fight_over(labelling, node, work) for node in nodes)
