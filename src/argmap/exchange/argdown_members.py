"""Occurrences as Argdown's JSON has them: the members of statements, arguments, structures."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from argmap.exchange import json_text
from argmap.model.graph import ArgumentGraph, Inference, Occurrence, Role
from argmap.source import Span
from argmap.syntax import ROOT, Mark, MarkKind, Text

_ROLES = {
    Role.TOP_LEVEL: "top-level-statement",
    Role.RELATION: "relation-statement",
    Role.LIST_ITEM: None,
    Role.PREMISE: "premise",
    Role.INTERMEDIATE_CONCLUSION: "intermediary-conclusion",
    Role.MAIN_CONCLUSION: "main-conclusion",
    Role.DESCRIPTION: "argument-description",
}
_TARGETS = {
    MarkKind.LINK: "url",
    MarkKind.TAG: "tag",
    MarkKind.STATEMENT_MENTION: "title",
    MarkKind.ARGUMENT_MENTION: "title",
}
_TAG = re.compile(r"#(?:\(([^)]+)\)|([^\s()#{}]+))")  # needs a `)` behind each `#(`
_SHORT_TAG = re.compile(r"#([^\s()#{}]+)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class MemberWriter:
    """Writes occurrences of a graph; `data` gives the member that holds data if it is wanted."""

    def __init__(
        self, graph: ArgumentGraph, data: Callable[[Mapping[str, object]], Iterator[str]]
    ) -> None:
        self._items = graph.document.items
        self._text = graph.document.source.text
        self._place = graph.document.source.line_and_column
        self._data = data
        model = graph.settings.get("model")
        settings = model if isinstance(model, Mapping) else {}
        self._keeps_tags = not settings.get("removeTagsFromText")
        self._texts: dict[tuple[int, Role, str | None], str] = {}
        self._inferences = {
            argument.pcs[inference.conclusion].occurrence.item: (argument.title, inference)
            for argument in graph.arguments.values()
            for inference in argument.inferences
        }

    def text(self, title: str, occurrence: Occurrence) -> str:
        """Return one place where a statement or argument is written, as a JSON text.

        What stands in a structure is asked for twice, and written once.
        """
        key = (occurrence.item, occurrence.role, occurrence.argument)
        known = self._texts.get(key)
        if known is None:
            known = json_text.object_of(self._member(title, occurrence))
            if occurrence.argument is not None:
                self._texts[key] = known
        return known

    def _member(self, title: str, occurrence: Occurrence) -> Iterator[str]:
        yield f'"type": "statement", "title": {json_text.quoted(title)}'
        role = _ROLES[occurrence.role]
        if role is not None:
            yield f'"role": "{role}"'
        item = self._items[occurrence.item]
        if item.parent == ROOT:
            yield '"isTopLevel": true'
        if occurrence.is_reference:
            yield '"isReference": true'
        text = occurrence.text
        if text is None and occurrence.tags and self._keeps_tags:
            text = _tags_behind(self._text[occurrence.span.end : item.span.end], occurrence)
        if text is not None:
            yield f'"text": {json_text.quoted(text.plain)}'
            if text.marks:
                yield f'"ranges": {json_text.line(list(_ranges(text)))}'
        if occurrence.tags:
            yield f'"tags": {json_text.line(occurrence.tags)}'
        yield self.places(item.span)
        if occurrence.data:
            yield from self._data(occurrence.data)
        if occurrence.section is not None:
            yield f'"section": "s{occurrence.section + 1}"'
        if occurrence.argument is not None:
            yield f'"argumentTitle": {json_text.quoted(occurrence.argument)}'
        if occurrence.item in self._inferences:
            inference = self._inference(*self._inferences[occurrence.item])
            yield f'"inference": {json_text.object_of(inference)}'

    def _inference(self, title: str, inference: Inference) -> Iterator[str]:
        yield f'"type": "inference", "inferenceRules": {json_text.line(inference.rules)}'
        yield self.places(inference.span)
        yield from self._data(inference.data)
        yield f'"conclusionIndex": {inference.conclusion}'
        yield f'"argumentTitle": {json_text.quoted(title)}'

    def start(self, span: Span) -> str:
        """Return where a span begins, as members of a JSON mapping."""
        line, column = self._place(span.start)
        return f'"startLine": {line}, "startColumn": {column}'

    def places(self, span: Span) -> str:
        """Return where a span begins, and its last character."""
        line, column = self._place(max(span.start, span.end - 1))
        return f'{self.start(span)}, "endLine": {line}, "endColumn": {column}'


def _tags_behind(behind: str, occurrence: Occurrence) -> Text | None:
    """Return the text of a bare reference: to the reference, that is the tags behind it."""
    named = set(occurrence.tags)
    words: list[str] = []
    marks: list[Mark] = []
    length = -1
    last = behind.rfind(")") + 1  # behind it, no parenthesis is ever closed
    for match in (*_TAG.finditer(behind, 0, last), *_SHORT_TAG.finditer(behind, last)):
        tag = match[match.lastindex or 0]
        if tag in named:
            start, length = length + 1, length + 1 + len(match[0])
            words.append(match[0])
            marks.append(Mark(MarkKind.TAG, start, length, tag, occurrence.span))
    return Text(occurrence.span, " ".join(words), tuple(marks)) if marks else None


def _ranges(text: Text) -> Iterator[dict[str, object]]:
    # Characters that take two units in UTF-16 shift whatever stands behind them.
    wide = [place for place, character in enumerate(text.plain) if character > "\uffff"]
    for mark in text.marks:
        start, stop = mark.start, mark.stop
        if start == stop and mark.kind is MarkKind.TAG:
            continue  # a tag that `model.removeTagsFromText` has taken out
        if wide:
            start += bisect_left(wide, start)
            stop += bisect_left(wide, stop)
        yield {"type": mark.kind, "start": start, "stop": stop - 1, **_target(mark)}


def _target(mark: Mark) -> dict[str, object]:
    return {_TARGETS[mark.kind]: mark.target} if mark.kind in _TARGETS else {}


def html_id(text: str) -> str:
    """Return the name by which style sheets of the reference find a tag."""
    text = text.lower().translate(_UMLAUTS)
    return re.sub(r"[^a-z0-9-]", "", re.sub(r"\s", "-", text))
