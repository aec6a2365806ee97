"""Whether seemingly independent reasons for a conclusion come from one source."""

from collections.abc import Iterable, Mapping

from argmap.analysis.foundations import Effort, EffortSpentError, Foundations
from argmap.analysis.quotes import source_keys
from argmap.model.graph import ArgumentGraph
from argmap.model.steps import StepGraph


def single_sources(graph: ArgumentGraph, steps: StepGraph) -> Mapping[int, str]:
    """Return for each node that has exactly one source the key or text that names it.

    A claim with two sources falls with neither of them, and so rests on neither.
    """
    sources: dict[int, str] = {}
    for index, node in enumerate(steps.nodes):
        if not node.is_sourced:
            continue
        element = graph.node(node.ref)
        if "source" not in element.data:
            continue
        keys = {
            key.strip()
            for occurrence in element.occurrences
            if "source" in occurrence.data
            for key in source_keys(element, occurrence)
        }
        if len(keys) == 1:
            sources[index] = keys.pop()
    return sources


def common_sources(
    steps: StepGraph,
    base: frozenset[int],
    conclusion: int,
    first_line: Iterable[int],
    sources: Mapping[int, str],
    effort: Effort,
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the sources on which every minimal support of a conclusion rests, if it has several.

    base:       what stands by itself; a *support* is a part of it from which the conclusion
                follows, and minimal if none of its members can be left out
    first_line: some line of support of the conclusion
    sources:    nodes → their only source
    return:     (source, its leaves below the conclusion); empty also if the effort is spent

    A source is common if the conclusion falls once all its leaves are rejected: one propagation
    for each source in the first line. There is only one minimal support if the conclusion follows
    from those leaves alone whose rejection takes it down.
    """
    leaves = sorted(node for node in first_line if node in base)
    candidates = {sources[leaf]: None for leaf in leaves if leaf in sources}
    if len(leaves) < 1 or not candidates:
        return ()
    try:
        foundations = Foundations(steps, base, conclusion, effort)
        of_source: dict[str, list[int]] = {key: [] for key in candidates}
        for leaf in foundations.leaves:
            if sources.get(leaf) in of_source:
                of_source[sources[leaf]].append(leaf)
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
