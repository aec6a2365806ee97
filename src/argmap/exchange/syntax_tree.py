"""The syntax tree as JSON: what the author wrote, with the place of everything.

Keys are the names of the fields in `argmap.syntax.tree`. A place has offsets in code points, and
lines and columns from 1; ends are exclusive. Items are a flat list and point to their parents, so
that a text of any depth can be written and read.
"""

from collections.abc import Iterable, Mapping, Sequence

from argmap.diagnostic import Fix, Problem
from argmap.exchange import json_text
from argmap.exchange.json_text import Pieces
from argmap.source import Source, Span
from argmap.syntax import (
    ROOT,
    Argument,
    Data,
    Document,
    Heading,
    Inference,
    Item,
    ListBlock,
    ListItem,
    Mark,
    Reconstruction,
    Relation,
    Statement,
    Text,
)
from argmap.syntax.directives import Include

Json = dict[str, object]

TYPES: Mapping[type[Item], str] = {
    Heading: "heading",
    Statement: "statement",
    Argument: "argument",
    Relation: "relation",
    Reconstruction: "reconstruction",
    Inference: "inference",
    ListBlock: "list",
    ListItem: "list-item",
}
"""How each type of item is called where trees are written."""


def write_syntax_tree(document: Document, includes: Sequence[Include] = ()) -> str:
    """Write a document as JSON, one item to a line; the keys are those of docs/tree.md.

    includes: the directives of the text, as `parse_unexpanded` returns them
    """
    writer = _Writer(document.source)
    front_matter = writer.data(document.front_matter)
    parts: dict[str, str | Pieces] = {
        "path": json_text.line(document.source.path),
        "front_matter": json_text.line(front_matter),
        "items": json_text.items(map(writer.item, document.items)),
        "comments": json_text.items(map(writer.place, comments_in_order(document))),
        "includes": json_text.items(
            {"path": include.path, "span": writer.place(include.span)} for include in includes
        ),
        "problems": json_text.items(map(writer.problem, document.problems)),
    }
    return json_text.writable("".join(json_text.members(parts)) + "\n")


def comments_in_order(document: Document) -> list[Span]:
    """Return the comments of a document, each once, as they stand in the text."""
    return sorted(set(document.comments))


class _Writer:
    """Makes what JSON knows of the parts of a document."""

    def __init__(self, source: Source) -> None:
        self._locate = source.locate

    def place(self, span: Span) -> Json:
        start, end = self._locate(span.start), self._locate(span.end)
        return {
            "start": span.start,
            "end": span.end,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
        }

    def item(self, item: Item) -> Json:
        entry: Json = {
            "type": TYPES[type(item)],
            "parent": None if item.parent == ROOT else item.parent,
            "span": self.place(item.span),
        }
        match item:
            case Heading():
                entry |= {"level": item.level, "text": self.text(item.text)}
                entry |= self._said(item.tags, item.data)
            case Statement() | Argument():
                entry |= self._element(item)
            case Relation():
                entry["symbol"] = item.symbol
            case Reconstruction():
                entry["argument"] = item.argument
            case Inference():
                entry |= {"rules": item.rules, "data": self.data(item.data)}
            case ListBlock():
                entry["ordered"] = item.ordered
            case ListItem():
                entry["marker"] = item.marker
        return entry

    def _element(self, item: Statement | Argument) -> Json:
        entry: Json = {
            "form": item.form,
            "title": item.title,
            "title_span": self.place(item.title_span),
            "text": self.text(item.text),
            **self._said(item.tags, item.data),
        }
        if isinstance(item, Statement):
            entry["number"] = json_text.plain(item.number)
            entry["number_span"] = self.place(item.number_span) if item.number_span else None
        return entry

    def _said(self, tags: Iterable[str], data: Data | None) -> Json:
        return {"tags": list(tags), "data": self.data(data)}

    def text(self, text: Text | None) -> Json | None:
        if text is None:
            return None
        return {
            "span": self.place(text.span),
            "plain": text.plain,
            "marks": [self._mark(mark) for mark in text.marks],
        }

    def _mark(self, mark: Mark) -> Json:
        return {
            "kind": mark.kind,
            "start": mark.start,
            "stop": mark.stop,
            "target": mark.target,
            "span": self.place(mark.span),
        }

    def data(self, data: Data | None) -> Json | None:
        if data is None:
            return None
        return {
            "span": self.place(data.span),
            "value": json_text.plain(data.value),
            "spans": {key: self.place(span) for key, span in data.spans.items()},
        }

    def problem(self, problem: Problem) -> Json:
        code, finding = problem
        return {
            "code": code,
            "message": finding.message,
            "help": finding.help,
            "span": self.place(finding.span),
            "fix": self._fix(finding.fix),
        }

    def _fix(self, fix: Fix | None) -> Json | None:
        if fix is None:
            return None
        edits = [{**self.place(edit.span), "text": edit.text} for edit in fix.edits]
        return {"safe": fix.safe, "edits": edits}
