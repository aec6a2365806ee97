"""Tokens one by one, cut only as far as they are asked for."""

from argmap.syntax.reference.lexer import Lexer
from argmap.syntax.reference.tokens import Kind, Token


class TokenStream:
    """Hands out the tokens of a lexer."""

    def __init__(self, lexer: Lexer) -> None:
        self._lexer, self._tokens = lexer, lexer.tokens
        self._index = 0

    def peek(self, ahead: int = 0) -> Token:
        """Return a token without passing it: the next one, or one further ahead."""
        tokens, index = self._tokens, self._index + ahead
        while index >= len(tokens):
            if tokens and tokens[-1].kind is Kind.END:
                return tokens[-1]
            self._lexer.read_some()
        return tokens[index]

    def kind(self, ahead: int = 0) -> Kind:
        """Return what the next token is, or one further ahead."""
        return self.peek(ahead).kind

    def option(self, kind: Kind) -> Token | None:
        """Pass the next token and return it if it is of a kind."""
        return self.next() if self.peek().kind is kind else None

    def next(self) -> Token:
        """Return the next token and pass it; END again and again behind the last one."""
        token = self.peek()
        self._index += 1
        return token
