"""The syntax tree: what the author wrote, in order, with the span of everything.

A document is a flat tuple of items, each with the index of its parent, so that nothing in argmap
needs a stack as deep as the text is nested. A relation line gives two items: the `Relation`, whose
parent is what it stands under, and the statement or argument behind its symbol, whose parent is
the relation. The statements and inferences of a premise-conclusion structure have the
`Reconstruction` as their parent, list items their `ListBlock`, and what an item says the item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.diagnostic import Problem
from argmap.source import Source, Span
from argmap.syntax.dialect import ARGMAP, Dialect

ROOT = -1
"""The parent of a block that stands by itself."""


class MarkKind(StrEnum):
    """What a stretch of inline text is marked as."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    TAG = "tag"
    STATEMENT_MENTION = "statement-mention"
    ARGUMENT_MENTION = "argument-mention"


class Mark(NamedTuple):
    """A marked stretch: [start, stop) in the plain text, `span` in the source.

    `target` is a link's address, a tag's name or a mention's title; None for bold and italic.
    """

    kind: MarkKind
    start: int
    stop: int
    target: str | None
    span: Span


class Text(NamedTuple):
    """Inline text: `plain` is what a reader sees, with markup taken out and escapes resolved."""

    span: Span
    plain: str
    marks: tuple[Mark, ...] = ()


class Data(NamedTuple):
    """A `{…}` block or front matter. `spans` has the place of each top-level key's value."""

    span: Span
    value: Mapping[str, object]
    spans: Mapping[str, Span]


class Form(StrEnum):
    """How a statement or argument is written."""

    DEFINITION = "definition"  # [Title]: text    <Title>: text
    REFERENCE = "reference"  # [Title]            <Title>
    PLAIN = "plain"  # text


class Heading(NamedTuple):
    """`# Title`, with level 1 for one `#`."""

    parent: int
    span: Span
    level: int
    text: Text
    tags: tuple[str, ...] = ()
    data: Data | None = None


class Statement(NamedTuple):
    """One place where a statement is written.

    `title_span` includes the brackets (and not the colon). `number` is the printed step number
    inside a premise-conclusion structure, where `number_span` holds its parentheses.
    """

    parent: int
    span: Span
    form: Form
    title: str | None
    title_span: Span
    text: Text | None
    tags: tuple[str, ...] = ()
    data: Data | None = None
    number: int | None = None
    number_span: Span | None = None


class Argument(NamedTuple):
    """One place where an argument is written; `text` is its gist."""

    parent: int
    span: Span
    form: Form
    title: str | None
    title_span: Span
    text: Text | None
    tags: tuple[str, ...] = ()
    data: Data | None = None


class Relation(NamedTuple):
    """The symbol in front of an indented line, such as `<+` or `_>`; `span` is the symbol's."""

    parent: int
    span: Span
    symbol: str


class Reconstruction(NamedTuple):
    """A premise-conclusion structure.

    `argument` is the index of the argument above it that it reconstructs, or None.
    """

    parent: int
    span: Span
    argument: int | None


class Inference(NamedTuple):
    """The line (or lines) between premises and a conclusion, with the rules it names."""

    parent: int
    span: Span
    rules: tuple[str, ...] = ()
    data: Data | None = None


class ListBlock(NamedTuple):
    """A list of statements and arguments, `* …` or `1. …`."""

    parent: int
    span: Span
    ordered: bool


class ListItem(NamedTuple):
    """The marker of one list item; `span` is the marker's."""

    parent: int
    span: Span
    marker: str


Element = Statement | Argument
Item = (
    Heading | Statement | Argument | Relation | Reconstruction | Inference | ListBlock | ListItem
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was written: its items in document order, and what could not be read.

    `inclusion_problems` are those of `problems` that arose while files were joined; `dialect` is
    the one in which it was read.
    """

    source: Source
    items: tuple[Item, ...]
    front_matter: Data | None = None
    comments: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    inclusion_problems: tuple[Problem, ...] = ()
    dialect: Dialect = ARGMAP
