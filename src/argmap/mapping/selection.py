"""What is to be seen of a graph: the nodes, edges and groups of its map, before any arranging."""

from typing import NamedTuple

from argmap.diagnostic import Problem
from argmap.mapping.options import MapOptions
from argmap.mapping.resolve import Resolution
from argmap.mapping.sections import Sections
from argmap.model.graph import ArgumentGraph, NodeRef, RelationKind


class SelectedNode(NamedTuple):
    """A statement or argument that is shown.

    label_title: its title, or None where only the text is to be read
    label_text:  its canonical wording or gist, or None
    group:       index in `Selection.groups` of the innermost group around it, or None
    """

    ref: NodeRef
    label_title: str | None
    label_text: str | None
    tags: tuple[str, ...]
    group: int | None


class SelectedEdge(NamedTuple):
    """An edge between two shown nodes: source supports, attacks … target.

    relation: index in `Selection.relations`; None where a premise or conclusion makes the edge
    from_statement, to_statement: the statement that relates at either end, which may be hidden
        behind the argument in which it is used
    """

    kind: RelationKind
    source: NodeRef
    target: NodeRef
    relation: int | None = None
    from_statement: str | None = None
    to_statement: str | None = None


class SelectedGroup(NamedTuple):
    """A frame around nodes and other groups, made from a section.

    level:     1 for an outermost group
    parent:    index in `Selection.groups`, or None
    is_closed: it is to be drawn as one box; here its nodes are listed all the same
    section:   index in `Selection.sections`
    """

    id: str
    title: str
    level: int
    parent: int | None
    is_closed: bool
    section: int


class Selection(NamedTuple):
    """The shown part of a graph.

    `nodes` are statements, then arguments, each in document order. `graph` differs from the graph
    that was handed in where arguments were exploded. `problems` are about the options.
    """

    graph: ArgumentGraph
    options: MapOptions
    resolution: Resolution
    sections: Sections
    nodes: tuple[SelectedNode, ...]
    edges: tuple[SelectedEdge, ...]
    groups: tuple[SelectedGroup, ...]
    problems: tuple[Problem, ...] = ()
