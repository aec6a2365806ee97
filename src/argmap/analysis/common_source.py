"""Whether seemingly independent reasons for a conclusion come from one source."""

from collections.abc import Iterable

from argmap.analysis.foundations import Effort, EffortSpentError, Foundations
from argmap.analysis.quotes import source_keys
from argmap.model.graph import ArgumentGraph
from argmap.model.steps import Node, StepGraph


def single_source(graph: ArgumentGraph, node: Node) -> str | None:
    """Return the key or text that names a node's source, if it has exactly one.

    A claim with two sources falls with neither of them, and so rests on neither.
    """
    if not node.is_sourced:
        return None
    element = graph.node(node.ref)
    keys = {
        key.strip()
        for occurrence in element.occurrences
        if "source" in occurrence.data
        for key in source_keys(element, occurrence)
    }
    return keys.pop() if len(keys) == 1 else None


def common_sources(
    steps: StepGraph,
    base: frozenset[int],
    conclusion: int,
    first_line: Iterable[int],
    effort: Effort,
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the sources on which every minimal support of a conclusion rests, if it has several.

    base:       what stands by itself; a *support* is a part of it from which the conclusion
                follows, and minimal if none of its members can be left out
    first_line: some line of support of the conclusion
    return:     (source, its leaves below the conclusion); empty also if the effort is spent

    A source is common if the conclusion falls once all its leaves are rejected: one propagation
    for each source in the first line. There is only one minimal support if the conclusion follows
    from those leaves alone whose rejection takes it down.
    """
    leaves = sorted(node for node in first_line if node in base)
    named = (single_source(steps.graph, steps.nodes[leaf]) for leaf in leaves)
    of_source: dict[str, list[int]] = {key: [] for key in named if key is not None}
    if not of_source:
        return ()
    try:
        foundations = Foundations(steps, base, conclusion, effort)
        for leaf in foundations.leaves:
            key = single_source(steps.graph, steps.nodes[leaf])
            if key in of_source:
                of_source[key].append(leaf)
        common = tuple(
            (key, tuple(members))
            for key, members in of_source.items()
            if foundations.line(frozenset(members)) is None
        )
        if not common:
            return ()
        core = {leaf for leaf in leaves if foundations.line(frozenset([leaf])) is None}
        others = frozenset(foundations.leaves) - core
        is_only_one = foundations.line(others) is not None
    except EffortSpentError:
        return ()
    return () if is_only_one else common
