"""Stubs for what a scheme asks for: premises in its roles, and what deals with its questions.

A stub is tagged `#todo`: it marks the gap, and carries nothing until somebody writes it.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from argmap.analysis.scheme_uses import SchemeUse
from argmap.analysis.schemes import CriticalQuestion, QuestionKind, Role, kebab
from argmap.checks.edits import FreshTitles, entries_added, line_above, line_below, scalar
from argmap.checks.rule import Subject
from argmap.diagnostic import Edit, Fix
from argmap.model.graph import Argument, Inference
from argmap.model.renumbering import USES_KEYS
from argmap.syntax import Inference as InferenceItem

STUB = "… #todo"


class Stubs:
    """Makes stubs for the findings of one run, with titles that differ from all others."""

    def __init__(self, subject: Subject) -> None:
        self._document, self._graph = subject.document, subject.graph
        self._statements = FreshTitles(subject.graph.statements)
        self._arguments = FreshTitles(subject.graph.arguments)

    @cached_property
    def _inference_items(self) -> Mapping[int, int]:
        """Where each inference begins → its index in `Document.items`."""
        items = enumerate(self._document.items)
        return {item.span.start: index for index, item in items if isinstance(item, InferenceItem)}

    def for_questions(self, use: SchemeUse, questions: Sequence[CriticalQuestion]) -> Fix | None:
        """Put a support for each assumption and an undercut for each exception below it."""
        lines = tuple(
            f"{'<+' if question.kind is QuestionKind.ASSUMPTION else '<_'} "
            f"<{self._arguments.new(self._title(use, question.key))}>: {STUB} "
            f"{{cq: {question.key}}} // {question.text}"
            for question in questions
        )
        item = self._argument_item(use)
        edit = line_below(self._document, item, *lines) if item is not None else None
        return Fix(False, (edit,)) if edit else None

    def for_roles(
        self, use: SchemeUse, missing: Sequence[Role], roles: Mapping[str, object]
    ) -> Fix | None:
        """Add a premise for each role that nobody plays, and name it in `roles:`."""
        if any(kebab(key) == role.name for key in roles for role in missing):
            return None  # it is named already, and what it names is not there
        argument = self._graph.arguments[use.node.title]
        if argument.is_reconstructed:
            edits, fillers = self._premises(use, argument, len(missing))
        else:
            edits, fillers = self._supports(use, missing)
        data = getattr(self._document.items[use.item], "data", None)
        named = [f"{role.name}: {filler}" for role, filler in zip(missing, fillers, strict=True)]
        edits.append(entries_added(self._document, data, "roles", named))
        made = tuple(edit for edit in edits if edit is not None)
        return Fix(False, made) if len(made) == len(edits) else None

    def _premises(
        self, use: SchemeUse, argument: Argument, count: int
    ) -> tuple[list[Edit | None], list[str]]:
        """Put numbered premises above the inference that is meant, the last one by default."""
        inference: Inference = argument.inferences[-1 if use.inference is None else use.inference]
        index = self._inference_items[inference.span.start]
        highest = max(line.number for line in argument.pcs)
        numbers = [str(highest + step) for step in range(1, count + 1)]
        lines = (f"({number}) {STUB}" for number in numbers)
        edits = [line_above(self._document, index, *lines)]
        data = getattr(self._document.items[index], "data", None)
        edits += [
            entries_added(self._document, data, key, numbers)
            for key in USES_KEYS
            if key in inference.data
        ][:1]  # the second is not read beside the first
        return edits, numbers

    def _supports(
        self, use: SchemeUse, missing: Sequence[Role]
    ) -> tuple[list[Edit | None], list[str]]:
        """Put a statement below a sketched argument for each role."""
        titles = [self._statements.new(self._title(use, role.name)) for role in missing]
        lines = (f"<+ [{title}]: {STUB}" for title in titles)
        edit = line_below(self._document, use.item, *lines)
        return [edit], [scalar(f"[{title}]") for title in titles]

    def _title(self, use: SchemeUse, name: str) -> str:
        return f"{use.node.title} ({name})" if self._graph.node(use.node).is_titled else name

    def _argument_item(self, use: SchemeUse) -> int | None:
        """Return where the argument itself is written, for an inference takes no supports."""
        if use.inference is None:
            return use.item
        occurrences = self._graph.arguments[use.node.title].occurrences
        return occurrences[0].item if occurrences else None
