"""The items of a document as they are written: what is finished, and the one that may go on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.diagnostic import Edit, Finding, Fix, Problem
from argmap.source import Span
from argmap.syntax.data import read_data
from argmap.syntax.dialect import Dialect
from argmap.syntax.inline import read_inline, tag_names
from argmap.syntax.lines import Content, Opener
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import (
    ROOT,
    Argument,
    Data,
    Form,
    Heading,
    Item,
    Statement,
    Text,
)

_DEFINITION, _REFERENCE, _PLAIN = Form.DEFINITION, Form.REFERENCE, Form.PLAIN
_PUNCTUATION_ONLY = re.compile(r"[\s.,;:!?]*")
_LOOSE_COLON = re.compile(r"[ \t]*:[ \t]*")
_BLOCK_DATA = re.compile(r"\{[ \t]*(?:\r\n|\r|\n)")


@dataclass(slots=True)
class Draft:
    """A heading, statement or argument that may go on with the next line."""

    index: int
    parent: int
    start: int
    opener: Opener | None = None
    level: int = 0  # of a heading; 0 for the others
    number: int | None = None
    number_span: Span | None = None
    pieces: list[Span] = field(default_factory=list)
    data: list[Span] = field(default_factory=list)
    after: list[Span] = field(default_factory=list)
    swallowed: Span | None = None  # the first line that a heading took in

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing yet."""
        return self.opener is None and not self.pieces and not self.data

    def span(self) -> Span:
        """Return where it stands: from the first to the last that it says.

        The first may stand below its marker; a number is part of its line.
        """
        opener, pieces, data = self.opener, self.pieces, self.data
        end = self.start
        if opener is not None:
            begin, end = opener.span.start, max(end, opener.end)
        elif pieces or data:
            begin = min(span.start for span in (*pieces[:1], *data[:1]))
        else:
            begin = end
        if pieces:
            end = max(end, pieces[-1].end)
        if data:
            end = max(end, data[-1].end, *(span.end for span in self.after[-1:]))
        return Span(self.start if self.number_span or self.level else begin, end)


class Writer:
    """Takes items in document order. At most one of them, the draft, is unfinished.

    last:       the element or inference that was begun last
    shortcodes: `.name.` and `:name:` → character
    keep_tags:  False if tags are left out of the plain text
    """

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.problems: list[Problem] = []
        self.draft: Draft | None = None
        self.last = ROOT
        self.shortcodes: Mapping[str, str] = SHORTCODES
        self.keep_tags = True
        self._text, self._dialect = text, dialect
        self._items: list[Item | None] = []

    def items(self) -> tuple[Item, ...]:
        """Return all items; there must be no draft."""
        finished = tuple(item for item in self._items if item is not None)
        assert len(finished) == len(self._items)
        return finished

    def item(self, index: int) -> Item:
        """Return an item that is finished."""
        item = self._items[index]
        assert item is not None
        return item

    def add(self, item: Item) -> int:
        """Put an item at the end and return its index."""
        self._items.append(item)
        return len(self._items) - 1

    def replace(self, index: int, item: Item) -> None:
        """Put an item in the place of another."""
        self._items[index] = item

    def begin(self, parent: int, start: int, opener: Opener | None) -> Draft:
        """Begin a statement or argument."""
        self.close()
        draft = self.draft = Draft(self._reserve(), parent, start, opener)
        self.last = draft.index
        return draft

    def begin_heading(self, marker: Span) -> None:
        """Begin a heading whose hashes are `marker`."""
        self.close()
        level = marker.end - marker.start
        self.draft = Draft(self._reserve(), ROOT, marker.start, level=level)

    def _reserve(self) -> int:
        self._items.append(None)
        return len(self._items) - 1

    def extend(self, content: Content) -> None:
        """Add what a line says to the draft."""
        draft = self.draft
        assert draft is not None
        if draft.data and content.pieces:
            self.report(
                content.pieces[0],
                "Text stands behind the data of the paragraph it belongs to.",
                "move `{…}` to the end of the text.",
                code="SYN004",
            )
        draft.pieces.extend(content.pieces)
        if content.data:
            draft.data.extend(content.data)
            draft.after.extend(content.after)

    def close(self) -> None:
        """Finish the draft, if there is one."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        data = self.read_data(tuple(draft.data)) if draft.data else None
        if draft.level:
            if draft.swallowed is not None and not _ends_in_data(draft):
                self.report(
                    draft.swallowed,
                    "A heading goes on to the next empty line, and this text becomes part of it.",
                    "leave an empty line below the heading.",
                )
            self._items[draft.index] = self._heading(draft, data)
            return
        if draft.pieces and draft.opener is not None:
            self._mend_reference(draft, draft.opener)
        self._items[draft.index] = self._element(draft, data)

    def _heading(self, draft: Draft, data: Data | None) -> Heading:
        text, tags = self._read_inline(draft)
        span = draft.span()
        text = text or Text(Span(span.end, span.end), "")
        return Heading(ROOT, span, draft.level, text, tags, data)

    def _element(self, draft: Draft, data: Data | None) -> Statement | Argument:
        text, tags = self._read_inline(draft)
        opener, span = draft.opener, draft.span()
        if opener is None:
            place = text.span if text else Span(span.start, span.start)
            form, title = _PLAIN, None
        else:
            place, form, title = opener.span, opener.form, opener.title
            if form is _REFERENCE:
                text = None
            if opener.is_argument:
                return Argument(draft.parent, span, form, title, place, text, tags, data)
        number, number_span = draft.number, draft.number_span
        return Statement(
            draft.parent, span, form, title, place, text, tags, data, number, number_span
        )

    def _read_inline(self, draft: Draft) -> tuple[Text | None, tuple[str, ...]]:
        text: Text | None = None
        tags: tuple[str, ...] = ()
        if draft.pieces:
            text = self._inline(draft.pieces, keep_tags=self.keep_tags)
            tags = tag_names(text.marks) if text.marks else ()
        if draft.after:
            behind = self._inline(draft.after)
            tags = tuple(dict.fromkeys(tags + tag_names(behind.marks)))
        return text, tags

    def _inline(self, pieces: list[Span], *, keep_tags: bool = True) -> Text:
        return read_inline(
            self._text, tuple(pieces), self._dialect, self.shortcodes, keep_tags=keep_tags
        )

    def _mend_reference(self, draft: Draft, opener: Opener) -> None:
        """Make a definition of a reference that is followed by text, and say so."""
        if opener.form is not _REFERENCE:
            return
        if _PUNCTUATION_ONLY.fullmatch(self._inline(draft.pieces, keep_tags=False).plain):
            return
        title = self._text[opener.span.start : opener.span.end]
        first = draft.pieces[0]
        colon = _LOOSE_COLON.match(self._text, first.start)
        edit = Edit(Span(opener.span.end, colon.end() if colon else opener.span.end), ":")
        if colon:
            draft.pieces[0] = Span(colon.end(), max(first.end, colon.end()))
        self.report(
            opener.span,
            f"Text follows {title}, which only refers to something.",
            f"write `{title}: …` with a colon to say what it means, or `\\{title[0]}` for a plain "
            "bracket.",
            fix=Fix(False, (edit,)),
        )
        draft.opener = opener._replace(form=_DEFINITION)

    def read_data(self, spans: tuple[Span, ...]) -> Data | None:
        """Read blocks of data that stand behind one another as one."""
        result: Data | None = None
        for position, span in enumerate(spans):
            inner = _inner(self._text, span)
            data, problems = read_data(self._text, span, self._dialect, inner=inner)
            self.problems.extend(problems)
            if position == 1:
                message = "There are two blocks of data here; they are read as one."
                self.report(span, message, "write all keys in one `{…}`.", code="SYN004")
            if data and result:
                result = Data(
                    Span(result.span.start, data.span.end),
                    {**result.value, **data.value},
                    {**result.spans, **data.spans},
                )
            else:
                result = result or data
        return result

    def report(
        self, span: Span, message: str, help: str, *, code: str = "SYN001", fix: Fix | None = None
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, Finding(span, message, help, fix=fix)))


def _ends_in_data(draft: Draft) -> bool:
    """Tell whether a heading has its data behind its last line: then it is as long as is meant."""
    last = draft.pieces[-1].end if draft.pieces else draft.start
    return bool(draft.data) and draft.data[0].start >= last


def _inner(text: str, span: Span) -> Span | None:
    """Return what stands between the braces of a data block in block style, else None."""
    match = _BLOCK_DATA.match(text, span.start)
    return Span(match.end(), max(match.end(), span.end - 1)) if match else None
