"""The words of a stretch of text, as those who look for verbs of saying need them."""

import re
from typing import NamedTuple

from argmap.drafting.reporting import ReportingWords
from argmap.source import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:，；：]")
HAN = "[\u3400-\u9fff]"
_COUNTED = re.compile(rf"{HAN}|[^\W\d_{HAN[1:-1]}]+")


class Token(NamedTuple):
    """A word in small letters, a comma, semicolon or colon, and where it stands."""

    word: str
    span: Span

    @property
    def is_word(self) -> bool:
        """Whether it is no sign."""
        return self.word[0].isalpha()


def tokens_in(text: str, span: Span, words: ReportingWords, most: int) -> list[Token]:
    """Return the first words of a stretch; a verb of two words ("points out") is one."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text, span.start, max(span.start, span.end)):
        word = match[0].casefold()
        if tokens and f"{tokens[-1].word} {word}" in words.all_verbs:
            last = tokens.pop()
            tokens.append(Token(f"{last.word} {word}", Span(last.span.start, match.end())))
        else:
            tokens.append(Token(word, Span(*match.span())))
        if len(tokens) >= most:
            break
    return tokens


def size(text: str, span: Span) -> int:
    """Count the words of a stretch, or its Chinese characters."""
    return sum(1 for _ in _COUNTED.finditer(text, *span))


def tight(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without the blanks around it; None if it says nothing."""
    words = text[start : max(start, end)]
    if not re.search(r"\w", words):
        return None
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + len(words.rstrip()))


def around(text: str, sentence: Span, said: Span) -> str:
    """Return the words of a sentence before and behind a stretch of it, on one line."""
    before = text[sentence.start : said.start].strip()
    after = text[said.end : sentence.end].strip()
    plain = " ".join((f"{before} … {after}" if after else before).split())
    return plain if re.search(r"\w", plain) else ""
