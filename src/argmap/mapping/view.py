"""What somebody wants to see of a map: a record of choices, as `build_map` reads it.

The choices narrow what the front matter lets through (`selection:`) and never widen it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from argmap.errors import ArgmapError
from argmap.mapping.argument_map import EdgeKind, Opening


class CannotView(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A view asks for what the map has not got, or shows nothing."""


class Only(StrEnum):
    """Kinds of relations that a view can be limited to."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"  # of every kind: undercuts and contradictions too
    UNDERCUTS = "undercuts"
    CONTRADICTIONS = "contradictions"

    @property
    def kinds(self) -> frozenset[EdgeKind]:
        """The edges that it means."""
        return _KINDS[self]


_AGAINST = frozenset({EdgeKind.CONTRADICTORY, EdgeKind.CONTRARY})
_KINDS = {
    Only.SUPPORTS: frozenset(
        {EdgeKind.SUPPORT, EdgeKind.ENTAILS, EdgeKind.PREMISE, EdgeKind.JOIN}
    ),
    Only.ATTACKS: _AGAINST | {EdgeKind.ATTACK, EdgeKind.UNDERCUT},
    Only.UNDERCUTS: frozenset({EdgeKind.UNDERCUT}),
    Only.CONTRADICTIONS: _AGAINST,
}


class Labels(StrEnum):
    """What is written into boxes and rows."""

    TITLE = "title"
    TEXT = "text"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen of a map. Titles, tags and names are as somebody typed them.

    roots:    show what bears on these, and nothing else; `[Title]`, `<Title>` or `Title`
    depth:    how many levels of boxes below the roots or, without roots, the main claims
    only:     the kinds of relations that are shown; empty: all
    tags, sections, speakers: show what has one of these; empty: everything
    labels:   what is written into boxes; None: as the front matter says
    opening:  how reconstructed arguments are drawn; None: as their data say, else as cards
    openings: the same for single arguments, by title; stronger than all else
    """

    roots: tuple[str, ...] = ()
    depth: int | None = None
    only: tuple[Only, ...] = ()
    tags: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    labels: Labels | None = None
    opening: Opening | None = None
    openings: Mapping[str, Opening] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_narrow(self) -> bool:
        """Whether it may leave boxes or relations out."""
        chosen = (self.roots, self.only, self.tags, self.sections, self.speakers)
        return self.depth is not None or any(chosen)

    @property
    def kinds(self) -> frozenset[EdgeKind]:
        """The kinds of edges that are shown."""
        if not self.only:
            return frozenset(EdgeKind)
        return frozenset().union(*(only.kinds for only in self.only))


WHOLE = View()
"""The view that leaves everything as the map itself wants it."""
