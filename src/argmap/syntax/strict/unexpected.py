"""Why a token cannot stand where it stands, and what place is to blame for it.

The reference notices a fault where it can go no further, often on a later line. What it has read
before tells what the author meant.
"""

from dataclasses import dataclass
from enum import Enum, auto

from argmap.source import Span
from argmap.syntax.reference.stream import TokenStream
from argmap.syntax.reference.tokens import (
    CONTENT,
    DEFINITIONS,
    ITEMS,
    RELATIONS,
    TITLES,
    Kind,
    Token,
)
from argmap.syntax.strict.reading import Refusal, Trouble

_LONGEST_DATA = 1000  # that is recognised when it is read as text
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


_BY_KIND = {
    Kind.UNREADABLE: Trouble.LONELY_BACKSLASH,
    Kind.ENDLESS: Trouble.ENDLESS_DATA,
    Kind.FRONT_MATTER: Trouble.MISPLACED_FRONT_MATTER,
    Kind.DATA: Trouble.SECOND_DATA,
    Kind.NUMBER: Trouble.NUMBER_IN_TEXT,
    Kind.ORDERED_ITEM: Trouble.ITEM_IN_TEXT,
    Kind.UNORDERED_ITEM: Trouble.ITEM_IN_TEXT,
}


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

    @property
    def is_nested(self) -> bool:
        """Whether the elements of this block stand a level deeper than others."""
        return self.where in (Where.LIST, Where.STRUCTURE)


def span_of(token: Token) -> Span:
    """Return the place of a token."""
    return Span(token.start, token.end)


def missing_text(context: Context, tokens: TokenStream, owner: Token) -> Refusal:
    """Return the refusal of a title or sign without the text that has to follow."""
    stop = tokens.peek()
    if stop.kind in _LINE_BREAKS:
        return Refusal(Trouble.MISSING_TEXT, span_of(owner), stop)
    return unexpected(context, tokens)


def unclosed(context: Context, tokens: TokenStream, openings: list[Token]) -> Refusal:
    """Return the refusal of a text in which some emphases were never closed."""
    stop, first = tokens.peek(), openings[0]
    if stop.kind not in _LINE_BREAKS:
        return unexpected(context, tokens)
    text = context.text
    mark = text[first.start : first.end]
    before = text[first.start - 1 : first.start]
    if not (before.isascii() and before.isalnum()):
        for opening in openings[1:]:
            is_same = text[opening.start : opening.end] == mark
            follows_word = not text[opening.start - 1].isspace()
            if is_same and follows_word and not text[opening.end : opening.end + 1].isalnum():
                return Refusal(Trouble.UNSEEN_CLOSING, span_of(opening), stop)
    return Refusal(Trouble.UNCLOSED_EMPHASIS, span_of(first), stop)


def unexpected(context: Context, tokens: TokenStream) -> Refusal:
    """Return the refusal of the token that comes next, where a block or element has ended."""
    stop = tokens.peek()
    ahead = 0
    while tokens.kind(ahead) in (Kind.INDENT, Kind.DEDENT):
        ahead += 1
    token, following = tokens.peek(ahead), tokens.kind(ahead + 1)
    trouble, cause = _trouble(context, token, following)
    return Refusal(trouble, span_of(cause), stop)


def _trouble(context: Context, token: Token, following: Kind) -> tuple[Trouble, Token]:
    kind, text = token.kind, context.text
    if kind in TITLES:
        return _trouble_with_title(context, token, following)
    if kind in CONTENT or kind is Kind.CLOSING:
        return _trouble_with_text(context, token)
    trouble = _BY_KIND.get(kind, Trouble.NEEDS_EMPTY_LINE)
    if kind is Kind.INFERENCE_START or text.startswith("--", token.start):
        trouble, token = Trouble.MISPLACED_INFERENCE, _with_dashes(text, token)
    elif kind in RELATIONS:
        trouble = _trouble_with_relation(context, token)
    elif kind in ITEMS and context.where is Where.LIST:
        trouble = Trouble.NESTED_LIST
    elif kind is Kind.DATA and context.where is Where.NOTHING:
        trouble = Trouble.LONELY_DATA
    elif kind is Kind.FRONT_MATTER:
        row = text.find("\n", token.start, token.end)
        token = token if row < 0 else token._replace(end=row)
    return trouble, token


def _with_dashes(text: str, token: Token) -> Token:
    """Return a token that begins with dashes, with all of them."""
    end = token.end
    while text.startswith("-", end):
        end += 1
    return token._replace(end=end)


def _trouble_with_title(context: Context, title: Token, following: Kind) -> tuple[Trouble, Token]:
    text = context.text
    before = _on_line_before(text, title.start)
    trouble, cause = Trouble.TITLE_IN_TEXT, title
    if title.start == 1 and text[0] == "\ufeff":
        trouble = Trouble.BYTE_ORDER_MARK
    elif before == "_":
        symbol = title._replace(start=title.start - 1, end=title.start)
        trouble, cause = Trouble.UNDERCUT_WITHOUT_BLANK, symbol
    elif _is_in_windows_data(text, title.start):
        trouble = Trouble.DATA_OVER_LINES
    elif not before and (title.kind in DEFINITIONS or following in _ENDS_OF_REFERENCES):
        trouble = Trouble.NEEDS_EMPTY_LINE
    elif before and context.data is not None:
        trouble, cause = Trouble.TEXT_BEHIND_DATA, context.data
    elif before and context.reference is not None:
        trouble, cause = Trouble.TEXT_BEHIND_REFERENCE, context.reference
    return trouble, cause


def _on_line_before(text: str, at: int) -> str:
    """Return what stands on the line in front of an offset, without blanks around it."""
    line = text.rfind("\n", 0, at) + 1
    line = max(line, text.rfind("\r", line, at) + 1)
    return text[line:at].strip()


def _is_in_windows_data(text: str, at: int) -> bool:
    """Tell whether an open brace stands before an offset, with a carriage return between them."""
    brace = text.rfind("{", max(0, at - _LONGEST_DATA), at)
    return brace >= 0 and "\r" in text[brace:at] and "}" not in text[brace:at]


def _trouble_with_text(context: Context, token: Token) -> tuple[Trouble, Token]:
    text = context.text
    if text.startswith(("_<", "_["), token.start) and not _on_line_before(text, token.start):
        return Trouble.UNDERCUT_WITHOUT_BLANK, token
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
