"""Indented lines that begin with a symbol: to what they relate, and what stands behind it."""

import re

from argmap.diagnostic import Edit, Fix
from argmap.source import Span
from argmap.syntax.lines import Line, Opener
from argmap.syntax.scanner import Scanner
from argmap.syntax.tree import ROOT, Form, Inference, Relation
from argmap.syntax.writer import Writer

_SECOND_RELATION = re.compile(
    r"[ \t]*(?P<symbol>\+>|->|<\+|\+|<-|-|><|_>|<_|_)[ \t]*(?=<[^<>\r\n]+>|\[[^\[\]\r\n]+\])"
)


class Relations:
    """Reads the relations of one block; a stack of widths tells what each of them belongs to.

    root: what relations of the first level belong to
    """

    def __init__(self, writer: Writer, scanner: Scanner, text: str) -> None:
        self.root = ROOT
        self._writer, self._scanner, self._text = writer, scanner, text
        self._levels: list[tuple[int, int]] = []  # width, owner
        self._blank = ""  # what the lines of this list begin with

    @property
    def is_open(self) -> bool:
        """Whether a list of relations has begun."""
        return bool(self._levels)

    def clear(self) -> None:
        """Forget the levels: what comes next belongs to something else."""
        self._levels.clear()
        self._blank = ""

    def read(self, line: Line) -> None:
        """Read a line with a relation and begin what stands behind its symbol."""
        symbol = self._text[line.marker.start : line.marker.end]
        owner = self._owner(line)
        self._relate(owner, line.marker, symbol, line.content_start, line.opener)
        self._check_target(owner, line.marker, symbol, line.opener)
        self._writer.extend(self._split(owner, line).content)

    def _relate(
        self, owner: int, marker: Span, symbol: str, start: int, opener: Opener | None
    ) -> None:
        self._writer.close()
        relation = self._writer.add(Relation(owner, marker, symbol))
        self._writer.begin(relation, start, opener)

    def _owner(self, line: Line) -> int:
        """Return the element that an indented line belongs to, and keep the stack of levels."""
        width, levels = line.width, self._levels
        blank = self._text[line.start] if width else ""
        is_mixed = bool(width) and blank != self._blank and self._is_mixed(line, blank)
        if width == 0 and (not levels or levels[0][0] > 0):
            self._writer.report(
                line.marker,
                "A relation has to be indented below what it belongs to.",
                "put two blanks in front of it.",
                fix=Fix(True, (Edit(Span(line.start, line.start), "  "),)),
            )
        if not levels:
            levels.append((width, self.root))
        elif width > levels[-1][0]:
            levels.append((width, self._writer.last))
        else:
            while len(levels) > 1 and width < levels[-1][0]:
                levels.pop()
            if width < levels[-1][0]:
                if width and not is_mixed:
                    self._writer.report(
                        line.marker,
                        "This relation is indented less than the first one of its list.",
                        "indent all relations of one list equally.",
                    )
                levels[:] = [(width, self.root)]
        return levels[-1][1]

    def _is_mixed(self, line: Line, blank: str) -> bool:
        """Report a line that a reader may see deeper, or less deep, than it counts."""
        is_mixed = {self._blank, blank} == {"\t", " "}
        if is_mixed:
            self._writer.report(
                line.marker,
                "Tabs and blanks indent one list of relations, and a tab counts as one blank.",
                "indent all lines with blanks.",
            )
        self._blank = blank
        return is_mixed

    def _check_target(self, owner: int, marker: Span, symbol: str, opener: Opener | None) -> None:
        if isinstance(self._writer.item(owner), Inference):
            if symbol not in ("_", "<_"):
                self._writer.report(
                    marker,
                    f"An inference can only be undercut, and `{symbol}` is no undercut.",
                    "write `<_` in front of what speaks against the inference.",
                )
        elif symbol == "><" and opener and opener.is_argument:
            self._writer.report(
                opener.span,
                "`><` joins two statements that contradict each other, and this is an argument.",
                "name a statement, `>< [Title]`, or write `<-` for an attack.",
            )

    def _split(self, owner: int, line: Line) -> Line:
        """Read `+ <A> + <B>` on one line as the two relations that were meant."""
        while line.opener and line.opener.form is Form.REFERENCE and line.content.pieces:
            match = _SECOND_RELATION.match(self._text, line.opener.end)
            if match is None:
                break
            marker = Span(*match.span("symbol"))
            self._writer.report(
                marker, "Two relations stand on one line.", "write each relation on its own line."
            )
            pieces = line.content.pieces
            opener = self._scanner.opener_at(match.end(), pieces[-1].end)
            self._relate(owner, marker, match["symbol"], match.end(), opener)
            behind = opener.end if opener else match.end()
            left = [Span(max(start, behind), end) for start, end in pieces if end > behind]
            line = line._replace(opener=opener, content=line.content._replace(pieces=tuple(left)))
        return line
