"""Writing comments that silence what a check finds now, without changing what a map says."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap import pipeline
from argmap.checks.ignore_writer import Insertion, PlannedComment, insert, plan_comments
from argmap.checks.rules import missing_expected_finding, unused_suppression
from argmap.checks.verdict import Checked
from argmap.linting.linter import Linter
from argmap.model import ArgumentGraph
from argmap.source import Source
from argmap.syntax import REFERENCE, Document, parse
from argmap.syntax.formatter.proof import say_the_same

_MOST_READINGS = 64  # to find the comments that cannot stand where they were put
_ROUNDS = 3  # silencing one rule can make another one speak
_LEFT = frozenset((unused_suppression.RULE.code, missing_expected_finding.RULE.code))
"""What nobody silences by a comment that is written for them: comments and promises that lie."""


class Ignored(NamedTuple):
    """A map whose findings were silenced.

    text:     the file's new text; its old one if nothing was silenced
    silenced: how many findings were silenced
    checked:  the map as it is now, with what is left
    """

    text: str
    silenced: int
    checked: Checked


def add_ignores(linter: Linter, path: str, reason: str = "") -> Ignored:
    """Return the text of a map with comments for all that a check finds in it.

    What the map announces or a baseline knows stays as it is, and so do included files. A comment
    stands above the element that it speaks of, or behind it if the text would be read differently
    otherwise; findings for which neither works are left.

    raises: `CannotRead`, `SettingsError`, `UnknownRule`, `BaselineError`
    """
    request = linter.request
    graph = pipeline.load(path, allow=request.allow, shorthand=request.shorthand)
    before = text = graph.document.source.pieces[0].text
    checked = linter.check_graph(graph)
    at_first = _count(checked)
    for _ in range(_ROUNDS):
        found = [d for d in checked.diagnostics if not d.expected and d.code not in _LEFT]
        planned = plan_comments(graph.document, found, linter.settings(path).rules, reason)
        if not planned:
            break
        writer = _Writer(linter, graph, text)
        insertions = writer.write(planned)
        if not insertions:
            break
        text, graph = writer.text, writer.graph
        checked = linter.check_graph(graph)
    count = at_first - _count(checked)
    return Ignored(text if count > 0 else before, max(count, 0), checked)


def _count(checked: Checked) -> int:
    return sum(not diagnostic.expected for diagnostic in checked.diagnostics)


class _Writer:
    """Puts comments into a text, and takes back those that change how it is read."""

    def __init__(self, linter: Linter, graph: ArgumentGraph, text: str) -> None:
        self._linter, self._before, self._original = linter, _Reading(graph), text
        self._insertions: list[Insertion] = []
        self._readings = 0
        self.text, self.graph = text, graph

    def write(self, planned: Sequence[PlannedComment]) -> list[Insertion]:
        """Write as many comments as can be, each in the first way that works."""
        left = list(planned)
        for way in range(max(len(each.ways) for each in planned)):
            able = [each for each in left if way < len(each.ways)]
            failed = self._try(able, way)
            left = [each for each in left if way >= len(each.ways)] + failed
        return self._insertions

    def _try(self, planned: list[PlannedComment], way: int) -> list[PlannedComment]:
        """Write comments in one way; return those that cannot be written so."""
        failed: list[PlannedComment] = []
        stack = [planned]
        while stack:
            group = stack.pop()
            if not group:
                continue
            if self._readings >= _MOST_READINGS:
                failed += group
            elif not self._accept([insertion for each in group for insertion in each.ways[way]]):
                if len(group) == 1:
                    failed += group
                else:
                    middle = len(group) // 2
                    stack += group[middle:], group[:middle]
        return failed

    def _accept(self, more: list[Insertion]) -> bool:
        self._readings += 1
        insertions = [*self._insertions, *more]
        text = insert(self._original, insertions)
        request = self._linter.request
        path = self.graph.document.source.path
        graph = pipeline.loads(text, path, allow=request.allow, shorthand=request.shorthand)
        new = sum(insertion.is_new for insertion in insertions)
        if not self._before.is_that_of(graph, new):
            return False
        self._insertions, self.text, self.graph = insertions, text, graph
        return True


class _Reading:
    """How a map was read, by argmap and by the reference."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._document = graph.document
        self._reference = _read_by_reference(graph.document)
        self._refused = len(pipeline.find_refused(graph))

    def is_that_of(self, graph: ArgumentGraph, comments: int) -> bool:
        """Tell whether a map is read in the same way, but for some more comments."""
        document = graph.document
        return (
            len(document.comments) == len(self._document.comments) + comments
            and say_the_same(self._document, document)
            and say_the_same(self._reference, _read_by_reference(document))
            and len(pipeline.find_refused(graph)) <= self._refused
        )


def _read_by_reference(document: Document) -> Document:
    text = document.source.text
    return parse(Source.of(text if text.endswith(("\n", "\r")) else text + "\n"), REFERENCE)
