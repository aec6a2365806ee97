"""What the reader of the reference's grammar finds: refusals, and the parts of what it accepts."""

from dataclasses import dataclass, field
from enum import Enum, auto

from argmap.source import Span
from argmap.syntax.reference.tokens import Token


class Trouble(Enum):
    """Why the reference refuses a text."""

    NO_CONTENT = auto()
    BYTE_ORDER_MARK = auto()
    LONELY_BACKSLASH = auto()
    UNCLOSED_EMPHASIS = auto()
    UNSEEN_CLOSING = auto()  # of an emphasis
    LINK_OVER_LINES = auto()
    TITLE_IN_TEXT = auto()
    UNDERCUT_WITHOUT_BLANK = auto()
    DATA_OVER_LINES = auto()
    CUT_DATA = auto()
    TEXT_BEHIND_REFERENCE = auto()
    TEXT_BEHIND_DATA = auto()
    SECOND_DATA = auto()
    LONELY_DATA = auto()
    NEEDS_EMPTY_LINE = auto()
    MISSING_TEXT = auto()
    MISPLACED_FRONT_MATTER = auto()
    BELOW_FRONT_MATTER = auto()
    RELATION_AT_START = auto()
    RELATION_AT_MARGIN = auto()
    RELATION_BELOW_HEADING = auto()
    RELATION_BELOW_INFERENCE = auto()
    RELATION_WITHOUT_END = auto()
    BAD_INDENTATION = auto()
    CONTRADICTED_ARGUMENT = auto()
    NUMBERED_ARGUMENT = auto()
    NUMBER_IN_TEXT = auto()
    ITEM_IN_TEXT = auto()
    NESTED_LIST = auto()
    MISPLACED_INFERENCE = auto()
    UNCLOSED_INFERENCE = auto()
    MISSING_RULE = auto()
    TEXT_BEHIND_INFERENCE = auto()
    MISSING_INFERENCE = auto()
    MISSING_CONCLUSION = auto()
    INTERRUPTED_STRUCTURE = auto()
    TOO_DEEP = auto()
    ENDLESS_DATA = auto()


class Refusal(Exception):  # noqa: N818 (it says what happens)
    """The reference refuses the text: why, what place is to blame, and where it notices it."""

    def __init__(self, trouble: Trouble, span: Span, stop: Token) -> None:
        super().__init__(trouble.name)
        self.trouble, self.span, self.stop = trouble, span, stop


@dataclass(eq=False, slots=True)
class Element:
    """A statement or argument where it is written; `title` is None if it has none.

    section: the heading above it, counted from 1; 0 if there is none
    """

    is_argument: bool
    span: Span
    section: int
    title: str | None = None
    is_reference: bool = False
    tags: tuple[str, ...] = ()
    data: Token | None = None


@dataclass(eq=False, slots=True)
class Step:
    """A numbered statement; `inference` is the data of the inference above a conclusion."""

    element: Element
    is_conclusion: bool
    inference: Token | None = None


@dataclass(eq=False, slots=True)
class Structure:
    """A premise-conclusion structure; `argument` is the block above it, if that is one."""

    span: Span
    section: int
    argument: Element | None
    steps: list[Step] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Heading:
    """A heading of some level; `span` is that of its `#` signs, `title` what is written."""

    span: Span
    level: int
    title: str = ""
    data: Token | None = None


@dataclass(eq=False, slots=True)
class Reading:
    """What was read, in document order. `blocks` are the first tokens of the blocks.

    `parts` are elements and structures, each structure in front of its statements.
    """

    refusals: list[Refusal] = field(default_factory=list)
    front_matter: Token | None = None
    blocks: list[Token] = field(default_factory=list)
    parts: list[Element | Structure] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    data: list[Token] = field(default_factory=list)
    shortcodes: list[Token] = field(default_factory=list)
