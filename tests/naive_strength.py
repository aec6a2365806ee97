"""Strengths by their plain definitions, one global iteration or small steps in time; slow.

Reads maps with `naive.Naive`; shares nothing with `argmap.evaluation.gradual`.
"""

import math

from naive import Naive, NaiveStep, Node

from argmap.model import ArgumentGraph


def df_quad(w: float, attackers: list[float], supporters: list[float]) -> float:
    def strength_of(values: list[float]) -> float:  # F of Rago et al. (2016), by recursion
        total = 0.0
        for value in values:
            total = total + (1 - total) * value
        return total

    va, vs = strength_of(attackers), strength_of(supporters)
    return w - w * abs(vs - va) if va >= vs else w + (1 - w) * abs(vs - va)


def quadratic_energy(w: float, attackers: list[float], supporters: list[float]) -> float:
    def h(x: float) -> float:
        return max(x, 0.0) ** 2 / (1 + max(x, 0.0) ** 2)

    energy = math.fsum(supporters) - math.fsum(attackers)
    return w - w * h(-energy) + (1 - w) * h(energy)


def euler(w: float, attackers: list[float], supporters: list[float]) -> float:
    energy = math.fsum(supporters) - math.fsum(attackers)
    return 1 - (1 - w**2) / (1 + w * math.e**energy)


def h_categorizer(w: float, attackers: list[float], supporters: list[float]) -> float:
    return w / (1 + math.fsum(attackers))


PLAIN = {
    "df-quad": df_quad,
    "quadratic-energy": quadratic_energy,
    "euler": euler,
    "h-categorizer": h_categorizer,
}


class NaiveStrengths:
    """The equations of a map: what each node and step is, given what all of them are."""

    def __init__(self, graph: ArgumentGraph, semantics: str) -> None:
        self.naive = Naive(graph)
        self.graph = graph
        self.move = PLAIN[semantics]
        self.only_attacks = semantics == "h-categorizer"

    def base(self, node: Node) -> float:
        if self.naive.status(node) == "rejected":
            return 0.0
        return self.naive.element(node).data.get("strength", 0.5)

    def weight(self, step: NaiveStep) -> float:
        if step.key[0] != "inference":
            return 1.0
        argument = self.graph.arguments[str(step.key[1])]
        number = int(str(step.key[2]))
        own = argument.inferences[number].data.get("strength")
        if own is None and number == len(argument.inferences) - 1:
            own = argument.data.get("strength")
        return 1.0 if own is None else float(own)  # type: ignore[arg-type]

    def step_value(self, step: NaiveStep, values: dict[Node, float]) -> float:
        w = self.weight(step) * min((values[p] for p in step.premises), default=1.0)
        return self.move(w, [values[u] for u, s in self.naive.undercuts if s == step], [])

    def reasons(self, node: Node) -> list[NaiveStep]:
        """Steps into a node; one of those that say the same."""
        found = {}
        for step in self.naive.steps:
            if step.conclusion == node and not self.naive.is_void(step):
                cutters = frozenset(u for u, s in self.naive.undercuts if s == step)
                found.setdefault((step.premises, cutters, self.weight(step)), step)
        return [] if self.only_attacks else list(found.values())

    def node_value(self, node: Node, values: dict[Node, float]) -> float:
        attackers = [values[x] for x, y in self.naive.attacks if y == node]
        supporters = [self.step_value(step, values) for step in self.reasons(node)]
        return self.move(self.base(node), attackers, supporters)

    def equations(self, values: dict[Node, float]) -> dict[Node, float]:
        return {node: self.node_value(node, values) for node in self.naive.nodes}

    def start(self) -> dict[Node, float]:
        return {node: self.base(node) for node in self.naive.nodes}

    def by_passes(self) -> dict[Node, float]:
        """Right for maps without circles: as many rounds as there are nodes."""
        values = self.start()
        for _ in self.naive.nodes:
            values = self.equations(values)
        return values

    def by_time(self, step: float = 0.1, rounds: int = 3000) -> dict[Node, float] | None:
        """Euler's method on dx/dt = f(x) − x; None if it does not come to rest."""
        values = self.start()
        for _ in range(rounds):
            new = self.equations(values)
            if all(abs(new[n] - values[n]) < 1e-9 for n in values):
                return values
            values = {n: values[n] + step * (new[n] - values[n]) for n in values}
        return None
