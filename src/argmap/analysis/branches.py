"""Branches of a map that lead to none of its theses."""

from collections.abc import Collection

from argmap.analysis.flow import Flow


def irrelevant_branches(flow: Flow, theses: Collection[int]) -> list[list[int]]:
    """Return the ends of what leads to no thesis: the nodes of terminal components without one.

    Whatever leads on is covered by where it leads. Nodes without any edge are not returned.
    """
    named = frozenset(theses)
    return sorted(members for members in flow.terminal_components if named.isdisjoint(members))
