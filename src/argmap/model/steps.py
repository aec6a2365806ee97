"""The step graph: what follows from what, derived once from the relations as written.

A *step* leads from premises that work only together to one conclusion. Every inference of a
premise-conclusion structure is a step, and so is every single support; supports that their author
links with `{linked: true}` are one step together. Several steps into one node are alternatives:
the step graph is an AND-OR graph (Dowling and Gallier 1984). Its nodes are the statements and the
*gists* of sketched arguments; an argument with a premise-conclusion structure has no node of its
own, and speaks through its main conclusion.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, Relation
from argmap.model.status import Status

Links = tuple[tuple[int, ...], ...]
"""For each node or step, the nodes, steps or edges that it is tied to."""


class Node(NamedTuple):
    """A statement, or the gist of the sketched argument that `ref` names."""

    ref: NodeRef
    status: Status
    is_sourced: bool

    @property
    def title(self) -> str:
        """The title of the statement or argument."""
        return self.ref.title

    @property
    def is_statement(self) -> bool:
        """False for the gist of an argument."""
        return self.ref.kind is NodeKind.STATEMENT


class Step(NamedTuple):
    """From premises to a conclusion, all of them indices of nodes.

    argument: whose step it is, or None for a support written between statements, and for linked
              supports
    origin:   the relation that was written (of linked supports the first), or the inference
    is_void:  the argument or the conclusion is rejected, so that the step carries nothing
    """

    premises: tuple[int, ...]
    conclusion: int
    argument: str | None
    origin: Relation | NodeRef
    is_void: bool = False

    @property
    def is_inference(self) -> bool:
        """Whether it is a step of a premise-conclusion structure."""
        return isinstance(self.origin, NodeRef)


class Attack(NamedTuple):
    """One node attacks another; `is_mutual` for conflicts, which run both ways."""

    source: int
    target: int
    origin: Relation
    is_mutual: bool = False


class Undercut(NamedTuple):
    """A node attacks a step.

    An attack on a reconstructed argument as a whole is an undercut of each of its inferences.
    """

    source: int
    step: int
    origin: Relation


class IdleUndercut(NamedTuple):
    """An undercut of a statement that no step concludes: there is nothing to undercut."""

    source: int
    target: int
    origin: Relation


class PseudoSupport(NamedTuple):
    """Support for a reconstructed argument that none of its premises takes up.

    It runs into a pseudo-premise of the argument's last step, which stands in any case: an edge
    of the flow and of circles, without effect on what can be derived.
    """

    source: int
    step: int
    origin: Relation


@dataclass(frozen=True, slots=True)
class StepGraph:
    """Nodes and steps in document order, with what attacks and undercuts them.

    `statements` and `gists` give the index of a node for a title, `inferences` the indices of a
    reconstructed argument's steps. The links run, per node: `into` the steps that conclude it and
    `using` those that it is a premise of; `attackers` and `attacked`, conflicts both ways,
    `undercutting` the steps it undercuts; and per step its `undercutters`.
    """

    graph: ArgumentGraph = field(repr=False, compare=False)
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    attacks: tuple[Attack, ...]
    undercuts: tuple[Undercut, ...]
    idle_undercuts: tuple[IdleUndercut, ...]
    pseudo_supports: tuple[PseudoSupport, ...]
    statements: Mapping[str, int] = field(repr=False)
    gists: Mapping[str, int] = field(repr=False)
    inferences: Mapping[str, tuple[int, ...]] = field(repr=False)
    into: Links = field(repr=False)
    using: Links = field(repr=False)
    attackers: Links = field(repr=False)
    attacked: Links = field(repr=False)
    undercutters: Links = field(repr=False)
    undercutting: Links = field(repr=False)

    def title(self, node: int) -> str:
        """Return the title of a node."""
        return self.nodes[node].ref.title

    def titles(self, nodes: tuple[int, ...] | list[int]) -> tuple[str, ...]:
        """Return the titles of nodes."""
        return tuple(self.nodes[node].ref.title for node in nodes)

    def step_of(self, ref: NodeRef) -> int | None:
        """Return the step that an inference is, or that speaks for a reconstructed argument.

        That is the argument's last one. None for statements and sketched arguments, which are
        nodes (`source_of`).
        """
        if ref.kind is NodeKind.STATEMENT or ref.title in self.gists:
            return None
        return self.inferences[ref.title][-1 if ref.step is None else ref.step]

    def source_of(self, ref: NodeRef) -> int:
        """Return the node that speaks when a statement or argument supports or attacks.

        That is the statement, a sketched argument's gist, or the main conclusion.
        """
        if ref.kind is NodeKind.STATEMENT:
            return self.statements[ref.title]
        if ref.title in self.gists:
            return self.gists[ref.title]
        return self.steps[self.inferences[ref.title][-1]].conclusion


def build_steps(graph: ArgumentGraph) -> StepGraph:
    """Derive the step graph; linear in the size of the argument graph."""
    from argmap.model.step_builder import StepBuilder

    return StepBuilder(graph).build()
