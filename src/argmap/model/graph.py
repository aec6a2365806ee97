"""The argument graph: what the author means, apart from how it was written or will be drawn.

A statement is an equivalence class (Betz 2010; Voigt 2018): all its occurrences count as saying
the same. Relations stand here as they were written, one for each time that they were written;
what follows from what is the step graph's business (`argmap.model.steps`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostic import Problem
from argmap.showing import ShownInNotebooks
from argmap.source import Span
from argmap.syntax import Document, Text

if TYPE_CHECKING:
    import networkx


class NodeKind(StrEnum):
    """What a reference points to."""

    STATEMENT = "statement"
    ARGUMENT = "argument"
    INFERENCE = "inference"


class NodeRef(NamedTuple):
    """The name of a node. `step` is the index of an inference within its argument, else None."""

    kind: NodeKind
    title: str
    step: int | None = None


class RelationKind(StrEnum):
    """How two nodes are related; the source supports, attacks … the target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    CONTRARY = "contrary"  # strict mode's reading of an attack between statements
    ENTAILS = "entails"  # strict mode's reading of a support between statements


class Role(StrEnum):
    """The part that a statement plays in the place where it is written."""

    TOP_LEVEL = "top-level-statement"
    RELATION = "relation-statement"
    LIST_ITEM = "list-item"
    PREMISE = "premise"
    INTERMEDIATE_CONCLUSION = "intermediate-conclusion"
    MAIN_CONCLUSION = "main-conclusion"
    DESCRIPTION = "argument-description"


class Occurrence(NamedTuple):
    """One place where a statement or argument is written.

    item:     index in `Document.items`
    span:     the title with its brackets, or the text of an untitled one
    text:     None for a bare reference
    section:  index in `ArgumentGraph.sections`, or None
    argument: title of the argument in whose premise-conclusion structure it stands, or None
    number:   the printed step number there, or None
    """

    item: int
    span: Span
    role: Role
    text: Text | None
    is_reference: bool
    tags: tuple[str, ...]
    data: Mapping[str, object]
    section: int | None
    argument: str | None = None
    number: int | None = None


class Statement(NamedTuple):
    """What `[Title]` names, with all its occurrences; `text` is its canonical wording or None.

    Untitled statements have a made-up title, `Untitled n`, and `is_titled` is False.
    `tags` and `data` are those of all occurrences together (the last one wins).
    """

    title: str
    is_titled: bool
    text: str | None
    occurrences: tuple[Occurrence, ...]
    tags: tuple[str, ...]
    data: Mapping[str, object]
    section: int | None

    @property
    def ref(self) -> NodeRef:
        """The name by which relations point to it."""
        return NodeRef(NodeKind.STATEMENT, self.title)

    @property
    def span(self) -> Span:
        """Where it is best shown: the first occurrence that says something, else the first."""
        return _shown(self.occurrences)


class Inference(NamedTuple):
    """A step from premises to a conclusion inside a premise-conclusion structure.

    `premises` and `conclusion` are positions in `Argument.pcs`; `premises` are those that `uses:`
    names or, without it, all statements since the inference before and that one's conclusion.
    """

    span: Span
    rules: tuple[str, ...]
    data: Mapping[str, object]
    premises: tuple[int, ...]
    conclusion: int
    declares_uses: bool


class PcsStatement(NamedTuple):
    """One numbered line of a premise-conclusion structure."""

    number: int
    title: str
    role: Role
    occurrence: Occurrence


class Argument(NamedTuple):
    """What `<Title>` names: sketched by its gist (`text`), or reconstructed (`pcs`), or both."""

    title: str
    is_titled: bool
    text: str | None
    occurrences: tuple[Occurrence, ...]
    tags: tuple[str, ...]
    data: Mapping[str, object]
    section: int | None
    pcs: tuple[PcsStatement, ...] = ()
    inferences: tuple[Inference, ...] = ()
    pcs_span: Span | None = None

    @property
    def ref(self) -> NodeRef:
        """The name by which relations point to it."""
        return NodeRef(NodeKind.ARGUMENT, self.title)

    @property
    def span(self) -> Span:
        """Where it is best shown: its gist if it has one, else where it is first named."""
        if not self.occurrences and self.pcs_span is not None:
            return self.pcs_span
        return _shown(self.occurrences)

    @property
    def is_reconstructed(self) -> bool:
        """Whether it has a premise-conclusion structure."""
        return bool(self.inferences)

    @property
    def main_conclusion(self) -> str | None:
        """The title of the statement that it argues for, if it is reconstructed."""
        return self.pcs[self.inferences[-1].conclusion].title if self.inferences else None


def _shown(occurrences: tuple[Occurrence, ...]) -> Span:
    saying = next((occurrence for occurrence in occurrences if occurrence.text), None)
    return (saying or occurrences[0]).span


class Relation(NamedTuple):
    """A relation as it was written: source supports, attacks … target.

    `span` runs from the symbol to the end of the title (or text) behind it; `symbol` is what the
    author typed; `item` is the index of the relation in `Document.items`.
    """

    kind: RelationKind
    source: NodeRef
    target: NodeRef
    span: Span
    symbol: str
    item: int


class Section(NamedTuple):
    """A heading and what stands under it; `parent` is an index in `ArgumentGraph.sections`."""

    title: str
    level: int
    tags: tuple[str, ...]
    data: Mapping[str, object]
    parent: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class ArgumentGraph(ShownInNotebooks):
    """Statements, arguments, relations and sections of one document.

    `statements` and `arguments` stand in document order of first mention; `order` is that order
    over both together. `settings` is the front matter (empty if there is none). `is_strict` tells
    that relations between statements are logical ones.
    """

    document: Document
    statements: Mapping[str, Statement]
    arguments: Mapping[str, Argument]
    relations: tuple[Relation, ...]
    sections: tuple[Section, ...]
    order: tuple[NodeRef, ...]
    settings: Mapping[str, object]
    is_strict: bool
    problems: tuple[Problem, ...]

    def node(self, ref: NodeRef) -> Statement | Argument:
        """Return the statement or argument that a reference names (an inference's argument)."""
        if ref.kind is NodeKind.STATEMENT:
            return self.statements[ref.title]
        return self.arguments[ref.title]

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the graph as networkx knows graphs; see `argmap.model.networkx_view`."""
        from argmap.model.networkx_view import to_networkx

        return to_networkx(self)
