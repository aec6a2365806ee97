"""Arguments that are opened as boxes: their premises meet at a "+", from where one arrow goes on.

    premises → (+) → <Argument>: gist → [Conclusion]

One step has one junction, which its premises share. An undercut of the step ends there, so a step
that is undercut has a junction even if it has one premise only. The last step leads to the
argument's title and gist, and from there to the conclusion; the others lead to their conclusions
at once, and so does the last one of an argument without a title.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.mapping.argument_map import Box, BoxKind, EdgeKind, End, Opening
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
)

Draft = tuple[EdgeKind, End, End]
"""An edge before it has an id: its kind, and its two ends."""


@dataclass(frozen=True, slots=True)
class Joints:
    """Finds junctions and the edges at them.

    group_of: the index of the innermost frame around nodes
    names:    what to call each argument, also one without a box
    ids:      the box of each node that has one
    openings: how each of the reconstructed arguments is drawn, by title
    undercut: the steps (argument, index) that something undercuts
    """

    graph: ArgumentGraph
    group_of: Mapping[NodeRef, int]
    names: Mapping[NodeRef, str]
    ids: Mapping[NodeRef, str]
    openings: Mapping[str, Opening]
    undercut: frozenset[tuple[str, int]]

    def edges(self, argument: Argument) -> Iterator[Draft]:
        """Yield the edges from the premises of an opened argument to its conclusions."""
        card = self.ids.get(argument.ref)
        for step, inference in enumerate(argument.inferences):
            goal = self._goal(argument, step)
            if goal is None:
                continue
            premises = self._premises(argument, step)
            if self._has_junction(argument, step):
                joint = self._name(argument, step)
                for box in premises:
                    yield EdgeKind.JOIN, End(box), End(joint)
                yield EdgeKind.SUPPORT, End(joint), End(goal)
            else:
                for box in premises:
                    yield EdgeKind.SUPPORT, End(box), End(goal)
            conclusion = self._own_box(argument, inference.conclusion)
            if card is not None and goal == card and conclusion is not None:
                yield EdgeKind.SUPPORT, End(card), End(conclusion)

    def boxes(self) -> tuple[Box, ...]:
        """Return all junctions."""
        opened = [title for title, how in self.openings.items() if how is Opening.BOXES]
        return tuple(
            Box(
                self._name(argument, step),
                BoxKind.JUNCTION,
                None,
                None,
                _in_words(argument, step),
                role=EdgeKind.SUPPORT,
                group=self.group_of.get(argument.ref),
            )
            for argument in (self.graph.arguments[title] for title in opened)
            for step in range(len(argument.inferences))
            if self._has_junction(argument, step)
        )

    def end(self, relation: Relation) -> End | None:
        """Return where a relation with an opened argument ends: its junction or its title."""
        argument = self.graph.arguments[relation.target.title]
        step = relation.target.step
        if step is None:
            step = len(argument.inferences) - 1
        card = self.ids.get(argument.ref)
        is_about_step = relation.kind is RelationKind.UNDERCUT or card is None
        if is_about_step and self._has_junction(argument, step):
            return End(self._name(argument, step))
        goal = card or self._goal(argument, step)
        return End(goal) if goal is not None else None

    def _goal(self, argument: Argument, step: int) -> str | None:
        """Return the box that a step leads to: of the last one, that of the argument's title."""
        if step == len(argument.inferences) - 1 and argument.ref in self.ids:
            return self.ids[argument.ref]
        return self._own_box(argument, argument.inferences[step].conclusion)

    def _premises(self, argument: Argument, step: int) -> list[str]:
        """Return the boxes that a step starts from, each once."""
        places = argument.inferences[step].premises
        boxes = dict.fromkeys(self._own_box(argument, place) for place in places)
        return [box for box in boxes if box is not None]

    def _own_box(self, argument: Argument, position: int) -> str | None:
        return self.ids.get(NodeRef(NodeKind.STATEMENT, argument.pcs[position].title))

    def _has_junction(self, argument: Argument, step: int) -> bool:
        if self._goal(argument, step) is None:
            return False
        count = len(self._premises(argument, step))
        return count > 1 or (count == 1 and (argument.title, step) in self.undercut)

    def _name(self, argument: Argument, step: int) -> str:
        # No title makes two hyphens in a row, so that no box is called like this.
        return f"{self.names[argument.ref]}--step-{step + 1}"


def find_undercut_steps(
    graph: ArgumentGraph, relations: Iterable[Relation]
) -> frozenset[tuple[str, int]]:
    """Return the steps that undercuts hit; one on an argument as a whole hits its last step."""
    steps = set()
    for relation in relations:
        target = relation.target
        if relation.kind is RelationKind.UNDERCUT and target.kind is not NodeKind.STATEMENT:
            last = len(graph.arguments[target.title].inferences) - 1
            steps.add((target.title, last if target.step is None else target.step))
    return frozenset(steps)


def _in_words(argument: Argument, step: int) -> str:
    """Say what a junction is, for those who cannot see it."""
    inference = argument.inferences[step]
    numbers = " and ".join(f"({argument.pcs[place].number})" for place in inference.premises)
    rules = f", by {', '.join(inference.rules)}" if inference.rules else ""
    name = f" of <{argument.title}>" if argument.is_titled else ""
    return f"the step from {numbers}{name}{rules}"
