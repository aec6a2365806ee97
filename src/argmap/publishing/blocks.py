"""What stands on pages: blocks of runs of text. Sizes are in millimetres, shares of a width 0–1.

Runs and paragraphs are styled by what they are (read aloud, a source, a label); how that looks is
the business of each writer. All is text as its author wrote it; writers make it harmless.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """What a run of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTE = "mute"  # of less weight: notes, places
    CITE = "cite"  # the surname and date of a source's one-line citation
    READ = "read"  # of a quote: what is read aloud, underlined and highlighted
    UNREAD = "unread"  # of a quote: what is not read, small
    CODE = "code"
    GOOD = "good"  # an answer in a key, what was matched
    BAD = "bad"  # what is missing or wrong


class Blank(NamedTuple):
    """Room to write on inside a line, in millimetres; it says nothing of what belongs there."""

    width: float = 30.0


class Run(NamedTuple):
    """A stretch of text in one style; `href` an address (http, https, mailto) or `#anchor`."""

    text: str
    style: Style = Style.PLAIN
    href: str | None = None


Text = tuple[Run | Blank, ...]


class ParagraphStyle(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    TITLE = "title"  # the document's own
    SUBTITLE = "subtitle"
    LABEL = "label"  # a small heading inside a page, no part of the outline
    NOTE = "note"  # small print
    CITATION = "citation"  # under an evidence card's tag: author, date, where
    CARD = "card"  # the body of an evidence card
    CLAIM = "claim"  # the sentence that a page is about


class Align(StrEnum):
    """Where the lines of a paragraph or cell stand."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; `anchor` is what links and the contents point to."""

    level: int
    text: Text
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text; `lang` a language tag if it is not the page's."""

    text: Text
    style: ParagraphStyle = ParagraphStyle.BODY
    align: Align = Align.START
    lang: str | None = None
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: blocks, and its own mark instead of a number (`A`, `2a`)."""

    blocks: "tuple[Block, ...]"
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered from `start` or with bullets."""

    items: tuple[Item, ...]
    is_numbered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; `fill` an RGB colour such as `#EAF2FB`, told apart by words too."""

    blocks: "tuple[Block, ...]"
    align: Align = Align.START
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first `heads` of them headings.

    widths:  share of each column; empty: equal ones
    heights: least height of each row in millimetres, 0 for what its contents need
    rules:   whether lines are drawn between cells
    """

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1
    widths: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()
    caption: str | None = None
    rules: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: an SVG text, what it shows in words, and its width as a share of the page's.

    `most` bounds its height in millimetres.
    """

    svg: str
    alt: str
    width: float = 1.0
    most: float | None = None
    caption: str | None = None


class FrameStyle(StrEnum):
    """The line of a frame."""

    SOLID = "solid"
    DASHED = "dashed"  # what nobody said: an unstated premise
    BAR = "bar"  # a bracket on the left: what belongs together


@dataclass(frozen=True, slots=True)
class Frame:
    """Blocks with a line around or beside them; `label` is printed first."""

    blocks: "tuple[Block, ...]"
    style: FrameStyle = FrameStyle.SOLID
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, with the share of each; below one another where that cannot be."""

    columns: "tuple[tuple[Block, ...], ...]"
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, by hand."""

    count: int = 3
    height: float = 8.0


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that no page break parts, if they fit on a page at all."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page.

    header:    what its top says from here on; None: what it said before
    is_turned: this page, and what follows up to the next break, lies the other way than the
               document's pages do
    """

    header: str | None = None
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings with their pages, down to a level."""

    title: str = "Contents"
    depth: int = 2


Block = (
    Heading
    | Paragraph
    | Items
    | Table
    | Quotation
    | Figure
    | Frame
    | Columns
    | Lines
    | Together
    | PageBreak
    | Contents
)


class Paper(StrEnum):
    """A size of paper."""

    A3 = "a3"
    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres, upright."""
        return {
            Paper.A3: (297.0, 420.0),
            Paper.A4: (210.0, 297.0),
            Paper.A5: (148.0, 210.0),
            Paper.LETTER: (215.9, 279.4),
        }[self]


@dataclass(frozen=True, slots=True)
class Publication:
    """A document: its blocks, and what holds for all of its pages.

    header, footer: what the top and the bottom of each page say; page numbers are added to the
                    footer
    margin:         on all sides, in millimetres
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    author: str | None = None
    header: str | None = None
    footer: str | None = None
    paper: Paper = Paper.A4
    is_landscape: bool = False
    margin: float = 18.0
    numbers_pages: bool = True

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper as it lies, in millimetres."""
        width, height = self.paper.size
        return (height, width) if self.is_landscape else (width, height)


def words(text: str, style: Style = Style.PLAIN, href: str | None = None) -> Text:
    """Return a text of one run."""
    return (Run(text, style, href),)


def paragraph(text: str | Text, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    """Return a paragraph of plain words, or of runs."""
    return Paragraph(words(text) if isinstance(text, str) else text, style)
