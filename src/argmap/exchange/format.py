"""What every exchange format says about itself."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.model.graph import ArgumentGraph
from argmap.syntax import Dialect


class Format(NamedTuple):
    """A format that a graph can be written in.

    name:      by which it is asked for
    extension: of files, with the dot
    summary:   half a sentence for a list of formats
    dialect:   in which the graph is to be parsed and built for it
    write:     graph and that dialect → the whole text, the same for the same graph
    pieces:    the same in pieces, where the text can be written while it is made
    """

    name: str
    extension: str
    summary: str
    dialect: Dialect
    write: Callable[[ArgumentGraph, Dialect], str]
    pieces: Callable[[ArgumentGraph, Dialect], Iterator[str]] | None = None

    def in_pieces(self, graph: ArgumentGraph, dialect: Dialect) -> Iterator[str]:
        """Give the text in pieces, or whole where the format has none."""
        if self.pieces is None:
            return iter((self.write(graph, dialect),))
        return self.pieces(graph, dialect)
