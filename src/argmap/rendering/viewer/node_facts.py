"""Who says a node, for which side, and what else its author noted about it."""

import json
from collections.abc import Mapping

from argmap.analysis.sides import sides
from argmap.analysis.speakers import Speakers
from argmap.analysis.theses import find_theses
from argmap.model.graph import Argument, ArgumentGraph, NodeRef, Statement
from argmap.model.steps import build_steps
from argmap.rendering.display_text import printable

_SHOWN_APART = frozenset(
    ("speaker", "voice", "quote", "span", "color", "lang", "isInGroup", "isGroup")
)


def speakers_of(speakers: Speakers, node: Statement | Argument) -> list[str]:
    """Return by whom a node is said, whatever the voice, under their names in the table."""
    written = node.data.get("speaker")
    names = written if isinstance(written, list) else [written]
    told = [speakers.name(name) for name in names if isinstance(name, str | int | float)]
    return list(dict.fromkeys(printable(name) for name in told if name.strip()))


def sides_of(graph: ArgumentGraph) -> Mapping[NodeRef, list[str]]:
    """Return on whose side each node is.

    Those are the sides that the map declares or, if it declares none, `for` and `against` its
    first thesis.
    """
    speakers = Speakers.of(graph)
    declared = {
        ref: [
            printable(party.name) for party in speakers.parties(graph.node(ref)) if party.is_side
        ]
        for ref in graph.order
    }
    if any(declared.values()):
        return {ref: found for ref, found in declared.items() if found}
    steps = build_steps(graph)
    theses = find_theses(steps).nodes
    if not theses:
        return {}
    return {steps.nodes[node].ref: [str(side)] for node, side in sides(steps, theses[0]).items()}


def noted(node: Statement | Argument) -> list[list[str]]:
    """Return the rest of a node's data, each a key and what it holds."""
    return [
        [printable(str(key)), printable(_written(value))]
        for key, value in node.data.items()
        if key not in _SHOWN_APART
    ]


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return ", ".join(str(each) for each in value)
    return json.dumps(value, ensure_ascii=False, default=str)
