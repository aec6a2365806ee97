"""A map as a teacher has it before them: what is drawn, what leads to what, and the texts."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.analysis import find_theses
from argmap.classroom.ties import Ties, find_ties
from argmap.diagnostic import Diagnostic
from argmap.drawing import draw_map
from argmap.mapping.argument_map import ArgumentMap, BoxKind, Opening, Row
from argmap.mapping.captions import wording
from argmap.mapping.view import View
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef
from argmap.model.steps import StepGraph, build_steps
from argmap.rendering.front_text import front_text


def map_hash(graph: ArgumentGraph) -> str:
    """Return sixteen digits that tell one state of a map from another: keys are known by them."""
    text = graph.document.source.text
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True)
class Lesson:
    """What sheets are made of.

    file:     the name of the map's file, without folders
    texts:    source key → its text, None where it is not at hand
    findings: what the checks found
    """

    graph: ArgumentGraph = field(repr=False)
    file: str = "map"
    texts: Mapping[str, str | None] = field(repr=False, default_factory=dict)
    findings: tuple[Diagnostic, ...] = field(repr=False, default=())

    @property
    def title(self) -> str:
        """What the map is called: by its front matter, else by its file."""
        return front_text(self.graph, "title") or self.file.partition(".")[0]

    @property
    def language(self) -> str:
        """The language of the map, as its front matter says."""
        return front_text(self.graph, "lang") or "en"

    @property
    def hash(self) -> str:
        """What tells this state of the map from another."""
        return map_hash(self.graph)

    @cached_property
    def drawn(self) -> ArgumentMap:
        """The map without any findings, which would give answers away, and with all cards open."""
        return draw_map(self.graph, view=View(opening=Opening.CARDS))

    @cached_property
    def steps(self) -> StepGraph:
        """What follows from what."""
        return build_steps(self.graph)

    @cached_property
    def theses(self) -> frozenset[NodeRef]:
        """The main claims, from which a reader sets out."""
        found = {self.steps.nodes[node].ref for node in find_theses(self.steps).nodes}
        found.update(box.ref for box in self.drawn.boxes if box.is_thesis and box.ref is not None)
        return frozenset(found)

    @cached_property
    def ties(self) -> Ties:
        """What leads to what on the drawn map."""
        return find_ties(self.drawn, self.graph)

    @cached_property
    def shown(self) -> tuple[NodeRef, ...]:
        """All that is drawn with words, in document order: statements and sketched arguments."""
        seen: set[NodeRef] = set()
        for box in self.drawn.boxes:
            rows = [part for part in box.parts if isinstance(part, Row)]
            if box.ref is not None and box.kind is not BoxKind.JUNCTION and not rows:
                seen.add(box.ref)
            seen.update(NodeRef(NodeKind.STATEMENT, row.title) for row in rows)
        return tuple(ref for ref in self.graph.order if ref in seen)

    def name(self, ref: NodeRef) -> str:
        """Return `[Title]` or `<Title>`, with the made-up title of what has none."""
        return f"[{ref.title}]" if ref.kind is NodeKind.STATEMENT else f"<{ref.title}>"

    def names(self, refs: Iterable[NodeRef]) -> tuple[str, ...]:
        """Return the names of nodes, each once."""
        return tuple(dict.fromkeys(self.name(ref) for ref in refs))

    def said(self, ref: NodeRef) -> str:
        """Return the words of a statement or argument, its title if it has none."""
        node = self.graph.node(ref)
        return wording(node) or node.title

    def ways_to_say(self, ref: NodeRef) -> tuple[str, ...]:
        """Return all that counts as saying the same: its wordings, and its title if it has one."""
        node = self.graph.node(ref)
        told = [self.said(ref)]
        for occurrence in node.occurrences:
            if occurrence.text is not None:
                told.append(wording(node._replace(text=occurrence.text.plain)) or "")
        if node.is_titled:
            told.append(node.title)
        return tuple(dict.fromkeys(each.strip() for each in told if each.strip()))

    @cached_property
    def askable(self) -> tuple[NodeRef, ...]:
        """What may be left out: shown with words of its own that stand nowhere else.

        The main claims stay, for something has to be there to begin with.
        """
        told = [self.title, *(group.title for group in self.drawn.groups)]
        for ref in self.graph.order:
            told += [self.said(ref), ref.title]
        everything = "\n".join(map(_folded, told))

        def is_told_once(ref: NodeRef) -> bool:
            words, title = _folded(self.said(ref)), _folded(ref.title)
            name = self.name(ref).casefold()
            own = f"{words}\n{title}"
            return everything.count(words) == own.count(words) and name not in everything

        return tuple(
            ref
            for ref in self.shown
            if ref not in self.theses and wording(self.graph.node(ref)) and is_told_once(ref)
        )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!? ")
