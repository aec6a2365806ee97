"""What a title that somebody typed names in a map."""

from collections.abc import Iterable

from argmap.analysis.spelling import Speller
from argmap.errors import ArgmapError
from argmap.model.front_titles import bare_title, is_bracketed
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef


class UnknownTitle(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """No statement and no argument is called like that."""


def named_nodes(graph: ArgumentGraph, title: str) -> tuple[NodeRef, ...]:
    """Return what `[Title]`, `<Title>` or `Title` names; the last, the statement and the argument.

    raises: `UnknownTitle`, with the nearest title there is
    """
    written = title.strip()
    bare = bare_title(written).strip()
    found = []
    for name in dict.fromkeys((bare, written)):
        if name in graph.statements and not is_bracketed(written, "<>"):
            found.append(NodeRef(NodeKind.STATEMENT, name))
        if name in graph.arguments and not is_bracketed(written, "[]"):
            found.append(NodeRef(NodeKind.ARGUMENT, name))
    if not found:
        raise UnknownTitle(_complaint(graph, written, bare))
    return tuple(found)


def named_in_order(graph: ArgumentGraph, titles: Iterable[str]) -> tuple[NodeRef, ...]:
    """Return all that some titles name, each once and in document order; raise `UnknownTitle`."""
    chosen = {ref for title in titles for ref in named_nodes(graph, title)}
    return tuple(ref for ref in graph.order if ref in chosen)


def named_node(graph: ArgumentGraph, title: str) -> NodeRef:
    """Return the one node that a title names: of a statement and an argument, the statement.

    raises: `UnknownTitle`
    """
    return named_nodes(graph, title)[0]


def _complaint(graph: ArgumentGraph, written: str, bare: str) -> str:
    path = graph.document.source.path
    if not bare:
        return f"{path}: a title is empty; write it as in the map, such as '[Title]' or '<Title>'"
    known = [f"[{name}]" for name in graph.statements if graph.statements[name].is_titled]
    known += [f"<{name}>" for name in graph.arguments if graph.arguments[name].is_titled]
    nearest = Speller(name[1:-1] for name in known).nearest(bare)
    names = [name for name in known if name[1:-1] == nearest]
    guess = f"; did you mean {names[0]}?" if names else ""
    return f"{path}: nothing is called {written}{guess}"
