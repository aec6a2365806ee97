"""What the lexer of the reference's language hands out."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is. Comments and blanks between tokens are none."""

    # words
    PLAIN = auto()  # a stretch without markup, or one control character that marks up nothing
    ESCAPE = auto()
    SHORTCODE = auto()  # `.name.` or `:name:`, known or not
    LINK = auto()
    TAG = auto()
    STATEMENT_MENTION = auto()
    ARGUMENT_MENTION = auto()
    OPENING = auto()  # `*`, `**`, `_` or `__`
    CLOSING = auto()
    NEWLINE = auto()
    # lines
    EMPTY_LINE = auto()
    INDENT = auto()
    DEDENT = auto()
    UNDERCUT = auto()  # `_` or `<_`
    CONTRADICTION = auto()
    RELATION = auto()  # every other relation
    NUMBER = auto()  # `(1)`
    HEADING = auto()
    ORDERED_ITEM = auto()
    UNORDERED_ITEM = auto()
    INFERENCE_START = auto()
    INFERENCE_END = auto()
    COMMA = auto()  # between the rules of an inference
    # the rest
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    DATA = auto()
    FRONT_MATTER = auto()
    UNREADABLE = auto()  # a character that no token begins with
    ENDLESS = auto()  # a brace behind which the reference looks too long for the end of data
    END = auto()


class Token(NamedTuple):
    """A token and its place: [start, end) in code points. INDENT, DEDENT and END are empty."""

    kind: Kind
    start: int
    end: int


PHRASE = frozenset((Kind.PLAIN, Kind.ESCAPE, Kind.SHORTCODE))
"""What a rule of an inference consists of."""

CONTENT = PHRASE | {
    Kind.LINK,
    Kind.TAG,
    Kind.STATEMENT_MENTION,
    Kind.ARGUMENT_MENTION,
    Kind.OPENING,
    Kind.NEWLINE,
}
"""What a text may begin with; CLOSING may only follow what it closes."""

WORDS = CONTENT | {Kind.CLOSING}
"""What a statement, argument or heading says."""

RELATIONS = frozenset((Kind.RELATION, Kind.CONTRADICTION, Kind.UNDERCUT))
ITEMS = frozenset((Kind.ORDERED_ITEM, Kind.UNORDERED_ITEM))

DEFINITIONS = frozenset((Kind.STATEMENT_DEFINITION, Kind.ARGUMENT_DEFINITION))
REFERENCES = frozenset((Kind.STATEMENT_REFERENCE, Kind.ARGUMENT_REFERENCE))
TITLES = DEFINITIONS | REFERENCES

STATEMENTS = CONTENT | {Kind.STATEMENT_DEFINITION, Kind.STATEMENT_REFERENCE}
"""What a statement may begin with."""

ARGUMENTS = frozenset((Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE))
