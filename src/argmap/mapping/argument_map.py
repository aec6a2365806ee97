"""What a reader will see: boxes, the rows of cards, edges, groups, and the notes below.

Nothing here has a size or a place; that is the business of `argmap.rendering`. Texts are the
author's words, untouched: whoever writes them into a format makes them harmless there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from argmap.model.graph import NodeRef
from argmap.showing import ShownInNotebooks

HEADER = "h"
"""The port of a card's header band: the argument as a whole."""


class Mark(NamedTuple):
    """What was found out about a node: codes of findings, and its label if it was evaluated."""

    codes: tuple[str, ...] = ()
    label: str | None = None


class Opening(StrEnum):
    """How a reconstructed argument is drawn."""

    CARDS = "cards"  # one card with a row for each premise
    BOXES = "boxes"  # premises as boxes, joined at a "+"
    NONE = "none"  # its title alone, with what it consists of left inside


@dataclass(frozen=True, slots=True)
class Hue:
    """What a box's colour tells: who says it, whose side it is on, what its tag is.

    swatch: a place among the colours of the theme, the name of one of its roles (`support`,
            `attack`, `undercut`, `claim`, `warning`, `plain`), or a colour as `#RRGGBB`
    name:   what the legend says; empty if it is not told there
    tag:    what the box itself says, since colour alone tells nothing to many; may be empty
    """

    swatch: int | str
    name: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a box: a `data:` address, its size in points, and its name for listeners."""

    href: str
    width: float
    height: float
    name: str


class BoxKind(StrEnum):
    """What a box stands for."""

    STATEMENT = "statement"
    ARGUMENT = "argument"
    JUNCTION = "junction"  # the "+" at which premises join, where they are boxes
    GROUP = "group"  # a closed group, in place of all that is in it


class EdgeKind(StrEnum):
    """What an edge says of its source and its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILS = "entails"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"
    PREMISE = "premise"  # from a statement's own box to the row where a card uses it
    JOIN = "join"  # from a premise's box to the junction where it meets the others

    @property
    def is_symmetric(self) -> bool:
        """Whether it says the same in both directions, so that both ends have an arrowhead."""
        return self in (EdgeKind.CONTRADICTORY, EdgeKind.CONTRARY)


class RowKind(StrEnum):
    """The part that a row's statement plays in its card."""

    PREMISE = "premise"
    INTERMEDIATE = "intermediate-conclusion"
    CONCLUSION = "main-conclusion"


@dataclass(frozen=True, slots=True)
class Row:
    """One statement inside a card.

    port:           the name by which edges end here
    title:          the statement's title (made up, `Untitled n`, if it has none)
    text:           what is printed; None prints the title
    number:         the printed step number
    has_own_box:    it is drawn in full elsewhere on the map
    is_unsupported: a finding says that it is a conclusion without support
    is_unstated:    nobody said it; the argument needs it
    also_in:        titles of the other cards that use it, where no edge tells so
    sources:        numbers of footnotes
    link:           where its words lead on the web
    is_met:         edges end at it
    is_blank:       no words are printed, as `--labels none` wants it
    """

    port: str
    kind: RowKind
    title: str
    text: str | None
    number: int
    has_own_box: bool = False
    also_in: tuple[str, ...] = ()
    is_unsupported: bool = False
    is_unstated: bool = False
    label: str | None = None
    sources: tuple[int, ...] = ()
    link: str | None = None
    hue: Hue | None = None
    is_met: bool = False
    is_blank: bool = False

    @property
    def caption(self) -> str:
        """The words that are printed."""
        return "" if self.is_blank else self.text or self.title


@dataclass(frozen=True, slots=True)
class Strip:
    """One inference inside a card: the rules that it names.

    `premises` are the printed numbers of what it starts from, where that is not simply the rows
    that stand below it.
    """

    port: str
    step: int
    rules: tuple[str, ...] = ()
    premises: tuple[int, ...] = ()


Part = Row | Strip


@dataclass(frozen=True, slots=True)
class Box:
    """A statement, a sketched argument (no parts), or a reconstructed one (a card with parts).

    id:        unique in the map, made from the title, the same as long as the title is
    ref:       the node that it stands for; None for a junction or a closed group
    title:     what a header prints; None if the node is untitled, or its title not to be shown
    text:      a statement's wording or an argument's gist; None if there is none to be shown
    role:      what its edges say, for the header's colour and sign; None if they disagree
    parts:     from the conclusion's side downwards
    group:     index in `ArgumentMap.groups`, or None
    link:      where its words lead on the web
    is_headed: a statement's title stands above its text
    number:    the printed step number of a statement that is the premise of one opened argument
    inside:    how many premises a closed argument keeps to itself
    more:      how many boxes bear on it in a way that this view does not draw
    beyond:    how many boxes it bears on in a way that this view does not draw
    """

    id: str
    kind: BoxKind
    ref: NodeRef | None
    title: str | None
    text: str | None
    role: EdgeKind | None = None
    parts: tuple[Part, ...] = ()
    is_thesis: bool = False
    is_unsupported: bool = False
    is_unstated: bool = False
    label: str | None = None
    sources: tuple[int, ...] = ()
    group: int | None = None
    link: str | None = None
    hue: Hue | None = None
    pictures: tuple[Picture, ...] = ()
    is_headed: bool = False
    number: int | None = None
    inside: int = 0
    more: int = 0
    beyond: int = 0


class End(NamedTuple):
    """Where an edge ends: a box's id, and the port of a part of it (None: the box)."""

    box: str
    port: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from the source to the target: the source supports, attacks … the target."""

    id: str
    kind: EdgeKind
    source: End
    target: End


@dataclass(frozen=True, slots=True)
class Group:
    """A frame around boxes; `parent` is an index in `ArgumentMap.groups`."""

    id: str
    title: str
    parent: int | None
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where something was said. `number` 0: everything on the map comes from here."""

    number: int
    text: str


class LegendEntry(StrEnum):
    """A sign that the map uses and that a reader may want explained."""

    SUPPORT = "supports"
    ATTACK = "attacks"
    UNDERCUT = "undercuts the inference"
    ENTAILS = "entails"
    CONTRARY = "cannot both be true"
    CONTRADICTORY = "contradict each other"
    PREMISE = "is a premise of"
    JUNCTION = "premises that only work together"
    UNSUPPORTED = "no support given yet"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class ArgumentMap(ShownInNotebooks):
    """A map, ready to be laid out and drawn; everything stands in document order.

    hues:            the colours that the legend names
    relation_colors: the colours that the author wants for edges
    notices:         lines for the user about what could not be drawn as it was asked for
    part: what a reader has to know of a view that leaves something out; None if all is here
    """

    title: str | None
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    language: str | None = None
    hues: tuple[Hue, ...] = ()
    relation_colors: Mapping[EdgeKind, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    part: str | None = None

    def box(self, identifier: str) -> Box:
        """Return the box with an id; KeyError if there is none."""
        for box in self.boxes:
            if box.id == identifier:
                return box
        raise KeyError(identifier)
