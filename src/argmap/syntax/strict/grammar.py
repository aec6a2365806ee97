"""The reference's grammar: which sequences of tokens it accepts, and what stands in them.

A document is one block or more between empty lines. Nested relations and emphases are counted,
not descended into, so that depth costs nothing. Where the reference stops, a refusal is noted,
and reading goes on below the next empty line.
"""

import re

from argmap.source import Span
from argmap.syntax.reference.lexer import Lexer
from argmap.syntax.reference.stream import TokenStream
from argmap.syntax.reference.stretches import Stretches
from argmap.syntax.reference.tokens import ARGUMENTS, ITEMS, STATEMENTS, Kind
from argmap.syntax.strict.elements import ElementReader
from argmap.syntax.strict.reading import Element, Heading, Reading, Refusal, Structure, Trouble
from argmap.syntax.strict.structures import GOES_ON, StructureReader
from argmap.syntax.strict.unexpected import Context, Where, missing_text, span_of, unexpected

_EMPTY_LINE = re.compile(r"\r?\n[ \t]*+\r?\n\s*")


def read_document(text: str) -> Reading:
    """Read a text as the reference does. Never raises, and takes linear time."""
    return _DocumentReader(text).read()


class _DocumentReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches = Stretches(text)
        self._reading = Reading()
        self._argument: Element | None = None  # the block above, if it is one
        self._is_in_structure = False

    def read(self) -> Reading:
        start: int | None = 0
        while start is not None:
            start = self._read_from(start)
        return self._reading

    def _read_from(self, start: int) -> int | None:
        """Read from an offset to the end; return where to go on if something is refused."""
        try:
            self._read_blocks(start)
        except Refusal as refusal:
            self._reading.refusals.append(refusal)
            return self._below(max(refusal.span.end, start + 1))
        return None

    def _below(self, after: int) -> int | None:
        """Return the empty line at which reading goes on, or None if there is none."""
        for empty in _EMPTY_LINE.finditer(self._text, after):
            if not (self._is_in_structure and GOES_ON.match(self._text, empty.end())):
                return empty.start()
        return None

    def _read_blocks(self, start: int) -> None:
        lexer = Lexer(self._text, start, self._stretches)
        self._tokens = tokens = TokenStream(lexer)
        self._context = Context(self._text)
        self._elements = ElementReader(tokens, self._reading, self._context)
        self._argument, self._is_in_structure = None, False
        tokens.option(Kind.NEWLINE)
        tokens.option(Kind.EMPTY_LINE)
        if start == 0:
            self._read_front_matter()
            if tokens.kind() is Kind.END:
                raise Refusal(Trouble.NO_CONTENT, Span(0, min(1, len(self._text))), tokens.peek())
        while tokens.kind() is not Kind.END:
            self._reading.blocks.append(tokens.peek())
            self._read_block()
            if tokens.kind() is not Kind.END and tokens.option(Kind.EMPTY_LINE) is None:
                raise unexpected(self._context, tokens)

    def _read_front_matter(self) -> None:
        tokens = self._tokens
        front = tokens.option(Kind.FRONT_MATTER)
        if front is None:
            return
        self._reading.front_matter = front
        tokens.option(Kind.NEWLINE)
        if tokens.option(Kind.EMPTY_LINE) is None and tokens.kind() is not Kind.END:
            above = self._text[front.start : front.end].rstrip("=")
            row = Span(front.start + len(above), front.end)
            raise Refusal(Trouble.BELOW_FRONT_MATTER, row, tokens.peek())

    # -- blocks -----------------------------------------------------------------------------

    def _read_block(self) -> None:
        tokens = self._tokens
        kind = tokens.kind()
        above, self._argument = self._argument, None
        context = self._context
        context.where, context.reference, context.data = Where.NOTHING, None, None
        if kind in STATEMENTS:
            context.where = Where.STATEMENT
            self._elements.read()
        elif kind in ARGUMENTS:
            context.where = Where.ARGUMENT
            self._argument = self._elements.read()
        elif kind is Kind.HEADING:
            self._read_heading()
        elif kind is Kind.NUMBER:
            self._read_structure(above)
        elif kind is Kind.INDENT and tokens.kind(1) in ITEMS:
            self._read_list()
        else:
            raise unexpected(self._context, tokens)

    def _read_heading(self) -> None:
        tokens = self._tokens
        sign = tokens.next()
        self._context.where = Where.HEADING
        heading = Heading(Span(sign.start, sign.end - 1), sign.end - 1 - sign.start)
        self._reading.headings.append(heading)
        self._elements.read_content(0, sign)
        heading.title = self._text[sign.end : tokens.peek().start].strip()
        heading.data = self._elements.read_data()

    def _read_structure(self, above: Element | None) -> None:
        number = self._tokens.peek()
        structure = Structure(span_of(number), len(self._reading.headings), above)
        self._reading.parts.append(structure)
        self._context.where = Where.STRUCTURE
        self._is_in_structure = True
        StructureReader(self._context, self._tokens, self._elements, self._reading).read(structure)
        self._is_in_structure = False

    def _read_list(self) -> None:
        tokens = self._tokens
        tokens.next()
        self._context.where = Where.LIST
        kind = tokens.kind()
        while tokens.kind() is kind:
            item = tokens.next()
            if tokens.kind() not in STATEMENTS | ARGUMENTS:
                raise missing_text(self._context, tokens, item)
            self._elements.read()
        if tokens.option(Kind.DEDENT) is None:
            raise unexpected(self._context, tokens)
