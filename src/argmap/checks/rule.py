"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from argmap.analysis import Support, Theses, find_theses
from argmap.analysis.contraries import Contraries, find_contraries
from argmap.analysis.quotes import Quote, SourceTexts, check_quotes
from argmap.analysis.speakers import Speakers
from argmap.diagnostic import Finding, Severity
from argmap.evaluation import base_set
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, Relation
from argmap.model.steps import StepGraph, build_steps
from argmap.model.written_names import written_name
from argmap.source import Span
from argmap.syntax import Document


@dataclass(frozen=True)
class Subject:
    """A map with everything that rules ask about it; facts are worked out once, when asked for.

    `sources` holds the texts that the map quotes, by their keys in `sources:`; reading files is
    the caller's business, and None stands for one that could not be read.
    """

    graph: ArgumentGraph
    sources: SourceTexts = field(default_factory=lambda: MappingProxyType({}))

    @property
    def document(self) -> Document:
        """What the author wrote."""
        return self.graph.document

    @property
    def settings(self) -> Mapping[str, object]:
        """The front matter."""
        return self.graph.settings

    @cached_property
    def steps(self) -> StepGraph:
        """What follows from what."""
        return build_steps(self.graph)

    @cached_property
    def theses(self) -> Theses:
        """What the map argues for."""
        return find_theses(self.steps)

    @cached_property
    def support(self) -> Support:
        """What can be derived."""
        return Support(self.steps)

    @cached_property
    def lenient_base(self) -> frozenset[int]:
        """The nodes that stand by themselves: leaves that are not rejected or to do."""
        return base_set(self.steps)

    @cached_property
    def contraries(self) -> Contraries:
        """What the map declares to be contrary."""
        return find_contraries(self.steps)

    @cached_property
    def speakers(self) -> Speakers:
        """Who claims what, and for which side."""
        return Speakers.of(self.graph)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, looked up in its source."""
        return check_quotes(self.graph, self.sources)

    @cached_property
    def outgoing(self) -> Mapping[NodeRef, tuple[Relation, ...]]:
        """The relations that start at a statement or argument, as written."""
        return _grouped((relation.source, relation) for relation in self.graph.relations)

    @cached_property
    def incoming(self) -> Mapping[NodeRef, tuple[Relation, ...]]:
        """The relations that end at a statement or argument, or at an argument's inference."""
        return _grouped(
            (relation.target._replace(kind=NodeKind.ARGUMENT, step=None), relation)
            if relation.target.kind is NodeKind.INFERENCE
            else (relation.target, relation)
            for relation in self.graph.relations
        )

    def name(self, node: NodeRef | int) -> str:
        """Return a statement's or argument's name as the author wrote it."""
        ref = self.steps.nodes[node].ref if isinstance(node, int) else node
        return written_name(self.graph.node(ref))

    def span(self, node: NodeRef | int) -> Span:
        """Return where a statement or argument is best shown."""
        ref = self.steps.nodes[node].ref if isinstance(node, int) else node
        return self.graph.node(ref).span


def _grouped(
    pairs: Iterable[tuple[NodeRef, Relation]],
) -> Mapping[NodeRef, tuple[Relation, ...]]:
    groups: dict[NodeRef, list[Relation]] = {}
    for ref, relation in pairs:
        groups.setdefault(ref, []).append(relation)
    return {ref: tuple(relations) for ref, relations in groups.items()}


class Default(StrEnum):
    """Whether a rule is on without being asked for."""

    ON = "on"
    DATA = "data"  # on, but silent until the data it reads is there
    TEACH = "teach"  # on in that profile, as are the next two
    DEBATE = "debate"
    STRICT = "strict"
    STRICT_SYNTAX = (
        "strict-syntax"  # on if the map or the caller asks for it, whatever the profile
    )
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the checker knows about maps. Code and name are never reused."""

    code: str
    name: str
    severity: Severity
    summary: str
    find: Callable[[Subject], Iterator[Finding]]
    default: Default = Default.ON


def made_while_reading(code: str) -> Callable[[Subject], Iterator[Finding]]:
    """Return the `find` of a rule whose findings the parser or the builder makes."""

    def find(subject: Subject) -> Iterator[Finding]:
        for problem in (*subject.document.problems, *subject.graph.problems):
            if problem.code == code:
                yield problem.finding

    return find
