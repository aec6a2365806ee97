"""Logical lines → `Document`.

The parser walks over the lines once. It keeps the element that is being written (a draft), the
block it belongs to, and a stack of indentation widths with the element that owns each level; so
nothing is as deep as the text is nested. Where the reference gives up, it reports the place and
reads on in the way that a person would.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from argmap.diagnostic import Edit, Finding, Fix, Problem
from argmap.source import Source, Span
from argmap.syntax.data import read_data
from argmap.syntax.dialect import ARGMAP, Dialect
from argmap.syntax.front_matter import read_front_matter
from argmap.syntax.inline import read_inline, tag_names
from argmap.syntax.scanner import Line, LineKind, Opener, Scanner
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import (
    ROOT,
    Argument,
    Data,
    Document,
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


def parse(source: Source, dialect: Dialect = ARGMAP) -> Document:
    """Read a text. Never raises: what cannot be read is in `Document.problems`.

    Takes time and memory in proportion to the length of the text, whatever it holds.
    """
    return _Parser(source, dialect).parse()


class _Block(Enum):
    NONE = auto()
    STATEMENT = auto()
    ARGUMENT = auto()
    HEADING = auto()
    LIST = auto()
    STRUCTURE = auto()


@dataclass(slots=True)
class _Draft:
    """A heading, statement or argument that may go on with the next line."""

    index: int
    parent: int
    start: int
    level: int = 0  # of a heading; 0 for the others
    opener: Opener | None = None
    pieces: list[Span] = field(default_factory=list)
    data: list[Span] = field(default_factory=list)
    after: list[Span] = field(default_factory=list)
    number: int | None = None
    number_span: Span | None = None
    in_structure: bool = False

    @property
    def is_empty(self) -> bool:
        return self.opener is None and not self.pieces and not self.data

    @property
    def place(self) -> Span:
        """What a problem with it should point at."""
        if self.opener:
            return self.opener.span
        return self.pieces[0] if self.pieces else Span(self.start, self.start + 1)


_SECOND_RELATION = re.compile(
    r"[ \t]*(?P<symbol>\+>|->|<\+|\+|<-|-|><|_>|<_|_)[ \t]*(?=<[^<>\r\n]+>|\[[^\[\]\r\n]+\])"
)
_PUNCTUATION_ONLY = re.compile(r"[\s.,;:!?]*")
_LOOSE_COLON = re.compile(r"[ \t]*:[ \t]*")


class _Parser:
    def __init__(self, source: Source, dialect: Dialect) -> None:
        self._source, self._text, self._dialect = source, source.text, dialect
        self._items: list[Item | None] = []
        self._problems: list[Problem] = []
        start = 1 if self._text.startswith("\ufeff") else 0
        self._scanner = Scanner(self._text, dialect, start)
        self._block = _Block.NONE
        self._previous = _Block.NONE  # the block before the empty line above
        self._root = ROOT  # the element that relations of the first level belong to
        self._last = ROOT  # the element (or inference) that deeper relations belong to
        self._levels: list[tuple[int, int]] = []  # width, owner
        self._draft: _Draft | None = None
        self._structure = ROOT
        self._list = ROOT
        self._structure_elements: list[int] = []
        self._shortcodes: Mapping[str, str] = SHORTCODES
        self._keep_tags = True

    # -- the walk ---------------------------------------------------------------------------

    def parse(self) -> Document:
        front_matter = self._read_front_matter()
        while (line := self._scanner.next(expect_inference=self._expects_inference())).kind is not (
            LineKind.END
        ):
            self._read(line)
        self._close_draft()
        self._close_structure()
        problems = sorted(
            [*self._problems, *self._scanner.problems],
            key=lambda problem: (problem.finding.span, problem.code, problem.finding.message),
        )
        items = tuple(item for item in self._items if item is not None)
        assert len(items) == len(self._items)
        comments = tuple(self._scanner.comments)
        return Document(self._source, items, front_matter, comments, tuple(problems))

    def _read(self, line: Line) -> None:
        match line.kind:
            case LineKind.BLANK:
                self._read_blank()
            case LineKind.TEXT:
                self._read_text(line)
            case LineKind.HEADING:
                self._read_heading(line)
            case LineKind.RELATION:
                self._read_relation(line)
            case LineKind.NUMBER:
                self._read_number(line)
            case LineKind.INFERENCE:
                self._read_inference(line)
            case LineKind.ITEM:
                self._read_list_item(line)
            case LineKind.RULE:
                self._read_rule(line)
            case LineKind.END:
                pass

    def _read_front_matter(self) -> Data | None:
        data, end, problems = read_front_matter(self._text, self._scanner.position, self._dialect)
        self._problems.extend(problems)
        self._scanner.position = end
        model = data.value.get("model") if data else None
        if isinstance(model, dict):
            self._keep_tags = not model.get("removeTagsFromText")
            extra = model.get("shortcodes")
            if isinstance(extra, dict):
                signs = {
                    name: str(entry.get("unicode", "")) if isinstance(entry, dict) else str(entry)
                    for name, entry in extra.items()
                }
                self._shortcodes = {**SHORTCODES, **signs}
        return data

    def _expects_inference(self) -> bool:
        return self._block is _Block.STRUCTURE or (
            self._block is _Block.NONE and self._previous is _Block.STRUCTURE
        )

    # -- blocks -----------------------------------------------------------------------------

    def _read_blank(self) -> None:
        self._close_draft()
        if self._block is not _Block.NONE:
            self._previous = self._block
        self._block = _Block.NONE
        self._levels.clear()

    def _begin_block(self, block: _Block) -> None:
        self._close_draft()
        if block is not _Block.STRUCTURE:
            self._close_structure()
        if block is not _Block.LIST:
            self._list = ROOT
        self._block = block
        self._levels.clear()

    def _read_text(self, line: Line) -> None:
        draft = self._draft
        if draft is None or self._block is _Block.NONE:
            self._begin_element(line)
            return
        if draft.is_empty and not draft.level:
            draft.opener = line.opener
            self._extend(line, from_title=False)
            return
        if self._starts_element(line):
            if self._levels:
                title = self._text[line.content_start : line.opener.span.end] if line.opener else ""
                self._report(
                    line.opener.span if line.opener else line.marker,
                    f"{title} begins a new paragraph inside a list of relations.",
                    f"put a relation in front, `+ {title}`, or an empty line above it.",
                )
            self._begin_element(line)
            return
        if draft.level:
            self._report(
                Span(line.content_start, line.content_start + 1),
                "A heading goes on to the next empty line, and this text becomes part of it.",
                "leave an empty line below the heading.",
            )
        self._extend(line, from_title=True)

    def _starts_element(self, line: Line) -> bool:
        """Tell whether a line inside a paragraph is clearly the start of another one."""
        if line.opener is None:
            return False
        if line.opener.form is Form.DEFINITION:
            return True
        return not line.pieces

    def _begin_element(self, line: Line) -> None:
        is_argument = line.opener is not None and line.opener.is_argument
        self._begin_block(_Block.ARGUMENT if is_argument else _Block.STATEMENT)
        self._root = self._open(ROOT, line.content_start, line.opener)
        self._extend(line, from_title=False)

    def _open(self, parent: int, start: int, opener: Opener | None) -> int:
        """Begin to write a statement or argument; return its index."""
        self._close_draft()
        self._draft = _Draft(self._reserve(), parent, start, opener=opener)
        self._last = self._draft.index
        return self._draft.index

    def _reserve(self) -> int:
        self._items.append(None)
        return len(self._items) - 1

    def _extend(self, line: Line, *, from_title: bool) -> None:
        """Add what a line says to the draft; from_title: its title is text like the rest."""
        draft = self._draft
        assert draft is not None
        if from_title and line.opener:
            first = line.opener.span.start
            if line.pieces and line.pieces[0].start <= line.opener.end + 1:
                pieces = (Span(first, line.pieces[0].end), *line.pieces[1:])
            else:
                pieces = (Span(first, line.opener.end), *line.pieces)
        else:
            pieces = line.pieces
        if draft.data and pieces:
            self._problems.append(
                Problem(
                    "SYN004",
                    Finding(
                        pieces[0],
                        "Text stands behind the data of the paragraph it belongs to.",
                        "move `{…}` to the end of the text.",
                    ),
                )
            )
        draft.pieces.extend(pieces)
        draft.data.extend(line.data)
        draft.after.extend(line.after)

    def _extend_with_whole_line(self, line: Line) -> None:
        """Add a line to the draft in which even the marker is text."""
        start = line.marker.start
        if line.opener and not line.pieces:
            pieces: tuple[Span, ...] = (Span(start, line.opener.end),)
        elif line.pieces:
            pieces = (Span(start, line.pieces[0].end), *line.pieces[1:])
        else:
            pieces = (line.marker,)
        self._extend(line._replace(opener=None, pieces=pieces), from_title=False)

    def _read_heading(self, line: Line) -> None:
        self._begin_block(_Block.HEADING)
        index = self._reserve()
        level = line.marker.end - line.marker.start
        self._draft = _Draft(index, ROOT, line.marker.start, level=level)
        self._extend(line, from_title=False)

    def _read_rule(self, line: Line) -> None:
        if self._text[line.marker.start] != "=":
            return  # a horizontal rule, as in Markdown: it says nothing
        self._report(
            line.marker,
            "Front matter can stand only at the beginning, and a row of `===` is nothing else.",
            "move the block to the top of the file, or write headings as `# Heading`.",
        )
        closing = re.compile(r"^={3,}[ \t]*$", re.MULTILINE)
        if self._block is _Block.NONE:  # a whole block of front matter: pass over it
            position = self._scanner.position
            empty = re.compile(r"^[ \t]*$", re.MULTILINE).search(self._text, position)
            limit = empty.start() if empty else len(self._text)
            if match := closing.search(self._text, position, limit):
                self._scanner.position = match.end()

    # -- relations --------------------------------------------------------------------------

    def _read_relation(self, line: Line) -> None:
        symbol = self._text[line.marker.start : line.marker.end]
        self._close_draft()
        if self._block in (_Block.NONE, _Block.HEADING):
            if symbol in "+-" and line.width == 0:
                self._read_bullet(line)
                return
            if self._root == ROOT or self._block is _Block.HEADING:
                self._report(
                    line.marker,
                    f"`{symbol}` relates this line to nothing: no statement or argument stands "
                    "above it.",
                    "write the related `[Title]: …` on the line above it.",
                )
                self._begin_element(line)
                return
            self._report(
                line.marker,
                "An empty line separates this relation from what it belongs to.",
                "remove the empty lines above it.",
            )
            self._block = self._previous
        owner = self._owner(line)
        self._relate(owner, line.marker, symbol)
        self._open(len(self._items) - 1, line.content_start, line.opener)
        self._check_target(owner, line.marker, symbol, line.opener)
        line = self._split_relations(owner, line)
        self._extend(line, from_title=False)

    def _owner(self, line: Line) -> int:
        """Return the element that an indented line belongs to, and keep the stack of levels."""
        width, levels = line.width, self._levels
        if width == 0 and (not levels or levels[0][0] > 0):
            self._report(
                line.marker,
                "A relation has to be indented below what it belongs to.",
                "put two blanks in front of it.",
                Fix(True, (Edit(Span(line.start, line.start), "  "),)),
            )
        if not levels:
            levels.append((width, self._root))
        elif width > levels[-1][0]:
            levels.append((width, self._last))
        else:
            while len(levels) > 1 and width < levels[-1][0]:
                levels.pop()
            if width < levels[-1][0]:
                if width:
                    self._report(
                        line.marker,
                        "This relation is indented less than the first one of its list.",
                        "indent all relations of one list equally.",
                    )
                levels[:] = [(width, self._root)]
        return levels[-1][1]

    def _relate(self, owner: int, marker: Span, symbol: str) -> None:
        self._items.append(Relation(owner, marker, symbol))

    def _check_target(self, owner: int, marker: Span, symbol: str, opener: Opener | None) -> None:
        if isinstance(self._items[owner], Inference):
            if symbol not in ("_", "<_"):
                self._report(
                    marker,
                    f"An inference can only be undercut, and `{symbol}` is no undercut.",
                    "write `<_` in front of what speaks against the inference.",
                )
        elif symbol == "><" and opener and opener.is_argument:
            self._report(
                opener.span,
                "`><` joins two statements that contradict each other, and this is an argument.",
                "name a statement, `>< [Title]`, or write `<-` for an attack.",
            )

    def _split_relations(self, owner: int, line: Line) -> Line:
        """Read `+ <A> + <B>` on one line as the two relations that were meant."""
        while line.opener and line.opener.form is Form.REFERENCE and line.pieces:
            match = _SECOND_RELATION.match(self._text, line.opener.end)
            if match is None:
                break
            marker = Span(*match.span("symbol"))
            self._report(
                marker, "Two relations stand on one line.", "write each relation on its own line."
            )
            self._relate(owner, marker, match["symbol"])
            opener = self._scanner.opener_at(match.end(), line.pieces[-1].end)
            self._open(len(self._items) - 1, match.end(), opener)
            behind = opener.end if opener else match.end()
            left = [Span(max(s, behind), e) for s, e in line.pieces if e > behind]
            line = line._replace(opener=opener, pieces=tuple(left))
        return line

    # -- premise-conclusion structures ------------------------------------------------------

    def _read_number(self, line: Line) -> None:
        if self._block is _Block.STRUCTURE:
            pass
        elif self._block in (_Block.NONE, _Block.HEADING, _Block.ARGUMENT):
            self._begin_structure(line)
        else:
            self._report(
                line.marker,
                "This numbered line stands inside a paragraph and is read as its text.",
                "leave an empty line above it to begin a premise-conclusion structure, "
                "or move the number away from the start of the line.",
            )
            if self._draft is None:
                self._begin_element(line)
            else:
                self._extend_with_whole_line(line)
            return
        self._close_draft()
        self._levels.clear()
        self._root = self._open(self._structure, line.content_start, line.opener)
        assert self._draft is not None
        digits = self._text[line.marker.start + 1 : line.marker.end - 1]
        self._draft.number = int(digits[:_MOST_DIGITS])
        self._draft.number_span = line.marker
        self._draft.in_structure = True
        self._structure_elements.append(self._root)
        self._extend(line, from_title=False)
        if line.opener and line.opener.is_argument:
            title = self._text[line.opener.span.start : line.opener.span.end]
            self._report(
                line.opener.span,
                f"The argument {title} cannot be a premise or conclusion.",
                "write the statement that it stands for, `[Title]: …`.",
            )

    def _begin_structure(self, line: Line) -> None:
        """Begin a premise-conclusion structure, or carry on the one before the empty line."""
        self._close_draft()
        above = self._items[self._structure] if self._structure != ROOT else None
        if self._block is _Block.NONE and self._previous is _Block.STRUCTURE and above is not None:
            if line.kind is LineKind.INFERENCE or (
                not self._structure_is_complete() and self._goes_on(line)
            ):
                self._problems.append(
                    Problem(
                        "SYN007",
                        Finding(
                            line.marker,
                            "An empty line stands inside a premise-conclusion structure.",
                            "remove the empty lines between premises, `----` and conclusion.",
                        ),
                    )
                )
                self._block = _Block.STRUCTURE
                return
        argument = self._argument_above()
        self._close_structure()
        self._begin_block(_Block.STRUCTURE)
        self._structure = self._reserve()
        self._items[self._structure] = Reconstruction(ROOT, line.marker, argument)
        self._structure_elements = []

    def _goes_on(self, line: Line) -> bool:
        """Tell whether a numbered line continues the numbering before the empty line."""
        last = self._items[self._structure_elements[-1]] if self._structure_elements else None
        if not isinstance(last, Statement) or last.number is None:
            return True
        return int(self._text[line.marker.start + 1 : line.marker.end - 1][:_MOST_DIGITS]) > last.number

    def _argument_above(self) -> int | None:
        """Return the argument that stands directly above, if the block above is one."""
        block = self._previous if self._block is _Block.NONE else self._block
        if block is _Block.ARGUMENT and self._root != ROOT:
            return self._root
        return None

    def _read_inference(self, line: Line) -> None:
        if self._block is not _Block.STRUCTURE:
            orphan = self._block in (_Block.STATEMENT, _Block.LIST, _Block.HEADING)
            self._begin_structure(line)
            if orphan:
                self._structure_elements = []
        self._close_draft()
        self._levels.clear()
        if not line.closed:
            bar = self._text[line.marker.start : line.marker.end].strip()
            self._report(
                Span(line.marker.start, line.marker.start + min(3, len(bar))),
                "This inference is not closed.",
                "write `----`, or `-- name of the rule --` on one line.",
            )
        rules = self._rules(line.pieces)
        data = self._read_data(line.data)
        self._items.append(Inference(self._structure, line.marker, rules, data))
        self._root = self._last = len(self._items) - 1
        self._structure_elements.append(self._root)

    def _rules(self, pieces: tuple[Span, ...]) -> tuple[str, ...]:
        said = read_inline(self._text, pieces, self._dialect, self._shortcodes)
        del said
        text = " ".join(self._text[start:end] for start, end in pieces)
        rules = (" ".join(rule.split()) for rule in text.split(","))
        return tuple(rule for rule in rules if rule)

    def _structure_is_complete(self) -> bool:
        inferences = [
            position
            for position, index in enumerate(self._structure_elements)
            if isinstance(self._items[index], Inference)
        ]
        return bool(inferences) and inferences[-1] == len(self._structure_elements) - 2

    def _close_structure(self) -> None:
        """Report what a finished premise-conclusion structure lacks."""
        if self._structure == ROOT:
            return
        kinds = [
            (isinstance(self._items[index], Inference), index)
            for index in self._structure_elements
        ]
        head = self._items[self._structure]
        assert isinstance(head, Reconstruction)
        if kinds:
            last = self._items[kinds[-1][1]]
            assert last is not None
            self._items[self._structure] = Reconstruction(
                ROOT, Span(head.span.start, last.span.end), head.argument
            )
            self._report_incomplete(kinds)
        self._structure = ROOT
        self._structure_elements = []

    def _report_incomplete(self, kinds: list[tuple[bool, int]]) -> None:
        def place(position: int) -> Span:
            item = self._items[kinds[position][1]]
            assert item is not None
            number = item.number_span if isinstance(item, Statement) else None
            return number or item.span

        def report(position: int, message: str, help: str) -> None:
            self._problems.append(Problem("SYN007", Finding(place(position), message, help)))

        bars = [position for position, (is_inference, _) in enumerate(kinds) if is_inference]
        if not bars:
            message = "These premises lead to no conclusion: there is no inference between them."
            report(len(kinds) - 1, message, "put a line `----` above the conclusion.")
            return
        if bars[0] == 0:
            message = "This premise-conclusion structure has no premise."
            report(0, message, "write `(1) …` above the `----`.")
        for first, second in zip(bars, bars[1:], strict=False):
            if second == first + 1:
                message = "No conclusion stands between these two inferences."
                report(second, message, "write `(n) …` between them, or remove one.")
        if bars[-1] == len(kinds) - 1:
            message = "This premise-conclusion structure ends without a conclusion."
            report(bars[-1], message, "write `(n) …` below the `----`.")
        elif bars[-1] < len(kinds) - 2:
            message = "This statement stands behind the conclusion and belongs to no inference."
            report(bars[-1] + 2, message, "put `----` above the last conclusion.")

    # -- lists ------------------------------------------------------------------------------

    def _read_list_item(self, line: Line) -> None:
        if self._block not in (_Block.NONE, _Block.HEADING, _Block.LIST):
            self._report(
                line.marker,
                "This list item stands inside a paragraph and is read as its text.",
                "leave an empty line above the list.",
            )
            if self._draft is None:
                self._begin_element(line)
            else:
                self._extend_with_whole_line(line)
            return
        self._read_item(line, ordered=self._text[line.marker.start] != "*")

    def _read_bullet(self, line: Line) -> None:
        """Read `- item` at the start of a line as the Markdown list that it is."""
        self._report(
            line.marker,
            "A list item begins with `*`; `-` and `+` are attacks and supports.",
            "write `* ` in front of it.",
        )
        self._read_item(line, ordered=False)

    def _read_item(self, line: Line, *, ordered: bool) -> None:
        if self._block is not _Block.LIST:
            keep = self._list if self._previous is _Block.LIST else ROOT
            del keep
            self._begin_block(_Block.LIST)
            self._list = self._reserve()
            self._items[self._list] = ListBlock(ROOT, line.marker, ordered)
        self._close_draft()
        self._levels.clear()
        marker = self._text[line.marker.start : line.marker.end]
        self._items.append(ListItem(self._list, line.marker, marker))
        self._root = self._open(len(self._items) - 1, line.content_start, line.opener)
        self._extend(line, from_title=False)

    # -- finishing what was being written -----------------------------------------------------

    def _close_draft(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self._draft = None
        data = self._read_data(tuple(draft.data))
        if draft.level:
            text, tags = self._read_inline(draft)
            end = self._end(draft, data)
            self._items[draft.index] = Heading(
                ROOT, Span(draft.start, end), draft.level, text or Text(Span(end, end), ""), tags, data
            )
            return
        self._mend_reference(draft)
        text, tags = self._read_inline(draft)
        opener = draft.opener
        span = Span(draft.start, self._end(draft, data))
        if opener is None:
            place = text.span if text else Span(draft.start, draft.start)
            form, title = Form.PLAIN, None
        else:
            place, form, title = opener.span, opener.form, opener.title
        if form is Form.REFERENCE:
            text = None
        if opener and opener.is_argument:
            self._items[draft.index] = Argument(
                draft.parent, span, form, title, place, text, tags, data
            )
        else:
            self._items[draft.index] = Statement(
                draft.parent, span, form, title, place, text, tags, data,
                draft.number, draft.number_span,
            )  # fmt: skip

    def _end(self, draft: _Draft, data: Data | None) -> int:
        ends = [draft.start]
        ends.extend(span.end for span in (*draft.pieces[-1:], *draft.data[-1:], *draft.after[-1:]))
        if draft.opener:
            ends.append(draft.opener.end)
        return max(ends)

    def _read_inline(self, draft: _Draft) -> tuple[Text | None, tuple[str, ...]]:
        pieces = tuple(draft.pieces)
        text = read_inline(
            self._text, pieces, self._dialect, self._shortcodes, keep_tags=self._keep_tags
        )
        tags = tag_names(text.marks)
        if draft.after:
            behind = read_inline(self._text, tuple(draft.after), self._dialect, self._shortcodes)
            tags = tuple(dict.fromkeys(tags + tag_names(behind.marks)))
        return (text if pieces else None), tags

    def _mend_reference(self, draft: _Draft) -> None:
        """Make a definition of a reference that is followed by text, and say so."""
        opener = draft.opener
        if opener is None or opener.form is not Form.REFERENCE or not draft.pieces:
            return
        said = read_inline(self._text, tuple(draft.pieces), self._dialect, keep_tags=False)
        if _PUNCTUATION_ONLY.fullmatch(said.plain):
            return
        title = self._text[opener.span.start : opener.span.end]
        first = draft.pieces[0]
        colon = _LOOSE_COLON.match(self._text, first.start)
        edit = Edit(Span(opener.span.end, colon.end() if colon else opener.span.end), ":")
        if colon:
            draft.pieces[0] = Span(colon.end(), max(first.end, colon.end()))
        self._report(
            opener.span,
            f"Text follows {title}, which only refers to something.",
            f"write `{title}: …` with a colon to say what it means.",
            Fix(False, (edit,)),
        )
        draft.opener = opener._replace(form=Form.DEFINITION)

    def _read_data(self, spans: tuple[Span, ...]) -> Data | None:
        result: Data | None = None
        for position, span in enumerate(spans):
            inner = _inner(self._text, span)
            data, problems = read_data(self._text, span, self._dialect, inner=inner)
            self._problems.extend(problems)
            if position == 1:
                message = "There are two blocks of data here; they are read as one."
                finding = Finding(span, message, "write all keys in one `{…}`.")
                self._problems.append(Problem("SYN004", finding))
            if data and result:
                result = Data(
                    Span(result.span.start, data.span.end),
                    {**result.value, **data.value},
                    {**result.spans, **data.spans},
                )
            else:
                result = result or data
        return result

    def _report(self, span: Span, message: str, help: str, fix: Fix | None = None) -> None:
        self._problems.append(Problem("SYN001", Finding(span, message, help, fix=fix)))


_MOST_DIGITS = 300
_BLOCK_DATA = re.compile(r"\{[ \t]*(?:\r\n|\r|\n)")


def _inner(text: str, span: Span) -> Span | None:
    """Return what stands between the braces of a data block in block style, else None."""
    match = _BLOCK_DATA.match(text, span.start)
    return Span(match.end(), max(match.end(), span.end - 1)) if match else None
