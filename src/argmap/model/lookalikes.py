"""Titles that look the same and are not: `é` is one character, or `e` with an accent behind it."""

import unicodedata
from collections.abc import Iterator

from argmap.diagnostic import Finding, Problem
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.naming import Names
from argmap.syntax import Argument, Document, Statement


def find_lookalikes(document: Document, names: Names) -> Iterator[Problem]:
    """Report each title that differs from an earlier one by Unicode's composition alone (NFC)."""
    known: dict[tuple[NodeKind, str], NodeRef] = {}
    places: dict[NodeRef, int] = {}  # of each first mention, once somebody asks
    for ref in names.order:
        if ref.title.isascii():
            continue
        first = known.setdefault((ref.kind, unicodedata.normalize("NFC", ref.title)), ref)
        if first is ref:
            continue
        if not places:
            places = {name: index for index, name in reversed(names.of.items())}
        item = document.items[places[ref]]
        if isinstance(item, Statement | Argument):
            shown = document.source.slice(item.title_span)
            finding = Finding(
                item.title_span,
                f"{shown} looks like a title above, and is another one: its letters are composed "
                "of other characters.",
                "copy the title from where it is written first.",
                titles=(ref.title, first.title),
            )
            yield Problem("SYN001", finding)
