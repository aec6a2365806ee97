"""What is to be stamped as reviewed, and the proof that stamps have changed nothing else."""

from collections.abc import Iterable, Sequence

from argmap.analysis.fingerprints import KEY, fingerprint
from argmap.analysis.named import UnknownTitle, named_nodes
from argmap.analysis.review import stamps
from argmap.errors import ArgmapError
from argmap.model.graph import Argument, ArgumentGraph, NodeRef, Statement
from argmap.model.steps import StepGraph


class CannotReview(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """What the caller wants to be stamped is not there, or cannot be."""


def meant_by(graph: ArgumentGraph, titles: Iterable[str]) -> frozenset[NodeRef]:
    """Return what has one of these titles; raise `CannotReview` for one that names nothing."""
    return frozenset(ref for title in titles for ref in _named(graph, title))


def chosen_nodes(
    graph: ArgumentGraph, titles: Sequence[str], *, every: bool
) -> tuple[NodeRef, ...]:
    """Return what is to be stamped, in document order.

    titles: `[Title]`, `<Title>` or `Title`, which names the statement and the argument
    every:  all that has a title; without titles and this, what has a stamp
    raises: `CannotReview` for a title that names nothing
    """
    chosen = set(meant_by(graph, titles))
    for ref in graph.order:
        node = graph.node(ref)
        if (every and node.is_titled) or (not titles and _has_stamp(node)):
            chosen.add(ref)
    return tuple(ref for ref in graph.order if ref in chosen)


def _has_stamp(node: Statement | Argument) -> bool:
    values = (each.data.get(KEY) for each in node.occurrences)
    return KEY in node.data and any(value not in (None, False, "") for value in values)


def _named(graph: ArgumentGraph, title: str) -> tuple[NodeRef, ...]:
    try:
        return named_nodes(graph, title)
    except UnknownTitle as trouble:
        raise CannotReview(str(trouble)) from None


def not_stamped(
    before: StepGraph, after: StepGraph, stamped: Iterable[NodeRef]
) -> tuple[NodeRef, ...]:
    """Return those of the stamped nodes that are not read as they should be.

    Those are the ones without a right stamp, or with another fingerprint; and all of them, if
    anything else in the map is read differently.
    """
    stamped = tuple(stamped)
    if after.graph.order == before.graph.order:
        right = {stamp.node for stamp in stamps(after) if stamp.is_current}
        right -= {
            stamp.node
            for stamp in stamps(after)
            if stamp.is_fingerprint and not stamp.is_current  # anything else may stay beside it
        }
        wrong = tuple(
            ref
            for ref in stamped
            if ref not in right or fingerprint(before, ref) != fingerprint(after, ref)
        )
        if wrong or _content(before.graph) == _content(after.graph):
            return wrong
    return stamped


def _content(graph: ArgumentGraph) -> object:
    """Return what a map says, apart from stamps and places."""
    nodes = [
        (node.text, node.tags, {key: node.data[key] for key in node.data if key != KEY})
        for node in (graph.node(ref) for ref in graph.order)
    ]
    relations = [relation[:3] for relation in graph.relations]
    problems = [(problem.code, problem.finding.message) for problem in graph.document.problems]
    return nodes, relations, problems
