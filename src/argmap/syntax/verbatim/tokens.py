"""The kinds of tokens of Argdown, and which of them make up a text."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is. Comments and blanks between tokens are none."""

    # words
    PLAIN = auto()  # a stretch without markup, or one control character that marks up nothing
    ESCAPE = auto()
    SPECIAL = auto()  # `.name.` or `:name:`, known or not
    LINK = auto()
    TAG = auto()
    STATEMENT_MENTION = auto()
    ARGUMENT_MENTION = auto()
    OPEN = auto()  # `*`, `**`, `_` or `__`
    CLOSE = auto()
    NEWLINE = auto()
    # lines
    EMPTY_LINE = auto()
    INDENT = auto()
    DEDENT = auto()
    RELATION = auto()
    NUMBER = auto()
    HEADING = auto()
    ORDERED_ITEM = auto()
    UNORDERED_ITEM = auto()
    BAR = auto()  # the `--` that begins an inference
    BAR_END = auto()
    COMMA = auto()  # between the rules of an inference
    # the rest
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    DATA = auto()
    FRONT_MATTER = auto()
    END = auto()


PHRASE = frozenset((Kind.PLAIN, Kind.ESCAPE, Kind.SPECIAL))
"""What a rule of an inference consists of."""

WORDS = PHRASE | {
    Kind.LINK,
    Kind.TAG,
    Kind.STATEMENT_MENTION,
    Kind.ARGUMENT_MENTION,
    Kind.OPEN,
    Kind.CLOSE,
    Kind.NEWLINE,
}
"""What a statement, argument or heading says."""


class Token(NamedTuple):
    """A token and its half-open range; INDENT and DEDENT are empty."""

    kind: Kind
    start: int
    end: int


class NotAcceptedError(Exception):
    """The text is none that the reference accepts."""
