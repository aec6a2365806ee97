"""Premise-conclusion structures as they are read: their lines, and what they lack."""

from itertools import pairwise

from argmap.source import Span
from argmap.syntax.inference_line import read_rules
from argmap.syntax.lines import Line, LineKind
from argmap.syntax.tree import ROOT, Inference, Reconstruction, Statement
from argmap.syntax.writer import Writer

_MOST_DIGITS = 300


def number_of(text: str, marker: Span) -> int:
    """Return the number between the parentheses of a marker such as `(12)`."""
    return int(text[marker.start + 1 : marker.end - 1][:_MOST_DIGITS])


class Reconstructions:
    """The structure that is being read, if there is one: its item and those of its lines."""

    def __init__(self, writer: Writer, text: str) -> None:
        self._writer, self._text = writer, text
        self._head = ROOT
        self._lines: list[int] = []
        self._is_split = False

    def begin(self, marker: Span, argument: int | None) -> None:
        """Begin a structure that reconstructs an argument, or one of its own."""
        self.close()
        self._head = self._writer.add(Reconstruction(ROOT, marker, argument))
        self._lines = []
        self._is_split = False

    def add_statement(self, line: Line) -> int:
        """Begin the numbered statement of a line and return its index."""
        draft = self._writer.begin(self._head, line.content_start, line.opener)
        draft.number = number_of(self._text, line.marker)
        draft.number_span = line.marker
        self._lines.append(draft.index)
        return draft.index

    def add_inference(self, line: Line) -> int:
        """Add the inference of a line and return its index."""
        self._writer.close()
        rules = read_rules(self._text, line.content.pieces, self._writer.shortcodes)
        data = self._writer.read_data(line.content.data)
        index = self._writer.add(Inference(self._head, line.marker, rules, data))
        self._writer.last = index
        self._lines.append(index)
        return index

    def goes_on_with(self, line: Line) -> bool:
        """Tell whether a line belongs to the structure in spite of an empty line above it.

        If so, the first such line is reported.
        """
        if self._head == ROOT:
            return False
        if line.kind is not LineKind.INFERENCE and (
            self._is_complete() or not self._follows(line.marker)
        ):
            return False
        if not self._is_split:
            self._is_split = True
            self._writer.report(
                line.marker,
                "An empty line stands inside a premise-conclusion structure.",
                "remove the empty lines between premises, `----` and conclusion.",
                code="SYN007",
            )
        return True

    def _is_complete(self) -> bool:
        """Tell whether the last line is the only one below the last inference."""
        bars = [position for position, is_bar in enumerate(self._bars()) if is_bar]
        return bool(bars) and bars[-1] == len(self._lines) - 2

    def _bars(self) -> list[bool]:
        return [isinstance(self._writer.item(index), Inference) for index in self._lines]

    def _follows(self, marker: Span) -> bool:
        last = self._writer.item(self._lines[-1]) if self._lines else None
        if not isinstance(last, Statement) or last.number is None:
            return True
        return number_of(self._text, marker) > last.number

    def close(self) -> None:
        """Finish the structure, if there is one, and report what it lacks."""
        if self._head == ROOT:
            return
        if self._lines:
            head = self._writer.item(self._head)
            assert isinstance(head, Reconstruction)
            end = self._writer.item(self._lines[-1]).span.end
            span = Span(head.span.start, end)
            self._writer.replace(self._head, Reconstruction(ROOT, span, head.argument))
            self._report_gaps()
        self._head = ROOT
        self._lines = []

    def _report_gaps(self) -> None:
        last = len(self._lines) - 1
        bars = [position for position, is_bar in enumerate(self._bars()) if is_bar]
        if not bars:
            message = "These premises lead to no conclusion: there is no inference between them."
            self._report(last, message, "put a line `----` above the conclusion.")
            return
        if bars[0] == 0:
            message = "This premise-conclusion structure has no premise."
            self._report(0, message, "write `(1) …` above the `----`.")
        for first, second in pairwise(bars):
            if second == first + 1:
                message = "No conclusion stands between these two inferences."
                self._report(second, message, "write `(n) …` between them, or remove one.")
        if bars[-1] == last:
            message = "This premise-conclusion structure ends without a conclusion."
            self._report(last, message, "write `(n) …` below the `----`.")
        elif bars[-1] < last - 1:
            message = "This statement stands behind the conclusion and belongs to no inference."
            self._report(bars[-1] + 2, message, "put `----` above the last conclusion.")

    def _report(self, position: int, message: str, help: str) -> None:
        item = self._writer.item(self._lines[position])
        number = item.number_span if isinstance(item, Statement) else None
        self._writer.report(number or item.span, message, help, code="SYN007")
