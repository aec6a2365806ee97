"""Why a token cannot stand where it stands, and what place is to blame for it.

The reference notices a fault where it can go no further, often on a later line. What it has read
before tells what the author meant.
"""

from dataclasses import dataclass
from enum import Enum, auto

from argmap.source import Span
from argmap.syntax.strict.lexer import Lexer
from argmap.syntax.strict.reading import Refusal, Trouble
from argmap.syntax.strict.tokens import (
    ARGUMENTS,
    CONTENT,
    DEFINITIONS,
    ITEMS,
    RELATIONS,
    STATEMENTS,
    Kind,
    Token,
)

_TITLES = (ARGUMENTS | STATEMENTS) - CONTENT
_ENDS_OF_REFERENCES = frozenset((Kind.NEWLINE, Kind.EMPTY_LINE, Kind.END, Kind.TAG, Kind.DATA))
_LINE_BREAKS = (
    RELATIONS
    | ITEMS
    | {
        Kind.DATA,
        Kind.EMPTY_LINE,
        Kind.END,
        Kind.INDENT,
        Kind.DEDENT,
        Kind.NUMBER,
        Kind.HEADING,
        Kind.INFERENCE_START,
    }
)
"""What does not stand in the middle of a text by mistake, but ends it."""


class Where(Enum):
    """What is being read."""

    NOTHING = auto()  # a block is about to begin
    HEADING = auto()
    STATEMENT = auto()
    ARGUMENT = auto()
    LIST = auto()
    STRUCTURE = auto()


@dataclass(slots=True)
class Context:
    """What was read last: the kind of block, and the reference or data that it ends with."""

    text: str
    where: Where = Where.NOTHING
    reference: Token | None = None
    data: Token | None = None


def span_of(token: Token) -> Span:
    """Return the place of a token."""
    return Span(token.start, token.end)


def missing_text(context: Context, tokens: Lexer, owner: Token) -> Refusal:
    """Return the refusal of a title or sign without the text that has to follow."""
    stop = tokens.peek()
    if stop.kind in _LINE_BREAKS:
        return Refusal(Trouble.MISSING_TEXT, span_of(owner), stop)
    return unexpected(context, tokens)


def unclosed(context: Context, tokens: Lexer, openings: list[Token]) -> Refusal:
    """Return the refusal of a text in which some emphases were never closed."""
    stop, first = tokens.peek(), openings[0]
    if stop.kind not in _LINE_BREAKS:
        return unexpected(context, tokens)
    text = context.text
    mark = text[first.start : first.end]
    if first.start == 0 or not text[first.start - 1].isalnum():
        for opening in openings[1:]:
            is_same = text[opening.start : opening.end] == mark
            follows_word = not text[opening.start - 1].isspace()
            if is_same and follows_word and not text[opening.end : opening.end + 1].isalnum():
                return Refusal(Trouble.UNSEEN_CLOSING, span_of(opening), stop)
    return Refusal(Trouble.UNCLOSED_EMPHASIS, span_of(first), stop)


def unexpected(context: Context, tokens: Lexer) -> Refusal:
    """Return the refusal of the token that comes next, where a block or element has ended."""
    stop = tokens.peek()
    ahead = 0
    while tokens.kind(ahead) in (Kind.INDENT, Kind.DEDENT):
        ahead += 1
    token, following = tokens.peek(ahead), tokens.kind(ahead + 1)
    trouble, cause = _trouble(context, token, following)
    return Refusal(trouble, span_of(cause), stop)


def _trouble(context: Context, token: Token, following: Kind) -> tuple[Trouble, Token]:
    kind = token.kind
    if kind in _TITLES:
        return _trouble_with_title(context, token, following)
    if kind in RELATIONS:
        return _trouble_with_relation(context, token), token
    if kind in ITEMS:
        is_listed = context.where is Where.LIST
        return Trouble.NESTED_LIST if is_listed else Trouble.ITEM_IN_TEXT, token
    if kind in CONTENT or kind is Kind.CLOSING:
        return _trouble_with_text(context, token)
    match kind:
        case Kind.UNREADABLE:
            return Trouble.LONELY_BACKSLASH, token
        case Kind.FRONT_MATTER:
            row = context.text.find("\n", token.start, token.end)
            end = token.end if row < 0 else row
            return Trouble.MISPLACED_FRONT_MATTER, token._replace(end=end)
        case Kind.DATA if context.where is Where.NOTHING:
            return Trouble.LONELY_DATA, token
        case Kind.DATA:
            return Trouble.SECOND_DATA, token
        case Kind.NUMBER:
            return Trouble.NUMBER_IN_TEXT, token
        case Kind.INFERENCE_START:
            return Trouble.MISPLACED_INFERENCE, token
        case _:
            return Trouble.NEEDS_EMPTY_LINE, token


def _trouble_with_title(context: Context, title: Token, following: Kind) -> tuple[Trouble, Token]:
    text = context.text
    if title.start == 1 and text[0] == "\ufeff":
        return Trouble.BYTE_ORDER_MARK, title
    line = max(text.rfind("\n", 0, title.start), text.rfind("\r", 0, title.start)) + 1
    begins_line = not text[line : title.start].strip()
    if begins_line and (title.kind in DEFINITIONS or following in _ENDS_OF_REFERENCES):
        return Trouble.NEEDS_EMPTY_LINE, title
    if not begins_line and context.data is not None:
        return Trouble.TEXT_BEHIND_DATA, context.data
    if not begins_line and context.reference is not None:
        return Trouble.TEXT_BEHIND_REFERENCE, context.reference
    return Trouble.TITLE_IN_TEXT, title


def _trouble_with_text(context: Context, token: Token) -> tuple[Trouble, Token]:
    if context.data is not None:
        return Trouble.TEXT_BEHIND_DATA, context.data
    if context.reference is not None:
        return Trouble.TEXT_BEHIND_REFERENCE, context.reference
    return Trouble.NEEDS_EMPTY_LINE, token


def _trouble_with_relation(context: Context, symbol: Token) -> Trouble:
    match context.where:
        case Where.NOTHING:
            return Trouble.RELATION_AT_START
        case Where.HEADING:
            return Trouble.RELATION_BELOW_HEADING
        case _:
            pass
    is_at_margin = symbol.start == 0 or context.text[symbol.start - 1] in "\r\n"
    return Trouble.RELATION_AT_MARGIN if is_at_margin else Trouble.BAD_INDENTATION
