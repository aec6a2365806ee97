"""What a label rests on, as Horn clauses: "in" and "out" of nodes and steps.

That something is in or out follows from other labels, down to leaves that stand by themselves and
to facts that no leaf can change. So far as only leaves are taken away, this is the proof of a
label; what comes to stand because a leaf falls is left out, so that whatever is read off these
clauses has to be confirmed by labelling anew.
"""

from collections.abc import Iterator

from argmap.analysis.clauses import Clauses, Rule, derivable_below
from argmap.evaluation import Label, Labelling, Reason, base_set

_FACTS = (Reason.REJECTED, Reason.TODO, Reason.NOT_GRANTED)


def clauses_of_label(labelling: Labelling, top: int) -> Clauses:
    """Return the clauses below "`top` is in"; its leaves are the nodes that stand by themselves.

    Nothing can be derived (`Clauses.top` is None) if it is not in.
    """
    literals = _Literals(labelling)
    return derivable_below(literals.inside(top), literals.is_leaf, literals.rules_into)


class _Literals:
    """Node n itself, as a leaf, is n; its labels and those of steps are numbered from there.

    Last come the circles of support that nothing founds, numbered by their first members.
    """

    def __init__(self, labelling: Labelling) -> None:
        self._labelling, self._steps = labelling, labelling.steps
        self._base = base_set(labelling.steps, labelling.policy)
        self._nodes = len(labelling.steps.nodes)
        self._circles = 3 * self._nodes + 2 * len(labelling.steps.steps)

    def is_leaf(self, literal: int) -> bool:
        return literal < self._nodes

    def inside(self, node: int) -> int:
        return self._nodes + 2 * node

    def outside(self, node: int) -> int:
        return self._nodes + 2 * node + 1

    def _holds(self, step: int) -> int:
        return 3 * self._nodes + 2 * step

    def _fails(self, step: int) -> int:
        return 3 * self._nodes + 2 * step + 1

    def rules_into(self, literal: int) -> list[Rule]:
        """Return what a label that something really has may follow from."""
        if literal >= self._circles:
            members = self._labelling.node_verdicts[literal - self._circles].because
            return [Rule(tuple(dict.fromkeys(self._unfounded(members))), literal)]
        is_step = literal >= 3 * self._nodes
        index, is_out = divmod(literal - (3 if is_step else 1) * self._nodes, 2)
        verdicts = self._labelling.step_verdicts if is_step else self._labelling.node_verdicts
        if verdicts[index].label is not (Label.OUT if is_out else Label.IN):
            return []
        if is_step:
            bodies = self._step_out(index) if is_out else self._step_in(index)
        else:
            bodies = self._node_out(index) if is_out else self._node_in(index)
        return [Rule(tuple(dict.fromkeys(body)), literal) for body in bodies]

    def _node_in(self, node: int) -> list[list[int]]:
        attackers = [self.outside(attacker) for attacker in self._steps.attackers[node]]
        if node in self._base:  # rejected, it would void the steps into it too
            return [[node, *attackers]]
        return [[self._holds(step), *attackers] for step in self._steps.into[node]]

    def _node_out(self, node: int) -> list[list[int]]:
        verdict = self._labelling.node_verdicts[node]
        if verdict.reason in _FACTS:
            return [[]]
        bodies = [[self.inside(attacker)] for attacker in self._steps.attackers[node]]
        if verdict.reason is Reason.CIRCLE:
            bodies.append([self._circles + verdict.because[0]])
        elif node not in self._base:
            bodies.append([self._fails(step) for step in self._steps.into[node]])
        return bodies

    def _unfounded(self, circle: tuple[int, ...]) -> Iterator[int]:
        """Yield what keeps all support from outside away from a circle of support."""
        members = frozenset(circle)
        for node in circle:
            for step in self._steps.into[node]:
                if members.isdisjoint(self._steps.steps[step].premises):
                    yield self._fails(step)

    def _step_in(self, step: int) -> list[list[int]]:
        premises = [self.inside(premise) for premise in self._steps.steps[step].premises]
        return [premises + [self.outside(cutter) for cutter in self._steps.undercutters[step]]]

    def _step_out(self, step: int) -> list[list[int]]:
        if self._steps.steps[step].is_void:
            return [[]]
        bodies = [[self.outside(premise)] for premise in self._steps.steps[step].premises]
        return bodies + [[self.inside(cutter)] for cutter in self._steps.undercutters[step]]
