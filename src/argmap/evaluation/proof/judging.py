"""What is proven: labels by proof standards and weights of arguments.

A node that nothing speaks against is in if it is given or some step into it is in; one at issue if
its best step meets its standard beside the best that speaks against it. Labels grow from nothing
until no rule adds another, so they do not depend on any order. Two modes differ in patience:

standards: a step falls with its first premise, an issue is decided as soon as what is open cannot
           change it, and circles of support without outside support are out, as in all of argmap
carneades: as Carneades 4 does it (Gordon and Walton 2016): an argument waits until all its
           premises are decided, or an undercutter is in; an issue waits for all arguments of all
           its positions; circles stay undecided; what is declared as assumed is in, whatever
           speaks against it, and its rivals are out
"""

from argmap.evaluation.derivation import circles_first
from argmap.evaluation.labelling import Label
from argmap.evaluation.proof.best import Best
from argmap.evaluation.proof.case import Case
from argmap.evaluation.proof.grounds import Explainer
from argmap.evaluation.proof.judgement import Ground, Judgements, Mode
from argmap.memory import without_collection
from argmap.model.status import Status


@without_collection
def judge(case: Case, mode: Mode = Mode.STANDARDS) -> Judgements:
    """Label every node and step of a case."""
    run = _Run(case, mode)
    run.start()
    run.propagate()
    while mode is Mode.STANDARDS and run.drop_unfounded():
        run.propagate()
    best = [(run.pro[n].reached, run.least_against(n)) for n in range(len(run.node_labels))]
    return Explainer(
        case, mode, run.node_labels, run.step_labels, run.grounds, run.circles, best
    ).judgements()


class _Run:
    def __init__(self, case: Case, mode: Mode) -> None:
        self.case = case
        self.graph = case.steps
        self.waits = mode is Mode.CARNEADES
        self.node_labels: list[Label | None] = [None] * len(self.graph.nodes)
        self.step_labels: list[Label | None] = [None] * len(self.graph.steps)
        self.grounds: dict[int, Ground] = {}  # of nodes, where the label does not tell it
        self.circles: dict[int, tuple[int, ...]] = {}  # that nothing founds, for each member
        self.queue: list[tuple[bool, int]] = []  # (is a step, index)
        # What still stands between a step and its label.
        self.open_premises = [len(step.premises) for step in self.graph.steps]
        self.failed = [False] * len(self.graph.steps)
        self.open_undercutters = [len(cutters) for cutters in self.graph.undercutters]
        # How many arguments for and against a node are not decided.
        self.open_for = [len(into) for into in self.graph.into]
        self.open_against = [
            len(con) + sum(self.open_for[rival] > 0 for rival in rivals)
            for con, rivals in zip(case.against, case.rivals, strict=True)
        ]
        self.pro = [
            Best(case.given[n], ((case.weights[s], s) for s in into))
            for n, into in enumerate(self.graph.into)
        ]
        self.con = [
            Best(0.0, ((each.weight, each.attacker) for each in con)) for con in case.against
        ]

    def start(self) -> None:
        for index, step in enumerate(self.graph.steps):
            if step.is_void:
                self.decide_step(index, Label.OUT)
        for node, each in enumerate(self.graph.nodes):
            if each.status is Status.REJECTED:
                self.decide_node(node, Label.OUT, Ground.REJECTED)
            elif self.waits and node in self.case.assumed:
                self.decide_node(node, Label.IN, Ground.ASSUMED)
        if self.waits:
            for node in range(len(self.graph.nodes)):
                if any(rival in self.case.assumed for rival in self.case.rivals[node]):
                    self.decide_node(node, Label.OUT, Ground.RIVAL_ASSUMED)
        for index in range(len(self.graph.steps)):
            self.examine_step(index)
        for node in range(len(self.graph.nodes)):
            self.examine_node(node)

    # Decisions

    def decide_node(self, node: int, label: Label, ground: Ground | None = None) -> None:
        if self.node_labels[node] is None:
            self.node_labels[node] = label
            if ground is not None:
                self.grounds[node] = ground
            self.queue.append((False, node))

    def decide_step(self, step: int, label: Label) -> None:
        if self.step_labels[step] is None:
            self.step_labels[step] = label
            self.queue.append((True, step))

    def examine_step(self, step: int) -> None:
        if self.step_labels[step] is not None:
            return
        is_settled = not self.open_premises[step] and not self.open_undercutters[step]
        if is_settled:
            self.decide_step(step, Label.OUT if self.failed[step] else Label.IN)
        elif self.failed[step] and not self.waits:
            self.decide_step(step, Label.OUT)

    def examine_node(self, node: int) -> None:
        if self.node_labels[node] is not None:
            return
        case = self.case
        most = self.most_for(node)
        if not most and not (self.waits and self.open_for[node]):
            self.decide_node(node, Label.OUT)
        elif not case.is_at_issue(node):
            if self.pro[node].reached:
                self.decide_node(node, Label.IN)
        elif self.waits:
            if not self.open_for[node] and not self.open_against[node]:
                is_met = case.standards[node].is_met(most, self.least_against(node))
                self.decide_node(node, Label.IN if is_met else Label.OUT)
        elif case.standards[node].is_met(self.pro[node].reached, self.most_against(node)):
            self.decide_node(node, Label.IN)
        elif not case.standards[node].is_met(most, self.least_against(node)):
            self.decide_node(node, Label.OUT)

    # Weights: the least and the most that they can still come to

    def most_for(self, node: int) -> float:
        return self.pro[node].possible(lambda step: self.step_labels[step] is not Label.OUT)

    def least_against(self, node: int) -> float:
        rivals = (self.pro[rival].reached for rival in self.case.rivals[node])
        return max(self.con[node].reached, *rivals, 0.0)

    def most_against(self, node: int) -> float:
        con = self.con[node].possible(lambda other: self.node_labels[other] is not Label.OUT)
        return max(con, *(self.most_for(rival) for rival in self.case.rivals[node]), 0.0)

    # Propagation

    def propagate(self) -> None:
        for is_step, index in self.queue:  # grows while it is read
            if is_step:
                self.step_is_decided(index)
            else:
                self.node_is_decided(index)
        self.queue.clear()

    def node_is_decided(self, node: int) -> None:
        graph = self.graph
        is_in = self.node_labels[node] is Label.IN
        for step in graph.using[node]:
            self.open_premises[step] -= 1
            self.failed[step] |= not is_in
            self.examine_step(step)
        for step in graph.undercutting[node]:
            self.open_undercutters[step] -= 1
            if is_in:
                self.failed[step] = True
                self.decide_step(step, Label.OUT)  # whatever its premises are, in both modes
            self.examine_step(step)
        for target in graph.attacked[node]:
            weight = self.con[target].weight_of(node)
            if weight is not None:
                self.open_against[target] -= 1
                if is_in:
                    self.con[target].reach(weight)
                self.examine_node(target)

    def step_is_decided(self, step: int) -> None:
        node = self.graph.steps[step].conclusion
        self.open_for[node] -= 1
        if self.step_labels[step] is Label.IN:
            self.pro[node].reach(self.case.weights[step])
        self.examine_node(node)
        for rival in self.case.rivals[node]:
            if not self.open_for[node]:
                self.open_against[rival] -= 1
            self.examine_node(rival)

    # Circles

    def drop_unfounded(self) -> bool:
        """Label out what no chain of steps can found; tell whether there was any."""
        graph, case = self.graph, self.case
        missing = [len(step.premises) for step in graph.steps]
        founded = [False] * len(graph.nodes)
        found: list[int] = []

        def reach(node: int) -> None:
            if not founded[node] and self.node_labels[node] is not Label.OUT:
                founded[node] = True
                found.append(node)

        def carry(step: int) -> None:
            if self.may_hold(step):
                reach(graph.steps[step].conclusion)

        for node, weight in enumerate(case.given):
            if weight:
                reach(node)
        for index, each in enumerate(graph.steps):
            if not each.premises:
                carry(index)
        for node in found:  # grows while it is read
            for step in graph.using[node]:
                missing[step] -= 1
                if not missing[step]:
                    carry(step)
        lost = [n for n, label in enumerate(self.node_labels) if label is None and not founded[n]]
        for group, is_circle in circles_first(graph, lost, self.may_hold):
            for node in group:
                self.decide_node(node, Label.OUT, Ground.CIRCLE if is_circle else None)
                if is_circle:
                    self.circles[node] = group
        return bool(lost)

    def may_hold(self, step: int) -> bool:
        return self.step_labels[step] is not Label.OUT and self.case.weights[step] > 0
