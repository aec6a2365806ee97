"""Stamps that say what a claim was when somebody reviewed it, and renewing them.

A stamp is `reviewed: "…"` in the data of a statement or argument, with its fingerprint
(`argmap.analysis.fingerprints`) at that time. The idea is that of suspect links in requirements
management: who depends on a text has to look again when it changes.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.analysis.fingerprints import KEY, fingerprint, is_fingerprint
from argmap.model.graph import ArgumentGraph, NodeRef, Occurrence
from argmap.model.steps import StepGraph
from argmap.source import Source, Span
from argmap.syntax import Argument, Data, Statement

_BLOCK_DATA = re.compile(
    r"\{[ \t]*(?P<line_end>\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*+(?P<indent>[ \t]*)"
)
"""The beginning of data with a line for each key, up to the first key."""


class Stamp(NamedTuple):
    """One stamp; `written` is what stands there, `current` what would have to."""

    node: NodeRef
    span: Span
    written: str
    current: str

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since the review."""
        return self.written.lower() == self.current

    @property
    def is_fingerprint(self) -> bool:
        """Whether what stands there can be a fingerprint at all."""
        return is_fingerprint(self.written)


def stamps(steps: StepGraph) -> Iterator[Stamp]:
    """Yield the stamps of a map; `reviewed:` without a value, or false, is none."""
    graph = steps.graph
    for ref in graph.order:
        node = graph.node(ref)
        if KEY not in node.data:
            continue
        current = None
        for occurrence in node.occurrences:
            if occurrence.data.get(KEY) in (None, False, ""):
                continue
            current = current or fingerprint(steps, ref)
            span = _data_of(graph, occurrence).spans[KEY]
            # As it is typed: YAML takes 12 digits for a number, and 1e5 for another one.
            written = graph.document.source.slice(span).strip("\"' \t\r\n")
            yield Stamp(ref, span, written, current)


def _data_of(graph: ArgumentGraph, occurrence: Occurrence) -> Data:
    item = graph.document.items[occurrence.item]
    assert isinstance(item, Statement | Argument) and item.data is not None
    return item.data


class _Edit(NamedTuple):
    """A replacement in the file that is reviewed, in code points of its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stamping:
    """What stamping some nodes of a file comes to.

    text:      the text of the file with the new stamps
    renewed:   the nodes that got one, or another one
    unchanged: the nodes whose stamps are right already
    elsewhere: the nodes that no place in this file can be found for, with the file they stand in
    refused:   the nodes at which a stamp would change what the map says
    kept:      what the author wrote in place of a stamp, a date for one, and what is left there
    replaced:  the same, where a stamp stands now
    """

    text: str
    renewed: tuple[NodeRef, ...]
    unchanged: tuple[NodeRef, ...]
    elsewhere: tuple[tuple[NodeRef, str], ...]
    refused: tuple[NodeRef, ...] = ()
    kept: tuple[Stamp, ...] = ()
    replaced: tuple[Stamp, ...] = ()


def stamp(
    steps: StepGraph, text: str, nodes: Iterable[NodeRef], named: Collection[NodeRef] = ()
) -> Stamping:
    """Write or renew the stamps of nodes in the text of the file that the map was read from.

    named: those of the nodes at which anything else that `reviewed:` holds gives way to a stamp;
           at all others it stays

    A stamp that is there is replaced. Otherwise it goes into the data of the occurrence that says
    what the node is, and if that has none, into new data behind it. What is included stays as it
    is. Nothing else is changed; whether the text is read as before is for the caller to prove.
    """
    edits: list[_Edit] = []
    renewed, unchanged, elsewhere = [], [], []
    known: dict[NodeRef, list[Stamp]] = {}
    others: dict[NodeRef, list[Stamp]] = {}
    for each in stamps(steps):
        is_other = not (each.is_fingerprint or each.node in named)
        (others if is_other else known).setdefault(each.node, []).append(each)
    source = steps.graph.document.source
    nodes = tuple(dict.fromkeys(nodes))
    for ref in nodes:
        if ref in others and ref not in known:
            continue
        if ref in known and all(each.is_current for each in known[ref]):
            unchanged.append(ref)
            continue
        value = f'"{fingerprint(steps, ref)}"'
        places = [
            (each.span, value) for each in known.get(ref, ()) if not each.is_current
        ] or _new_places(steps.graph, ref, value)
        found = [edit for span, new in places if (edit := _in_file(source, span, new))]
        if found and len(found) == len(places):
            edits += found
            renewed.append(ref)
        else:
            path = source.piece_at(places[0][0].start).path if places else ""
            elsewhere.append((ref, path))
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return Stamping(
        text,
        tuple(renewed),
        tuple(unchanged),
        tuple(elsewhere),
        kept=tuple(each for ref in nodes for each in others.get(ref, ())),
        replaced=tuple(
            each for ref in renewed for each in known.get(ref, ()) if not each.is_fingerprint
        ),
    )


def _new_places(graph: ArgumentGraph, ref: NodeRef, value: str) -> list[tuple[Span, str]]:
    """Return where a first stamp goes, and what to write there."""
    occurrences = graph.node(ref).occurrences
    if not occurrences:
        return []  # an argument of which there is nothing but its structure
    empty = next((each for each in occurrences if KEY in each.data), None)
    saying = empty or next((each for each in occurrences if each.text), occurrences[0])
    item = graph.document.items[saying.item]
    assert isinstance(item, Statement | Argument)
    data = item.data
    entry = f"{KEY}: {value}"
    if data is None:
        end = item.span.end
        return [(Span(end, end), f" {{{entry}}}")]
    if empty is not None:
        return [(data.spans[KEY], value)]
    return [_in_data(graph.document.source.text, data, entry)]


def _in_data(text: str, data: Data, entry: str) -> tuple[Span, str]:
    """Return where a further entry goes into data that has none of its key."""
    if not data.value:
        return data.span, f"{{{entry}}}"
    if block := _BLOCK_DATA.match(text, *data.span):
        place = block.end("line_end")
        return Span(place, place), f"{block['indent']}{entry}{block['line_end']}"
    last = max(data.spans.values(), key=lambda span: span.end)
    if last.start < last.end:
        return Span(last.end, last.end), f", {entry}"
    inside = data.span.start + 1  # the last key has no value that one could write behind
    return Span(inside, inside), f"{entry}, "


def _in_file(source: Source, span: Span, new: str) -> _Edit | None:
    """Return an edit in the file that was asked for; None for what stands in another one."""
    is_insertion = span.start == span.end
    copied = source.typed_span(Span(span.start - 1, span.end) if is_insertion else span)
    if copied is None:
        return None
    typed = source.typed
    piece, start = typed.in_file(copied.start)
    last, end = typed.in_file(copied.end - 1)
    if piece is not last or piece.path != source.path:
        return None
    return _Edit(end + 1 if is_insertion else start, end + 1, new)
