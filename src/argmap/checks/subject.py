"""What rules are given to look at: a map, and facts about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis import (
    Pair,
    Support,
    Theses,
    find_oppositions,
    find_theses,
    unsupported_circles,
)
from argmap.analysis.contraries import Contraries, find_contraries
from argmap.analysis.flow import Flow
from argmap.analysis.map_wording import MapWording
from argmap.analysis.quotes import Quote, SourceTexts, check_quotes
from argmap.analysis.reported import reported_claims
from argmap.analysis.scheme_uses import SchemeUse, find_scheme_uses
from argmap.analysis.speakers import Speakers
from argmap.analysis.terms import TermReader
from argmap.evaluation import Labelling, base_set, evaluate
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, Relation, Role, Statement
from argmap.model.steps import StepGraph, build_steps
from argmap.model.written_names import written_name
from argmap.source import Span
from argmap.syntax import Document

if TYPE_CHECKING:
    from argmap.analysis.ties import Ties

_PROSE_ROLES = (Role.TOP_LEVEL, Role.LIST_ITEM)


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
    def data_keys(self) -> frozenset[str]:
        """The keys that the data of statements and arguments have."""
        graph = self.graph
        return frozenset(
            key
            for nodes in (graph.statements, graph.arguments)
            for node in nodes.values()
            if node.data
            for key in node.data
        )

    @cached_property
    def steps(self) -> StepGraph:
        """What follows from what."""
        return build_steps(self.graph)

    @cached_property
    def theses(self) -> Theses:
        """What the map argues for."""
        return find_theses(self.steps, self.flow)

    @cached_property
    def flow(self) -> Flow:
        """Where what is said leads to."""
        return Flow(self.steps)

    @cached_property
    def support(self) -> Support:
        """What can be derived."""
        return Support(self.steps)

    @cached_property
    def labelling(self) -> Labelling:
        """What is in, out or undecided."""
        return evaluate(self.steps, derivation=self.support.lenient)

    @cached_property
    def closed_circles(self) -> tuple[tuple[int, ...], ...]:
        """The circles that nothing outside supports."""
        return unsupported_circles(self.steps, self.support.lenient, self.flow)

    @cached_property
    def oppositions(self) -> Mapping[Pair, Relation]:
        """Which pairs of nodes are written to be against each other, and by which relation."""
        return find_oppositions(self.steps)

    @cached_property
    def ties(self) -> "Ties":
        """Who supports, attacks and undercuts whom, reconstructed arguments among them."""
        from argmap.analysis.ties import Ties

        return Ties(self.steps)

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
        if "quote" not in self.data_keys:
            return ()
        return check_quotes(self.graph, self.sources)

    @cached_property
    def wording(self) -> MapWording:
        """What statements and arguments say, in words."""
        return MapWording(self.graph)

    @cached_property
    def terms(self) -> TermReader:
        """The words with a topic in what they say."""
        return TermReader(self.wording, self.settings.get("synonyms"))

    @cached_property
    def reported(self) -> tuple[int, ...]:
        """The statements that somebody is said to have made."""
        return reported_claims(self.steps)

    @cached_property
    def scheme_uses(self) -> tuple[SchemeUse, ...]:
        """Where the map says that an argument follows a scheme."""
        return find_scheme_uses(self.graph)

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

    def is_prose(self, statement: Statement) -> bool:
        """Tell whether an untitled statement is tied to nothing: a paragraph between maps."""
        return (
            not statement.is_titled
            and statement.occurrences[0].role in _PROSE_ROLES
            and statement.ref not in self.outgoing
            and statement.ref not in self.incoming
        )

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
