"""Statements and arguments with what belongs to them: text, tags, data and relations."""

import re

from argmap.syntax.reference.javascript import LINE_ENDS
from argmap.syntax.reference.stream import TokenStream
from argmap.syntax.reference.tokens import (
    ARGUMENTS,
    CONTENT,
    REFERENCES,
    RELATIONS,
    STATEMENTS,
    Kind,
    Token,
)
from argmap.syntax.strict.limits import is_too_deep
from argmap.syntax.strict.reading import Element, Reading, Refusal, Trouble
from argmap.syntax.strict.unexpected import Context, missing_text, span_of, unclosed, unexpected

_TITLE = {
    Kind.STATEMENT_REFERENCE: re.compile(rf"\[([^{LINE_ENDS}]+)\]"),
    Kind.STATEMENT_DEFINITION: re.compile(rf"\[([^{LINE_ENDS}]+)\]:"),
    Kind.ARGUMENT_REFERENCE: re.compile(rf"<([^{LINE_ENDS}]+)>"),
    Kind.ARGUMENT_DEFINITION: re.compile(rf"<([^{LINE_ENDS}]+)>:"),
}


class ElementReader:
    """Reads elements from the tokens of a lexer and notes them in a reading."""

    def __init__(self, tokens: TokenStream, reading: Reading, context: Context) -> None:
        self._tokens, self._reading, self._context = tokens, reading, context
        self._text = context.text

    # -- elements and relations -------------------------------------------------------------

    def read(self) -> Element:
        """Read an element and all relations below it."""
        element = self._read_element(0)
        self.read_relations()
        return element

    def read_relations(self) -> None:
        """Read the relations below an element or inference, if there are any."""
        tokens = self._tokens
        depth = 0
        was_closed = False
        while True:
            kind = tokens.kind()
            if kind is Kind.INDENT and tokens.kind(1) in RELATIONS and not was_closed:
                tokens.next()
                depth += 1
                self.read_relation(depth)
            elif kind is Kind.DEDENT and depth:
                tokens.next()
                depth -= 1
                was_closed = True
            elif kind in RELATIONS and depth:
                was_closed = False
                self.read_relation(depth)
            elif depth:
                raise unexpected(self._context, tokens)
            else:
                return

    def read_relation(self, depth: int) -> None:
        """Read a relation's symbol and the element behind it, but not what is below that."""
        tokens = self._tokens
        symbol = tokens.next()
        if is_too_deep(depth + self._context.is_nested, 0):
            raise Refusal(Trouble.TOO_DEEP, span_of(symbol), symbol)
        following = tokens.peek()
        if following.kind in ARGUMENTS and symbol.kind is Kind.CONTRADICTION:
            raise Refusal(Trouble.CONTRADICTED_ARGUMENT, span_of(following), following)
        if following.kind not in STATEMENTS | ARGUMENTS:
            raise Refusal(Trouble.RELATION_WITHOUT_END, span_of(symbol), following)
        self._read_element(depth)

    def _read_element(self, depth: int) -> Element:
        tokens = self._tokens
        first = tokens.peek()
        is_argument = first.kind in ARGUMENTS
        element = Element(is_argument, span_of(first), len(self._reading.headings))
        self._reading.parts.append(element)
        self._context.reference = self._context.data = None
        if pattern := _TITLE.get(first.kind):
            title = pattern.search(self._text, first.start, first.end)
            element.title = title[1] if title else None
            tokens.next()
        if first.kind in REFERENCES:
            element.is_reference = True
            self._context.reference = first
            tags: list[str] = []
            while tag := tokens.option(Kind.TAG):
                tags.append(self._tag(tag))
            element.tags = tuple(tags)
            tokens.option(Kind.NEWLINE)
        else:
            element.tags = self.read_content(depth, first)
        element.data = self.read_data()
        return element

    def read_data(self) -> Token | None:
        """Read the data of an element or heading, if there is any."""
        data = self._tokens.option(Kind.DATA)
        if data is not None:
            self._context.data = data
            self._reading.data.append(data)
            self._tokens.option(Kind.NEWLINE)
        return data

    def read_content(self, depth: int, owner: Token) -> tuple[str, ...]:
        """Read a text, which must not be empty, and return the tags in it.

        depth: how many relations it is nested in; owner: the title or sign in front of it
        """
        tokens = self._tokens
        openings: list[Token] = []
        tags: list[str] = []
        if tokens.kind() not in CONTENT:
            raise missing_text(self._context, tokens, owner)
        while (kind := tokens.kind()) in CONTENT or (kind is Kind.CLOSING and openings):
            token = tokens.next()
            if kind is Kind.OPENING:
                openings.append(token)
                if is_too_deep(depth, len(openings)):
                    raise Refusal(Trouble.TOO_DEEP, span_of(token), token)
            elif kind is Kind.CLOSING:
                openings.pop()
            elif kind is Kind.TAG:
                tags.append(self._tag(token))
            elif kind is Kind.SHORTCODE:
                self._reading.shortcodes.append(token)
            elif kind is Kind.LINK and not self._is_whole(token):
                raise Refusal(Trouble.LINK_OVER_LINES, span_of(token), token)
        if openings:
            raise unclosed(self._context, tokens, openings)
        return tuple(tags)

    def _tag(self, token: Token) -> str:
        tag = self._text[token.start + 1 : token.end].rstrip(" \t")
        return tag[1:-1] if tag.startswith("(") else tag

    def _is_whole(self, token: Token) -> bool:
        """Tell whether `[text](address)` can be made out on the last of its lines.

        The lexer lets a link go over lines, and what reads its parts later on does not.
        """
        closing = self._text.rindex(")", token.start, token.end)
        line = max(self._text.rfind(sign, token.start, closing) for sign in LINE_ENDS) + 1
        opening = self._text.find("[", max(line, token.start), closing)
        return opening >= 0 and self._text.rfind("](", opening + 2, closing - 1) >= 0
