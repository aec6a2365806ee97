"""The grounds of labels that are settled: what decided each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.evaluation.labelling import Label
from argmap.evaluation.proof.case import Case
from argmap.evaluation.proof.judgement import Ground, Judgement, Judgements, Mode


@dataclass(frozen=True, slots=True)
class Explainer:
    """Makes judgements of labels.

    nodes, steps: the labels, None for what is undecided
    grounds:      of the nodes whose labels do not tell theirs
    circles:      of nodes on a circle that nothing founds, its members
    best:         for each node the weights of the best that is in for it, and against it
    """

    case: Case
    mode: Mode
    nodes: Sequence[Label | None]
    steps: Sequence[Label | None]
    grounds: Mapping[int, Ground]
    circles: Mapping[int, tuple[int, ...]]
    best: Sequence[tuple[float, float]]

    def judgements(self) -> Judgements:
        """Return the judgements on all nodes and steps."""
        nodes = tuple(self._on_node(node) for node in range(len(self.nodes)))
        steps = tuple(self._on_step(step) for step in range(len(self.steps)))
        return Judgements(self.case, self.mode, nodes, steps)

    def _on_node(self, node: int) -> Judgement:
        label = self.nodes[node] or Label.UNDECIDED
        pro, con = self.best[node]
        ground = self.grounds.get(node)
        because: tuple[int, ...] = ()
        if ground is Ground.RIVAL_ASSUMED:
            because = tuple(r for r in self.case.rivals[node] if r in self.case.assumed)
        elif ground is Ground.CIRCLE:
            because = self.circles[node]
        elif ground is None:
            ground, because = self._ground(node, label, pro, con)
        return Judgement(label, ground, because, pro, con)

    def _ground(
        self, node: int, label: Label, pro: float, con: float
    ) -> tuple[Ground, tuple[int, ...]]:
        is_at_issue = self.case.is_at_issue(node)
        if label is Label.UNDECIDED:
            return Ground.OPEN_ISSUE if is_at_issue else Ground.OPEN, self._undecided(node)
        if label is Label.IN:
            premises = self._best_premises(node, pro)
            if is_at_issue:
                return Ground.PROVEN, premises
            return Ground.GIVEN if self.case.given[node] else Ground.SUPPORTED, premises
        if pro and is_at_issue:
            return Ground.NOT_PROVEN, self._best_against(node, con)
        return Ground.UNSUPPORTED, self._failing(node)

    def _on_step(self, index: int) -> Judgement:
        step = self.case.steps.steps[index]
        label = self.steps[index] or Label.UNDECIDED
        if step.is_void:
            return Judgement(label, Ground.VOID)
        if label is Label.IN:
            return Judgement(label, Ground.HOLDS, step.premises, self.case.weights[index])
        cutters = self.case.steps.undercutters[index]
        if label is Label.UNDECIDED:
            undecided = (n for n in (*step.premises, *cutters) if self.nodes[n] is None)
            return Judgement(label, Ground.OPEN, tuple(dict.fromkeys(undecided)))
        undercut = tuple(n for n in cutters if self.nodes[n] is Label.IN)
        if undercut:
            return Judgement(label, Ground.UNDERCUT, undercut)
        failed = tuple(n for n in step.premises if self.nodes[n] is Label.OUT)
        return Judgement(label, Ground.PREMISE_FAILS, failed)

    def _best_premises(self, node: int, pro: float) -> tuple[int, ...]:
        """Return the premises of the first step that weighs as much as the best; () if given."""
        if self.case.given[node] >= pro:
            return ()
        for index in self.case.steps.into[node]:
            if self.steps[index] is Label.IN and self.case.weights[index] >= pro:
                return self.case.steps.steps[index].premises
        return ()

    def _best_against(self, node: int, con: float) -> tuple[int, ...]:
        if not con:
            return ()
        attackers = (
            each.attacker
            for each in self.case.against[node]
            if self.nodes[each.attacker] is Label.IN and each.weight >= con
        )
        rivals = (rival for rival in self.case.rivals[node] if self.best[rival][0] >= con)
        return tuple(sorted({*attackers, *rivals}))

    def _failing(self, node: int) -> tuple[int, ...]:
        into = self.case.steps.into[node]
        return tuple(sorted({other for index in into for other in self._on_step(index).because}))

    def _undecided(self, node: int) -> tuple[int, ...]:
        """Return the undecided nodes that a node waits for; on a circle it may be among them."""
        graph = self.case.steps
        waits_for = {each.attacker for each in self.case.against[node]}
        for position in (node, *self.case.rivals[node]):
            for index in graph.into[position]:
                waits_for.update(graph.steps[index].premises, graph.undercutters[index])
        return tuple(sorted(other for other in waits_for if self.nodes[other] is None))
