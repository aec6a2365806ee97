"""Premise-conclusion structures: numbered statements with inferences between them."""

import re

from argmap.source import Span
from argmap.syntax.reference.stream import TokenStream
from argmap.syntax.reference.tokens import ARGUMENTS, PHRASE, STATEMENTS, Kind, Token
from argmap.syntax.strict.elements import ElementReader
from argmap.syntax.strict.reading import Reading, Refusal, Step, Structure, Trouble
from argmap.syntax.strict.unexpected import Context, missing_text, span_of, unexpected

GOES_ON = re.compile(r"[ \t']*+(\([0-9]++\)|--+)")
"""What a structure goes on with on another line: a number or an inference."""


class StructureReader:
    """Reads structures from the tokens of a lexer and notes their steps."""

    def __init__(
        self, context: Context, tokens: TokenStream, elements: ElementReader, reading: Reading
    ) -> None:
        self._context, self._tokens = context, tokens
        self._elements, self._reading = elements, reading

    def read(self, structure: Structure) -> None:
        """Read all of a structure; the first token is a number."""
        tokens = self._tokens
        number = self._read_statement(structure, None)
        has_inference = False
        while not has_inference or tokens.kind() in (Kind.NUMBER, Kind.INFERENCE_START):
            behind: Token | None = None  # the first statement behind a conclusion
            while tokens.kind() is Kind.NUMBER:
                number = self._read_statement(structure, None)
                behind = behind or number
            if tokens.kind() is not Kind.INFERENCE_START:
                last = behind if has_inference and behind else number
                raise self._incomplete(Trouble.MISSING_INFERENCE, last)
            bar, data = self._read_inference()
            if tokens.kind() is not Kind.NUMBER:
                raise self._incomplete(Trouble.MISSING_CONCLUSION, bar)
            self._read_statement(structure, (data,))
            has_inference = True

    def _read_statement(
        self, structure: Structure, conclusion: tuple[Token | None] | None
    ) -> Token:
        number = self._tokens.next()
        first = self._tokens.peek()
        if first.kind in ARGUMENTS:
            raise Refusal(Trouble.NUMBERED_ARGUMENT, span_of(first), first)
        if first.kind not in STATEMENTS:
            raise missing_text(self._context, self._tokens, number)
        element = self._elements.read()
        inference = conclusion[0] if conclusion else None
        structure.steps.append(Step(element, conclusion is not None, inference))
        return number

    def _read_inference(self) -> tuple[Token, Token | None]:
        tokens = self._tokens
        bar = tokens.next()
        if tokens.kind() in PHRASE or (tokens.kind() is Kind.NEWLINE and tokens.kind(1) in PHRASE):
            tokens.option(Kind.NEWLINE)
            self._read_rules()
        tokens.option(Kind.NEWLINE)
        data = self._elements.read_data()
        if tokens.option(Kind.INFERENCE_END) is None:
            if tokens.kind() is Kind.COMMA:
                raise self._refusal(Trouble.MISSING_RULE, tokens.peek())
            raise self._refusal(Trouble.UNCLOSED_INFERENCE, bar)
        if tokens.option(Kind.NEWLINE) is None:
            if tokens.kind() not in (Kind.EMPTY_LINE, Kind.END):
                raise self._refusal(Trouble.TEXT_BEHIND_INFERENCE, tokens.peek())
            raise self._incomplete(Trouble.MISSING_CONCLUSION, bar)
        if tokens.kind() is Kind.INDENT:
            self._read_undercuts()
        return bar, data

    def _read_rules(self) -> None:
        tokens = self._tokens
        comma: Token | None = None
        while True:
            if tokens.kind() not in PHRASE:
                assert comma is not None
                raise self._refusal(Trouble.MISSING_RULE, comma)
            while tokens.kind() in PHRASE:
                token = tokens.next()
                if token.kind is Kind.SHORTCODE:
                    self._reading.shortcodes.append(token)
            comma = tokens.option(Kind.COMMA)
            if comma is None:
                return

    def _read_undercuts(self) -> None:
        tokens = self._tokens
        tokens.next()
        while True:
            symbol = tokens.peek()
            if symbol.kind is not Kind.UNDERCUT:
                raise self._refusal(Trouble.RELATION_BELOW_INFERENCE, symbol)
            self._elements.read_relation(1)
            self._elements.read_relations()
            if tokens.option(Kind.DEDENT):
                return

    def _refusal(self, trouble: Trouble, cause: Token) -> Refusal:
        return Refusal(trouble, span_of(cause), self._tokens.peek())

    def _incomplete(self, trouble: Trouble, cause: Token) -> Refusal:
        """Return the refusal of a structure that ends here, or goes on below an empty line."""
        stop = self._tokens.peek()
        if stop.kind is Kind.EMPTY_LINE:
            following = GOES_ON.match(self._context.text, stop.end)
            if following is not None:
                return Refusal(Trouble.INTERRUPTED_STRUCTURE, Span(*following.span(1)), stop)
        elif stop.kind is not Kind.END:
            return unexpected(self._context, self._tokens)
        return self._refusal(trouble, cause)
