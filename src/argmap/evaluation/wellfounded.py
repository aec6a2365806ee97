"""Well-founded labels on the AND-OR graph of steps, attacks and undercuts.

Read as a logic program with negation, a step says "its conclusion is backed if all its premises
are in and all its undercutters are out", and a node is in if it is backed and all its attackers
are out. Its labels are the well-founded model of that program (Van Gelder, Ross and Schlipf
1991): what follows is in, what can not follow is out, and the rest is undecided. Circles of
support never justify themselves: their members are unfounded, hence out.

Propagation touches each edge once. Unfounded sets are found with source pointers (Simons, Niemelä
and Soininen 2002): each node that is not out knows one step that may found it, no pointers run
in a circle, and only what loses its pointer is looked at again.
"""

from collections.abc import Collection

from argmap.evaluation.derivation import (
    GIVEN,
    UNDERIVED,
    Derivation,
    circles_first,
    derive,
    found_again,
)
from argmap.evaluation.labelling import Label, Labelling, Reason, Verdict
from argmap.evaluation.policy import Policy, base_set
from argmap.memory import without_collection
from argmap.model.status import Status
from argmap.model.steps import StepGraph


@without_collection
def evaluate(
    steps: StepGraph, policy: Policy = Policy.LENIENT, derivation: Derivation | None = None
) -> Labelling:
    """Label every node and step of a step graph.

    derivation: what follows from the policy's base set, if it is at hand
    """
    return _Run(steps, policy, derivation or derive(steps, base_set(steps, policy))).labelling()


class _Run:
    """One evaluation: labels grow from nothing until no rule adds another."""

    def __init__(self, steps: StepGraph, policy: Policy, derivation: Derivation) -> None:
        self.steps = steps
        self.policy = policy
        self.base = frozenset(node for node, how in enumerate(derivation.by) if how == GIVEN)
        self.nodes: list[Verdict | None] = [None] * len(steps.nodes)
        self.inferences: list[Verdict | None] = [None] * len(steps.steps)
        self.queue: list[tuple[bool, int]] = []  # (is a step, index), in the order of decision
        self.done = 0
        # What still stands between a node or step and being in.
        self.open_steps = [len(into) for into in steps.into]
        self.open_attackers = [len(attackers) for attackers in steps.attackers]
        self.open_premises = [len(step.premises) for step in steps.steps]
        self.open_undercutters = [len(cutters) for cutters in steps.undercutters]
        self.backing: list[int | None] = [GIVEN if n in self.base else None for n in self.range()]
        self.founded_by = list(derivation.by)
        self.unfounded = [n for n in self.range() if self.founded_by[n] == UNDERIVED]

    def range(self) -> range:
        return range(len(self.steps.nodes))

    def labelling(self) -> Labelling:
        self.start()
        self.propagate()
        while self.drop_unfounded():
            self.propagate()
        return Labelling(
            self.steps,
            self.policy,
            tuple(verdict or self.undecided_node(n) for n, verdict in enumerate(self.nodes)),
            tuple(verdict or self.undecided_step(s) for s, verdict in enumerate(self.inferences)),
        )

    # Decisions

    def decide_node(
        self,
        node: int,
        label: Label,
        reason: Reason,
        because: tuple[int, ...] = (),
        step: int | None = None,
    ) -> None:
        if self.nodes[node] is None:
            self.nodes[node] = Verdict(label, reason, because, step, len(self.queue))
            self.queue.append((False, node))

    def decide_step(
        self, step: int, label: Label, reason: Reason, because: tuple[int, ...] = ()
    ) -> None:
        if self.inferences[step] is None:
            self.inferences[step] = Verdict(label, reason, because, step, len(self.queue))
            self.queue.append((True, step))

    def start(self) -> None:
        for index, step in enumerate(self.steps.steps):
            if step.is_void:
                self.decide_step(index, Label.OUT, Reason.VOID)
            else:
                self.maybe_step_in(index)
        for node in self.range():
            status = self.steps.nodes[node].status
            if status is Status.REJECTED:
                self.decide_node(node, Label.OUT, Reason.REJECTED)
            elif node not in self.base and not self.steps.into[node]:
                reason = Reason.TODO if status is Status.TODO else Reason.NOT_GRANTED
                self.decide_node(node, Label.OUT, reason)
            else:
                self.maybe_node_in(node)

    def maybe_node_in(self, node: int) -> None:
        backing = self.backing[node]
        if backing is None or self.open_attackers[node]:
            return
        if backing == GIVEN:
            self.decide_node(node, Label.IN, Reason.GIVEN)
        else:
            premises = self.steps.steps[backing].premises
            self.decide_node(node, Label.IN, Reason.SUPPORTED, premises, backing)

    def maybe_step_in(self, index: int) -> None:
        if not self.open_premises[index] and not self.open_undercutters[index]:
            premises = self.steps.steps[index].premises
            self.decide_step(index, Label.IN, Reason.PREMISES_HOLD, premises)

    # Propagation

    def propagate(self) -> None:
        queue, label_in = self.queue, Label.IN
        while self.done < len(queue):
            is_step, index = queue[self.done]
            self.done += 1
            verdict = self.inferences[index] if is_step else self.nodes[index]
            assert verdict is not None, "what is queued has been decided"
            if is_step:
                if verdict.label is label_in:
                    self.step_is_in(index)
                else:
                    self.step_is_out(index)
            elif verdict.label is label_in:
                self.node_is_in(index)
            else:
                self.node_is_out(index)

    def node_is_in(self, node: int) -> None:
        for step in self.steps.using[node]:
            self.open_premises[step] -= 1
            self.maybe_step_in(step)
        for target in self.steps.attacked[node]:
            self.decide_node(target, Label.OUT, Reason.ATTACKED, (node,))
        for step in self.steps.undercutting[node]:
            self.decide_step(step, Label.OUT, Reason.UNDERCUT, (node,))

    def node_is_out(self, node: int) -> None:
        for step in self.steps.using[node]:
            self.decide_step(step, Label.OUT, Reason.PREMISE_FAILS, (node,))
        for target in self.steps.attacked[node]:
            self.open_attackers[target] -= 1
            self.maybe_node_in(target)
        for step in self.steps.undercutting[node]:
            self.open_undercutters[step] -= 1
            self.maybe_step_in(step)

    def step_is_in(self, step: int) -> None:
        conclusion = self.steps.steps[step].conclusion
        if self.backing[conclusion] is None:
            self.backing[conclusion] = self.founded_by[conclusion] = step
            self.maybe_node_in(conclusion)

    def step_is_out(self, step: int) -> None:
        conclusion = self.steps.steps[step].conclusion
        self.open_steps[conclusion] -= 1
        if not self.open_steps[conclusion] and conclusion not in self.base:
            self.decide_node(conclusion, Label.OUT, Reason.NO_SUPPORT, self.failing(conclusion))
        elif self.founded_by[conclusion] == step:
            self.unfounded.append(conclusion)

    def failing(self, node: int, lost: Collection[int] = ()) -> tuple[int, ...]:
        """Return what keeps the steps into a node out, or will: `lost` are about to be out."""
        found: set[int] = set()
        for step in self.steps.into[node]:
            verdict = self.inferences[step]
            if verdict is not None:
                found.update(verdict.because)
            else:
                found.update(p for p in self.steps.steps[step].premises if p in lost)
        return tuple(sorted(found))

    # Unfounded sets

    def drop_unfounded(self) -> bool:
        """Find new founders for the nodes that lost theirs; label the others out."""
        suspects = [n for n in dict.fromkeys(self.unfounded) if self.nodes[n] is None]
        self.unfounded = []
        lost = set(suspects)
        for suspect in suspects:  # grows while it is read
            for index in self.steps.using[suspect]:
                conclusion = self.steps.steps[index].conclusion
                if (
                    self.founded_by[conclusion] == index
                    and self.nodes[conclusion] is None
                    and conclusion not in lost
                ):
                    lost.add(conclusion)
                    suspects.append(conclusion)
        for node, founder in found_again(self.steps, suspects, lost, self.may_hold):
            self.founded_by[node] = founder
        for group, is_circle in circles_first(self.steps, lost, self.may_hold):
            for node in group:  # one tuple for all: each with its own would take quadratic room
                if is_circle:
                    self.decide_node(node, Label.OUT, Reason.CIRCLE, group)
                else:
                    self.decide_node(node, Label.OUT, Reason.NO_SUPPORT, self.failing(node, lost))
        return bool(lost)

    def may_hold(self, step: int) -> bool:
        verdict = self.inferences[step]
        return verdict is None or verdict.label is not Label.OUT

    # What is left

    def undecided_node(self, node: int) -> Verdict:
        attackers = tuple(a for a in self.steps.attackers[node] if self.nodes[a] is None)
        if attackers:
            return Verdict(Label.UNDECIDED, Reason.OPEN_ATTACK, attackers, rank=len(self.queue))
        undecided = (step for step in self.steps.into[node] if self.inferences[step] is None)
        step = next(undecided, None)
        because = self.undecided_step(step).because if step is not None else ()
        return Verdict(Label.UNDECIDED, Reason.OPEN_SUPPORT, because, step, rank=len(self.queue))

    def undecided_step(self, step: int) -> Verdict:
        premises = tuple(p for p in self.steps.steps[step].premises if self.nodes[p] is None)
        cutters = tuple(u for u in self.steps.undercutters[step] if self.nodes[u] is None)
        reason = Reason.OPEN_SUPPORT if premises else Reason.OPEN_ATTACK
        return Verdict(Label.UNDECIDED, reason, premises or cutters, step, rank=len(self.queue))
