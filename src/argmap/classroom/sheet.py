"""The sheet: a name line, the text, the map with its gaps, room for answers, three questions."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.classroom.exercise import Exercise
from argmap.classroom.gaps import Request
from argmap.classroom.lesson import Lesson
from argmap.classroom.picture import KEY, SHEET, Painter, Picture, Room
from argmap.classroom.source_text import text_blocks
from argmap.mapping.argument_map import ArgumentMap
from argmap.publishing import (
    Blank,
    Block,
    Figure,
    Heading,
    Item,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Publication,
    Run,
    Style,
    Together,
    paragraph,
    words,
)
from argmap.publishing.blocks import Paper
from argmap.publishing.measuring import room
from argmap.rendering.outline import write_outline
from argmap.rendering.typesetting import POINTS_PER_MM

MARGIN = 12.0
_ABOVE = 22.0
"""What stands above a picture on its page, in millimetres."""
_HEAD = 24.0
"""What stands above that on the first page."""
_REFLECTION = (
    "Which answer were you least sure of, and why?",
    "Which reason on this map is the weakest?",
    "What would change your mind?",
)


class Layout(NamedTuple):
    """How sheets are printed.

    has_text: print the texts that the map quotes, if they are at hand
    in_words: tell the map in words too, for formats without pictures and for screen readers
    engine:   a Graphviz `dot` to use in place of the usual one
    """

    paper: Paper = Paper.A4
    has_text: bool = True
    in_words: bool = False
    engine: str | None = None


def sheet_pages(
    lesson: Lesson, exercise: Exercise, request: Request, layout: Layout | None = None
) -> Publication:
    """Return the sheet for pupils: nothing in it tells an answer."""
    return Pages(lesson, exercise, request, layout or Layout()).sheet()


class Pages:
    """What sheet and key have in common."""

    def __init__(
        self, lesson: Lesson, exercise: Exercise, request: Request, layout: Layout
    ) -> None:
        self.lesson = lesson
        self.exercise = exercise
        self.request = request
        self.layout = layout

    def sheet(self) -> Publication:
        """Return the sheet."""
        room_below = Room(self.free.width, self.free.height - _HEAD * POINTS_PER_MM)
        drawn = self.exercise.covered
        writing: tuple[Block, ...] = (*self.exercise.sheet, *self.reflection())
        if self.has_text:
            parts = (*self.text(is_key=False), *self.picture(drawn, self.free), *writing)
        elif drawn is None:
            parts = writing
        elif len(below := self.pictures(drawn, room_below)) == 1:
            parts = (*self.figures(drawn, below, room_below), *writing)
        else:  # the map takes pages of its own: better all that is written beside it
            parts = (*writing, PageBreak(), *self.picture(drawn, self.free))
        return self.publication("Worksheet", [*self.head(), *parts])

    def publication(self, what: str, blocks: list[Block]) -> Publication:
        """Return blocks as pages; the foot says which sheet it is, for whoever gives it back."""
        version = self.request.version
        foot = (
            f"{what} {self.request.kind}, version {version}"
            f" · seed {self.request.seed} · map {self.lesson.hash[:8]}"
        )
        return Publication(
            f"{what}: {self.lesson.title}",
            tuple(blocks),
            language=self.lesson.language,
            footer=foot,
            paper=self.layout.paper,
            is_landscape=True,
            margin=MARGIN,
        )

    def head(self) -> Iterator[Block]:
        """Yield what stands first: the name line, the title, the task."""
        yield Paragraph(
            (
                Run("Name "),
                Blank(80.0),
                Run("   Class "),
                Blank(30.0),
                Run("   Date "),
                Blank(30.0),
                Run(f"   {self.request.version}", Style.STRONG),
            )
        )
        yield Heading(1, words(self.lesson.title))
        yield paragraph(self.exercise.task)

    def text(self, *, is_key: bool) -> Iterator[Block]:
        """Yield the texts that the map quotes, and a new page."""
        if self.has_text:
            yield from text_blocks(self.lesson, self.exercise.marked if is_key else {})
            yield PageBreak()

    @property
    def has_text(self) -> bool:
        """Whether the texts that the map quotes are printed."""
        texts = self.lesson.texts.values()
        return self.layout.has_text and any(text and text.strip() for text in texts)

    @property
    def free(self) -> Room:
        """The room for a picture on a page of its own."""
        page = Publication("", (), paper=self.layout.paper, is_landscape=True, margin=MARGIN)
        width, height = room(page)
        return Room(width, height - _ABOVE * POINTS_PER_MM)

    def picture(
        self, drawn: ArgumentMap | None, free: Room, *, is_key: bool = False
    ) -> Iterator[Block]:
        """Yield the map, in parts if it has to be, and in words if it is to be."""
        if drawn is not None:
            yield from self.figures(drawn, self.pictures(drawn, free, is_key=is_key), free)

    def pictures(self, drawn: ArgumentMap, free: Room, *, is_key: bool = False) -> list[Picture]:
        """Return the map in as many pictures as it takes."""
        painter = Painter(free, KEY if is_key else SHEET, self.layout.engine)
        return painter.pictures(drawn, self.exercise.focus)

    def figures(self, drawn: ArgumentMap, pictures: list[Picture], free: Room) -> Iterator[Block]:
        """Yield pictures with their headings."""
        for number, picture in enumerate(pictures, 1):
            part = f", part {number} of {len(pictures)}" if len(pictures) > 1 else ""
            name = f"The map{part}"
            most = free.height / POINTS_PER_MM
            figure = Figure(picture.svg, name, picture.share(free), most)
            yield Together((Heading(2, words(name)), figure))
        if self.layout.in_words:
            yield from _in_words(drawn)

    @staticmethod
    def reflection() -> Iterator[Block]:
        """Yield questions to think about when the sheet is filled in."""
        items = tuple(Item((paragraph(each), Lines(1, 9.0))) for each in _REFLECTION)
        yield Together((Heading(2, words("Looking back")), Items(items, is_numbered=True)))


def _in_words(drawn: ArgumentMap) -> Iterator[Block]:
    """Yield the map as a flat list that tells depth by numbers, whatever the format."""
    yield Heading(2, words("The map in words"))
    items: list[Item] = []
    counts: list[int] = []
    for entry in write_outline(drawn):
        del counts[entry.depth + 1 :]
        while len(counts) <= entry.depth:
            counts.append(0)
        counts[entry.depth] += 1
        told = ": ".join(part for part in (entry.heading, entry.text) if part)
        notes = f" ({', '.join(entry.notes)})" if entry.notes else ""
        relation = f"{entry.relation} " if entry.relation else ""
        mark = ".".join(str(count) for count in counts)
        items.append(Item((Paragraph((Run(relation, Style.MUTE), Run(told + notes))),), mark))
    yield Items(tuple(items))
