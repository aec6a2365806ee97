"""networkx's node-link data as JSON: `networkx.node_link_graph(json.loads(text), edges="edges")`.

Nodes, edges and attributes are those of `argmap.model.networkx_view`.
"""

from argmap.exchange import json_text
from argmap.exchange.format import Format
from argmap.exchange.json_text import Pieces
from argmap.model.graph import ArgumentGraph
from argmap.syntax import ARGMAP, Dialect


def write(graph: ArgumentGraph, dialect: Dialect = ARGMAP) -> str:
    """Write a graph as node-link data; the dialect it was built in makes no difference here."""
    data = node_link_data(graph)
    parts: dict[str, str | Pieces] = {
        key: json_text.line(data[key]) for key in ("directed", "multigraph", "graph")
    }
    for key in ("nodes", "edges"):
        listed = data[key]
        assert isinstance(listed, list)
        parts[key] = json_text.items(listed)
    return json_text.writable("".join(json_text.members(parts)) + "\n")


def node_link_data(graph: ArgumentGraph) -> dict[str, object]:
    """Return a graph as networkx's node-link data, fit for JSON."""
    full = graph.to_networkx()
    return {
        "directed": True,
        "multigraph": True,
        "graph": json_text.plain(full.graph),
        "nodes": [
            json_text.plain({**attributes, "id": node})
            for node, attributes in full.nodes(data=True)
        ],
        "edges": [
            json_text.plain({**attributes, "source": source, "target": target, "key": key})
            for source, target, key, attributes in full.edges(keys=True, data=True)
        ],
    }


FORMAT = Format(
    "node-link", ".json", "networkx's node-link data as JSON, for Python and D3", ARGMAP, write
)
