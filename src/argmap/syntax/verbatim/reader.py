"""Tokens → items of a document, by the reference's grammar."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.data import read_data
from argmap.syntax.dialect import Dialect
from argmap.syntax.front_matter import text_settings
from argmap.syntax.reconstructions import number_of
from argmap.syntax.reference.lexer import Lexer
from argmap.syntax.reference.tokens import (
    ARGUMENTS,
    ITEMS,
    PHRASE,
    REFERENCES,
    RELATIONS,
    TITLES,
    WORDS,
    Kind,
    Token,
)
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import (
    ROOT,
    Argument,
    Data,
    Form,
    Heading,
    Inference,
    Item,
    ListBlock,
    ListItem,
    Reconstruction,
    Relation,
    Statement,
    Text,
)
from argmap.syntax.verbatim.foreign_data import read_foreign
from argmap.syntax.verbatim.not_accepted import NotAcceptedError
from argmap.syntax.verbatim.words import Words

_FENCE = re.compile(r"={3,}")
_BLOCK_DATA = re.compile(r"\{[ \t]*\n\r?")
_FREE_ROOM = 100_000
_SILENT = {Kind.NEWLINE, Kind.INDENT, Kind.DEDENT}


class Reading(NamedTuple):
    """What a text holds: its items, and the settings above them."""

    items: tuple[Item, ...]
    front_matter: Data | None


def read_verbatim(text: str, dialect: Dialect) -> Reading | None:
    """Read a text as the reference does; None if it does not accept the text."""
    try:
        start = 1 if text.startswith("\ufeff") else 0  # a byte order mark is no text
        return _Reader(text, dialect, Lexer(text, start).read_all()).read()
    except NotAcceptedError:
        return None


class _Reader:
    def __init__(self, text: str, dialect: Dialect, tokens: list[Token]) -> None:
        self._text, self._dialect, self._tokens = text, dialect, tokens
        self._shortcodes: Mapping[str, str] = SHORTCODES
        self._keep_tags = True
        self._room = _FREE_ROOM + len(text)  # for what the aliases of all data repeat
        self._items: list[Item] = []
        self._at = 0

    # -- tokens -----------------------------------------------------------------------------

    def _peek(self) -> Kind:
        return self._tokens[self._at].kind

    def _take(self, kind: Kind) -> Token:
        token = self._tokens[self._at]
        if token.kind is not kind:
            raise NotAcceptedError
        self._at += 1
        return token

    def _skip(self, kind: Kind) -> None:
        if self._peek() is kind:
            self._at += 1

    def _add(self, item: Item) -> int:
        self._items.append(item)
        return len(self._items) - 1

    def _image(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _span_from(self, start: int, at_least: int = 0) -> Span:
        """Return a span that ends behind what was read last, without blanks at its end."""
        before = self._at - 1
        while self._tokens[before].kind in _SILENT and self._tokens[before].start > start:
            before -= 1
        end = self._tokens[before].end
        while end > start and self._text[end - 1] in " \t\r\n":
            end -= 1
        return Span(start, max(start, end, at_least))

    # -- blocks -----------------------------------------------------------------------------

    def read(self) -> Reading:
        front_matter: Data | None = None
        self._skip(Kind.NEWLINE)
        self._skip(Kind.EMPTY_LINE)
        if self._peek() is Kind.FRONT_MATTER:
            front_matter = self._front_matter()
            self._skip(Kind.NEWLINE)
            self._take(Kind.EMPTY_LINE)
        argument: int | None = None  # the block before, if it is an argument
        while True:
            argument = self._block(argument)
            if self._peek() is not Kind.END:
                self._take(Kind.EMPTY_LINE)
            if self._peek() is Kind.END:
                return Reading(tuple(self._items), front_matter)

    def _front_matter(self) -> Data | None:
        token = self._take(Kind.FRONT_MATTER)
        span = Span(token.start, token.end)
        opening = _FENCE.match(self._text, token.start)
        start = opening.end() if opening else token.start
        end = token.end
        while end > start and self._text[end - 1] == "=":
            end -= 1
        data = self._read_data(span, Span(start, end))
        self._shortcodes, self._keep_tags = text_settings(data)
        return data

    def _block(self, argument_above: int | None) -> int | None:
        kind = self._peek()
        if kind is Kind.HEADING:
            self._heading()
        elif kind is Kind.NUMBER:
            self._structure(argument_above)
        elif kind is Kind.INDENT:
            self._list()
        else:
            index = self._element_with_relations(ROOT)
            return index if isinstance(self._items[index], Argument) else None
        return None

    def _heading(self) -> None:
        token = self._take(Kind.HEADING)
        text, tags = self._words(is_void=False)
        if self._peek() is Kind.DATA:
            data = self._data()
            self._skip(Kind.NEWLINE)
        else:
            data = None
        span = self._span_from(token.start)
        text = text or Text(Span(span.end, span.end), "")
        level = token.end - token.start - 1
        self._add(Heading(ROOT, span, level, text, tags, data))

    def _list(self) -> None:
        self._take(Kind.INDENT)
        kind, first = self._peek(), self._tokens[self._at]
        if kind not in ITEMS:
            raise NotAcceptedError
        ordered = kind is Kind.ORDERED_ITEM
        head = self._add(ListBlock(ROOT, Span(first.start, first.end), ordered))
        while self._peek() is kind:
            token = self._take(kind)
            marker = self._image(token)
            item = self._add(ListItem(head, Span(token.start, token.end), marker))
            self._element_with_relations(item)
        self._items[head] = ListBlock(ROOT, self._span_from(first.start), ordered)
        self._take(Kind.DEDENT)

    def _structure(self, argument: int | None) -> None:
        first = self._tokens[self._at]
        span = Span(first.start, first.end)
        head = self._add(Reconstruction(ROOT, span, argument))
        self._premises(head)
        while self._peek() is Kind.INFERENCE_START:
            inference = self._inference(head)
            if self._peek() is Kind.INDENT:
                self._relations(inference, only_undercuts=True)
            self._numbered(head)
            if self._peek() is Kind.NUMBER:
                self._premises(head)
        self._items[head] = Reconstruction(ROOT, self._span_from(first.start), argument)

    def _premises(self, head: int) -> None:
        """Read premises; there is an inference behind them."""
        self._numbered(head)
        while self._peek() is Kind.NUMBER:
            self._numbered(head)
        if self._peek() is not Kind.INFERENCE_START:
            raise NotAcceptedError

    def _numbered(self, head: int) -> None:
        token = self._take(Kind.NUMBER)
        if self._peek() in ARGUMENTS:
            raise NotAcceptedError
        self._element_with_relations(head, Span(token.end - len(self._number(token)), token.end))

    def _number(self, token: Token) -> str:
        return self._image(token).lstrip("' \t")

    def _inference(self, head: int) -> int:
        start = self._take(Kind.INFERENCE_START).start
        following = self._tokens[self._at + 1].kind if self._peek() is Kind.NEWLINE else None
        if following in PHRASE:
            self._at += 1
        rules: list[str] = []
        if self._peek() in PHRASE:
            rules.append(self._rule())
            while self._peek() is Kind.COMMA:
                self._at += 1
                rules.append(self._rule())
        self._skip(Kind.NEWLINE)
        data = None
        if self._peek() is Kind.DATA:
            data = self._data()
            self._skip(Kind.NEWLINE)
        end = self._take(Kind.INFERENCE_END).end
        self._take(Kind.NEWLINE)
        return self._add(Inference(head, Span(start, end), tuple(rules), data))

    def _rule(self) -> str:
        if self._peek() not in PHRASE:
            raise NotAcceptedError
        words = Words(self._text, self._shortcodes, keep_tags=True, is_void=False)
        begin = self._at
        while self._peek() in PHRASE:
            self._at += 1
        words.read([*self._tokens[begin : self._at], self._tokens[-1]], 0)
        said = words.text(Span(0, 0))
        return said.plain.strip() if said else ""

    # -- elements and relations -------------------------------------------------------------

    def _element_with_relations(self, parent: int, number: Span | None = None) -> int:
        index = self._element(parent, number)
        if self._peek() is Kind.INDENT:
            self._relations(index)
        return index

    def _relations(self, owner: int, *, only_undercuts: bool = False) -> None:
        """Read a list of relations and what is nested in it, which may be as deep as it likes."""
        owners: list[int] = []
        last = owner
        while True:
            if self._peek() is Kind.INDENT:
                self._at += 1
                owners.append(last)
            elif self._peek() is Kind.DEDENT:
                self._at += 1
                owners.pop()
                if not owners:
                    return
                if self._peek() is Kind.INDENT:
                    raise NotAcceptedError
                continue
            token = self._tokens[self._at]
            if token.kind not in RELATIONS:
                raise NotAcceptedError
            self._at += 1
            if only_undercuts and len(owners) == 1 and token.kind is not Kind.UNDERCUT:
                raise NotAcceptedError
            if token.kind is Kind.CONTRADICTION and self._peek() in ARGUMENTS:
                raise NotAcceptedError
            relation = Relation(owners[-1], Span(token.start, token.end), self._image(token))
            last = self._element(self._add(relation))

    def _element(self, parent: int, number_span: Span | None = None) -> int:
        first = self._tokens[self._at]
        kind = first.kind
        title: str | None = None
        text: Text | None = None
        tags: tuple[str, ...] = ()
        form = Form.PLAIN
        title_span = Span(first.start, first.start)
        if kind in TITLES:
            self._at += 1
            form = Form.REFERENCE if kind in REFERENCES else Form.DEFINITION
            title_end = first.end - (form is Form.DEFINITION)
            title = self._text[first.start + 1 : title_end - 1]
            title_span = Span(first.start, title_end)
            if "\n" in title or "\r" in title:
                raise NotAcceptedError
        if form is Form.REFERENCE:
            text, tags = self._tags_only()
            self._skip(Kind.NEWLINE)
        else:
            text, tags = self._words(is_void=kind not in ARGUMENTS)
            if form is Form.PLAIN and text:
                title_span = text.span
        data = None
        if self._peek() is Kind.DATA:
            data = self._data()
            self._skip(Kind.NEWLINE)
        span = self._span_from(first.start, title_span.end)
        if kind in ARGUMENTS:
            return self._add(Argument(parent, span, form, title, title_span, text, tags, data))
        number = number_of(self._text, number_span) if number_span else None
        return self._add(
            Statement(parent, span, form, title, title_span, text, tags, data, number, number_span)
        )

    def _words(self, *, is_void: bool) -> tuple[Text | None, tuple[str, ...]]:
        first = self._tokens[self._at]
        if first.kind not in WORDS:
            raise NotAcceptedError
        if first.kind is Kind.PLAIN and (plain := self._plain_words(first)):
            return plain, ()
        words = Words(self._text, self._shortcodes, keep_tags=self._keep_tags, is_void=is_void)
        self._at = words.read(self._tokens, self._at)
        return words.text(self._span_from(first.start)), tuple(words.tags)

    def _plain_words(self, first: Token) -> Text | None:
        """Read what is said without markup on one line, as most of it is."""
        tokens, end = self._tokens, self._at + 1
        while tokens[end].kind is Kind.PLAIN:
            end += 1
        said = self._text[first.start : tokens[end - 1].end]
        if tokens[end].kind is Kind.NEWLINE:
            end += 1
        if (
            tokens[end].kind in WORDS
            or sum(token.end - token.start for token in tokens[self._at : end])
            != tokens[end - 1].end - first.start
        ):
            return None
        self._at = end
        return Text(self._span_from(first.start), said)

    def _tags_only(self) -> tuple[Text | None, tuple[str, ...]]:
        """Read the tags behind a reference, which are all that it says."""
        begin = self._at
        while self._peek() is Kind.TAG:
            self._at += 1
        if begin == self._at:
            return None, ()
        words = Words(self._text, self._shortcodes, keep_tags=self._keep_tags, is_void=True)
        words.read([*self._tokens[begin : self._at], self._tokens[-1]], 0)
        return words.text(self._span_from(self._tokens[begin].start)), tuple(words.tags)

    def _data(self) -> Data | None:
        token = self._take(Kind.DATA)
        block = _BLOCK_DATA.match(self._text, token.start)
        inner = Span(block.end(), max(block.end(), token.end - 1)) if block else None
        return self._read_data(Span(token.start, token.end), inner)

    def _read_data(self, span: Span, inner: Span | None) -> Data | None:
        block = self._text[slice(*(inner or span))]
        if "<<" not in block:
            data, problems = read_data(self._text, span, self._dialect, inner=inner)
            if not problems:
                return data
        value, self._room = read_foreign(block, self._room)
        return Data(span, value, dict.fromkeys(value, span))
