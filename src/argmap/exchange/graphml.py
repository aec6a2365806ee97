"""GraphML, for graph tools such as Gephi, yEd and Cytoscape, written by networkx.

Nodes, edges and attributes are those of `argmap.model.networkx_view`. GraphML knows only texts,
numbers and booleans: lists and data are written as JSON, and what is None is left out.
"""

import io
import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from argmap.exchange import json_text
from argmap.exchange.format import Format
from argmap.model.graph import ArgumentGraph
from argmap.syntax import ARGMAP, Dialect


@cache
def _not_in_xml() -> re.Pattern[str]:
    """Return what finds characters that XML does not allow; it takes long to make."""
    return re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(graph: ArgumentGraph, dialect: Dialect = ARGMAP) -> str:
    """Write a graph as GraphML; the dialect it was built in makes no difference here."""
    import networkx

    full = graph.to_networkx()
    flat: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    flat.graph.update(_flat(full.graph))
    for node, attributes in full.nodes(data=True):
        flat.add_node(xml_text(node), **_flat(attributes))
    for source, target, key, attributes in full.edges(keys=True, data=True):
        flat.add_edge(xml_text(source), xml_text(target), key=key, **_flat(attributes))
    output = io.BytesIO()
    networkx.write_graphml_xml(flat, output)
    return output.getvalue().decode() + "\n"


FORMAT = Format(
    "graphml",
    ".graphml",
    "GraphML, for graph tools such as Gephi, yEd and Cytoscape",
    ARGMAP,
    write,
)


def _flat(attributes: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    return {key: _value(value) for key, value in attributes.items() if value is not None}


def _value(value: object) -> str | int | float | bool:
    match value:
        case bool() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case str():
            return xml_text(value)
        case _:
            return xml_text(json_text.line(json_text.plain(value)))


def xml_text(text: str) -> str:
    """Replace what XML cannot hold."""
    return _not_in_xml().sub("\ufffd", text)
