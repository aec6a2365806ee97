"""What the lexer of the reference's grammar hands out."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is. Several kinds of the reference are one here if its grammar treats them so.

    TEXT stands for words, punctuation and escaped characters, INLINE for links and mentions.
    """

    TEXT = auto()
    SHORTCODE = auto()  # `.name.` or `:name:`
    INLINE = auto()
    TAG = auto()
    OPENING = auto()  # of bold or italic
    CLOSING = auto()
    NEWLINE = auto()
    EMPTY_LINE = auto()
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    DATA = auto()
    FRONT_MATTER = auto()
    HEADING = auto()
    INDENT = auto()
    DEDENT = auto()
    UNDERCUT = auto()  # `_` or `<_`
    RELATION = auto()  # every other relation
    CONTRADICTION = auto()
    NUMBER = auto()  # `(1)`
    ORDERED_ITEM = auto()
    UNORDERED_ITEM = auto()
    INFERENCE_START = auto()
    INFERENCE_END = auto()
    COMMA = auto()  # between the rules of an inference
    UNREADABLE = auto()  # a character that no token begins with
    ENDLESS = auto()  # a brace behind which the reference looks too long for the end of data
    END = auto()


class Token(NamedTuple):
    """A token and its place: [start, end) in code points. INDENT, DEDENT and END are empty."""

    kind: Kind
    start: int
    end: int


CONTENT = frozenset((Kind.TEXT, Kind.SHORTCODE, Kind.INLINE, Kind.TAG, Kind.OPENING, Kind.NEWLINE))
"""What a text may begin with; CLOSING may only follow what it closes."""

PLAIN = frozenset((Kind.TEXT, Kind.SHORTCODE))
"""What the name of an inference rule consists of."""

RELATIONS = frozenset((Kind.RELATION, Kind.CONTRADICTION, Kind.UNDERCUT))
ITEMS = frozenset((Kind.ORDERED_ITEM, Kind.UNORDERED_ITEM))

DEFINITIONS = frozenset((Kind.STATEMENT_DEFINITION, Kind.ARGUMENT_DEFINITION))
REFERENCES = frozenset((Kind.STATEMENT_REFERENCE, Kind.ARGUMENT_REFERENCE))
STATEMENTS = CONTENT | {Kind.STATEMENT_DEFINITION, Kind.STATEMENT_REFERENCE}
"""What a statement may begin with."""

ARGUMENTS = frozenset((Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE))
