"""Logical lines → `Document`.

The parser walks over the lines once. It keeps the block that is being read and what the block
before the last empty line was; the writer has the element that may go on with the next line, the
relations know what each indentation belongs to. So nothing is as deep as the text is nested.
Where the reference gives up, the parser reports the place and reads on as a person would.
"""

from enum import Enum, auto

from argmap.memory import without_collection
from argmap.source import Source, Span
from argmap.syntax.dialect import ARGMAP, Dialect
from argmap.syntax.front_matter import misplaced_block_end, read_front_matter, text_settings
from argmap.syntax.lines import Line, LineKind
from argmap.syntax.reconstructions import Reconstructions
from argmap.syntax.relations import Relations
from argmap.syntax.scanner import Scanner
from argmap.syntax.tree import ROOT, Data, Document, Form, ListBlock, ListItem
from argmap.syntax.verbatim.ordinary import is_ordinary
from argmap.syntax.writer import Writer


@without_collection
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


_MOST_DIGITS = 300


class _Parser:
    def __init__(self, source: Source, dialect: Dialect) -> None:
        self._source, self._text, self._dialect = source, source.text, dialect
        start = 1 if self._text.startswith("\ufeff") else 0
        self._scanner = Scanner(self._text, dialect, start)
        self._writer = Writer(self._text, dialect)
        self._structure = Reconstructions(self._writer, self._text)
        self._relations = Relations(self._writer, self._scanner, self._text)
        self._block = _Block.NONE
        self._previous = _Block.NONE  # the block before the empty line above
        self._is_underlined = False  # whether a row of `===` stands in the paragraph
        self._list = ROOT
        self._last_item = ROOT
        self._is_single = False  # whether the list has one item so far

    # -- the walk ---------------------------------------------------------------------------

    def parse(self) -> Document:
        front_matter = self._read_front_matter()
        while (line := self._next()).kind is not LineKind.END:
            self._read(line)
        self._writer.close()
        self._structure.close()
        self._close_list()
        problems = sorted(
            [*self._writer.problems, *self._scanner.problems],
            key=lambda problem: (problem.finding.span, problem.code, problem.finding.message),
        )
        items = self._writer.items()
        if self._dialect.reads_verbatim and (problems or not is_ordinary(self._text)):
            from argmap.syntax.verbatim.reader import read_verbatim

            if read := read_verbatim(self._text, self._dialect):
                items, front_matter = read
        return Document(
            self._source,
            items,
            front_matter,
            tuple(self._scanner.comments),
            tuple(problems),
            dialect=self._dialect,
        )

    def _next(self) -> Line:
        in_structure = self._block is _Block.STRUCTURE or (
            self._block is _Block.NONE and self._previous is _Block.STRUCTURE
        )
        return self._scanner.next(expect_inference=in_structure)

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
        self._writer.problems.extend(problems)
        self._scanner.jump(end)
        self._writer.shortcodes, self._writer.keep_tags = text_settings(data)
        return data

    # -- paragraphs -------------------------------------------------------------------------

    def _read_blank(self) -> None:
        self._scanner.pass_blank_lines()
        self._writer.close()
        if self._block is not _Block.NONE:
            self._previous = self._block
        self._block = _Block.NONE
        self._is_underlined = False

    def _begin_block(self, block: _Block) -> None:
        self._writer.close()
        if block is not _Block.STRUCTURE:
            self._structure.close()
        self._close_list()
        self._block = block
        self._relations.root = ROOT
        self._relations.clear()

    def _read_text(self, line: Line) -> None:
        draft = self._writer.draft
        if draft is None or self._block is _Block.NONE:
            self._begin_element(line)
        elif draft.is_empty and not draft.level:
            draft.opener = line.opener
            self._writer.extend(line.content)
        elif _starts_element(line):
            if self._relations.is_open and line.opener:
                title = self._text[line.content_start : line.opener.span.end]
                self._writer.report(
                    line.opener.span,
                    f"{title} begins a new paragraph inside a list of relations.",
                    f"put a relation in front, `+ {title}`, or an empty line above it.",
                )
            self._begin_element(line)
        else:
            if draft.level and draft.swallowed is None:
                draft.swallowed = Span(line.content_start, line.words_end)
            self._writer.extend(line.content_with_title())

    def _begin_element(self, line: Line) -> None:
        is_argument = line.opener is not None and line.opener.is_argument
        self._begin_block(_Block.ARGUMENT if is_argument else _Block.STATEMENT)
        self._relations.root = self._writer.begin(ROOT, line.content_start, line.opener).index
        self._writer.extend(line.content)

    def _read_as_text(self, line: Line, message: str, help: str) -> None:
        """Read a line inside a paragraph as its text, marker and all, and report that."""
        self._writer.report(line.marker, message, help)
        if self._writer.draft is None:
            self._begin_element(line)
        else:
            self._writer.extend(line.content_with_marker())

    def _read_heading(self, line: Line) -> None:
        self._begin_block(_Block.HEADING)
        self._writer.begin_heading(line.marker)
        self._writer.extend(line.content)

    def _read_rule(self, line: Line) -> None:
        if self._text[line.marker.start] != "=":
            return  # a horizontal rule, as in Markdown: it says nothing
        if self._is_underlined:
            return  # the second row of a block that was reported at the first
        self._is_underlined = True
        if self._block is not _Block.NONE:
            self._writer.report(
                line.marker,
                "A row of `===` makes no heading, and is left out.",
                "write `# Heading` above an empty line.",
            )
            return
        self._writer.report(
            line.marker,
            "Front matter can stand only at the beginning; this row of `===` is left out.",
            "move the block to the top of the file.",
        )
        self._scanner.jump(misplaced_block_end(self._text, self._scanner.position))

    # -- relations --------------------------------------------------------------------------

    def _read_relation(self, line: Line) -> None:
        symbol = self._text[line.marker.start : line.marker.end]
        if self._block is _Block.LIST and self._has_bullet(line):
            self._read_item(line, ordered=False)
            return
        self._writer.close()
        if self._block in (_Block.NONE, _Block.HEADING):
            if symbol in "+-" and line.width == 0:
                self._read_bullet(line)
                return
            if self._relations.root == ROOT:
                self._writer.report(
                    line.marker,
                    f"`{symbol}` relates this line to nothing: no statement or argument stands "
                    "above it.",
                    "write the related `[Title]: …` on the line above it.",
                )
                self._begin_element(line)
                return
            self._writer.report(
                line.marker,
                "An empty line separates this relation from what it belongs to.",
                "remove the empty lines above it.",
            )
            self._block = self._previous
        self._relations.read(line)

    # -- premise-conclusion structures ------------------------------------------------------

    def _read_number(self, line: Line) -> None:
        if self._block in (_Block.NONE, _Block.HEADING, _Block.ARGUMENT):
            self._begin_structure(line)
        elif self._block is not _Block.STRUCTURE:
            self._read_as_text(
                line,
                "This numbered line stands inside a paragraph and is read as its text.",
                "leave an empty line above it to begin a premise-conclusion structure, "
                "or move the number away from the start of the line.",
            )
            return
        self._relations.clear()
        self._relations.root = self._structure.add_statement(line)
        self._writer.extend(line.content)
        if line.opener and line.opener.is_argument:
            title = self._text[line.opener.span.start : line.opener.span.end]
            self._writer.report(
                line.opener.span,
                f"The argument {title} cannot be a premise or conclusion.",
                "write the statement that it stands for, `[Title]: …`.",
            )

    def _begin_structure(self, line: Line) -> None:
        """Begin a premise-conclusion structure, or carry on the one before the empty line."""
        self._writer.close()
        if (
            self._block is _Block.NONE
            and self._previous is _Block.STRUCTURE
            and self._structure.goes_on_with(line)
        ):
            self._block = _Block.STRUCTURE
            return
        argument = self._argument_above()
        self._begin_block(_Block.STRUCTURE)
        self._structure.begin(line.marker, argument)

    def _argument_above(self) -> int | None:
        """Return the argument that stands directly above, if the block above is one."""
        block = self._previous if self._block is _Block.NONE else self._block
        if block is _Block.ARGUMENT and self._relations.root != ROOT:
            return self._relations.root
        return None

    def _read_inference(self, line: Line) -> None:
        if self._block is not _Block.STRUCTURE:
            self._begin_structure(line)
        self._relations.clear()
        written = self._text[line.marker.start : line.marker.end]
        said = written.lstrip("-")
        bar = Span(line.marker.start, line.marker.end - len(said))
        if not line.closed:
            self._writer.report(
                bar,
                "This inference is not closed.",
                "write `----`, or `-- name of the rule --` on one line.",
            )
        elif bar.end - bar.start >= 3 and said.lstrip(" \t").startswith(("\r", "\n")):
            self._writer.report(
                bar,
                "A name stands below this bar, which begins an inference without one.",
                "write `--` with two dashes above and below the name.",
            )
        self._relations.root = self._structure.add_inference(line)

    # -- lists ------------------------------------------------------------------------------

    def _read_list_item(self, line: Line) -> None:
        if self._block not in (_Block.NONE, _Block.HEADING, _Block.LIST):
            self._read_as_text(
                line,
                "This list item stands inside a paragraph and is read as its text.",
                "leave an empty line above the list.",
            )
            return
        self._read_item(line, ordered=self._text[line.marker.start] != "*")

    def _read_bullet(self, line: Line) -> None:
        """Read `- item` at the start of a line as the Markdown list that it is."""
        self._writer.report(
            line.marker,
            "A list item begins with `*`; `-` and `+` are attacks and supports.",
            "write `*` in its place, or read the text with `--shorthand` if it is an outline of "
            "reasons.",
        )
        self._read_item(line, ordered=False)

    def _has_bullet(self, line: Line) -> bool:
        """Tell whether a line goes on with a list whose items begin with `-` or `+`."""
        bullet = self._writer.item(self._list).span.start
        marker = self._text[line.marker.start : line.marker.end]
        return line.width == 0 and marker in "+-" and marker == self._text[bullet]

    def _read_item(self, line: Line, *, ordered: bool) -> None:
        self._writer.close()
        if self._block is not _Block.LIST:
            self._begin_block(_Block.LIST)
            self._list = self._writer.add(ListBlock(ROOT, line.marker, ordered))
            self._is_single = True
        else:
            self._is_single = False
        self._relations.clear()
        marker = self._text[line.marker.start : line.marker.end]
        item = self._writer.add(ListItem(self._list, line.marker, marker))
        self._last_item = self._writer.begin(item, line.content_start, line.opener).index
        self._relations.root = self._last_item
        self._writer.extend(line.content)

    def _close_list(self) -> None:
        """Give the list, if one is being read, the span of all its items."""
        if self._list == ROOT:
            return
        block = self._writer.item(self._list)
        assert isinstance(block, ListBlock)
        end = self._writer.item(self._last_item).span.end
        self._writer.replace(self._list, block._replace(span=Span(block.span.start, end)))
        if block.ordered and self._is_single and self._number_at(block.span) > 1:
            number = self._text[block.span.start : block.span.end]
            self._writer.report(
                block.span,
                f"`{number}` begins a numbered list here, and is no part of the text.",
                f"write `{number[:-1]}\\.` if the sentence begins with a number.",
            )
        self._list = ROOT

    def _number_at(self, marker: Span) -> int:
        return int(self._text[marker.start : marker.end - 1][:_MOST_DIGITS])


def _starts_element(line: Line) -> bool:
    """Tell whether a line inside a paragraph is clearly the start of another one."""
    if line.opener is None:
        return False
    return line.opener.form is Form.DEFINITION or not line.content.pieces
