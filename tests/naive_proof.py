"""Labels by proof standards, rule by rule until nothing changes; slow.

Reads maps with `naive.Naive`; shares nothing with `argmap.evaluation.proof`.
"""

from naive import Naive, NaiveStep, Node

from argmap.model import ArgumentGraph, NodeKind, RelationKind

STRICTNESS = ["scintilla", "preponderance", "clear", "beyond-doubt", "dialectical"]


def is_met(standard: str, pro: float, con: float) -> bool:
    return (
        pro > 0
        and {
            "scintilla": True,
            "preponderance": pro > con,
            "clear": pro > con + 0.5,
            "beyond-doubt": pro > con + 0.5 and con < 0.3,
            "dialectical": con == 0,
        }[standard]
    )


class NaiveProof:
    def __init__(self, graph: ArgumentGraph, policy: str, *, waits: bool) -> None:
        self.graph = graph
        self.naive = Naive(graph)
        self.waits = waits
        self.base = self.naive.base(policy)
        self.assumed = {n for n in self.base if self.naive.status(n) == "declared"}
        self.labels: dict[object, str] = {}
        self.rivals: dict[Node, set[Node]] = {n: set() for n in self.naive.nodes}
        self.con: dict[Node, list[tuple[Node, float]]] = {n: [] for n in self.naive.nodes}
        self._attacks()

    def _attacks(self) -> None:
        for relation in self.graph.relations:
            source = self.naive.source(relation.source)
            target = relation.target
            if target.kind is NodeKind.INFERENCE or self.naive.is_pcs(target):
                continue
            node = self.naive.plain(target)
            is_undercut = relation.kind is RelationKind.UNDERCUT
            if is_undercut and node[0] == "s":
                continue
            if relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS):
                continue
            if source == node and relation.source != target:
                continue
            statements = source[0] == node[0] == "s"
            both = relation.kind not in (RelationKind.ATTACK, RelationKind.UNDERCUT)
            if both or (self.graph.is_strict and statements and not is_undercut):
                self.rivals[source].add(node)
                self.rivals[node].add(source)
                continue
            if self.naive.is_pcs(relation.source):
                last = self.naive.inferences(relation.source.title)[-1]
                weight = self.weight(last)
            else:
                weight = self.strength(source)
            self.con[node].append((source, weight))

    def strength(self, node: Node) -> float:
        return self.naive.element(node).data.get("strength", 1.0)

    def weight(self, step: NaiveStep) -> float:
        if step.key[0] != "inference":
            return min((self.strength(p) for p in step.premises), default=1.0)
        argument = self.graph.arguments[str(step.key[1])]
        number = int(str(step.key[2]))
        own = argument.inferences[number].data.get("strength")
        if own is None and number == len(argument.inferences) - 1:
            own = argument.data.get("strength")
        return 1.0 if own is None else float(own)  # type: ignore[arg-type]

    def standard(self, node: Node) -> str:
        own = self.naive.element(node).data.get("standard")
        others = [self.naive.element(r).data.get("standard") for r in self.rivals[node]]
        issue = [own] if own else [other for other in others if other]
        return max(issue, key=STRICTNESS.index, default="preponderance")

    def into(self, node: Node) -> list[NaiveStep]:
        return [s for s in self.naive.steps if s.conclusion == node]

    def cutters(self, step: NaiveStep) -> list[Node]:
        return [u for u, s in self.naive.undercuts if s == step]

    def label(self, thing: object) -> str | None:
        return self.labels.get(thing)

    def run(self) -> dict[object, str]:
        while self.round():
            pass
        things = [*self.naive.nodes, *self.naive.steps]
        return {thing: self.labels.get(thing, "undecided") for thing in things}

    def round(self) -> bool:
        new: dict[object, str] = {}
        for thing in [*self.naive.nodes, *self.naive.steps]:
            if thing not in self.labels:
                rule = self.step_rule if isinstance(thing, NaiveStep) else self.node_rule
                label = rule(thing)  # type: ignore[arg-type]
                if label:
                    new[thing] = label
        if not new and not self.waits:
            new = dict.fromkeys(self.unfounded(), "out")
        self.labels |= new
        return bool(new)

    def step_rule(self, step: NaiveStep) -> str | None:
        if self.naive.is_void(step):
            return "out"
        premises = [self.label(p) for p in step.premises]
        cutters = [self.label(u) for u in self.cutters(step)]
        if "in" in cutters or (not self.waits and "out" in premises):
            return "out"
        if None in premises or None in cutters:
            return None
        return "out" if "out" in premises else "in"

    def node_rule(self, node: Node) -> str | None:  # noqa: PLR0911
        if self.naive.status(node) == "rejected":
            return "out"
        if self.waits and node in self.assumed:
            return "in"
        if self.waits and self.rivals[node] & self.assumed:
            return "out"
        low, high, is_open = self.pro(node)
        if high == 0 and not (self.waits and is_open):
            return "out"
        if not self.rivals[node] and not self.con[node]:
            return "in" if low > 0 else None
        against = [self.pro(rival) for rival in self.rivals[node]]
        for attacker, weight in self.con[node]:
            label = self.label(attacker)
            against.append((weight * (label == "in"), weight * (label != "out"), label is None))
        con_low = max(pair[0] for pair in against)
        con_high = max(pair[1] for pair in against)
        if self.waits and (is_open or any(pair[2] for pair in against)):
            return None
        standard = self.standard(node)
        if is_met(standard, low, con_high):
            return "in"
        return None if is_met(standard, high, con_low) else "out"

    def pro(self, node: Node) -> tuple[float, float, bool]:
        """The least and the most that speaks for a node, and whether anything is open."""
        given = self.strength(node) if node in self.base else 0.0
        steps = self.into(node)
        low = max([given, *(self.weight(s) for s in steps if self.label(s) == "in")])
        high = max([given, *(self.weight(s) for s in steps if self.label(s) != "out")])
        return low, high, any(self.label(s) is None for s in steps)

    def unfounded(self) -> set[Node]:
        founded = {n for n in self.base if self.strength(n) > 0 and self.label(n) != "out"}
        while True:
            new = {
                s.conclusion
                for s in self.naive.steps
                if s.premises <= founded
                and self.label(s) != "out"
                and self.weight(s) > 0
                and self.label(s.conclusion) != "out"
            } - founded
            if not new:
                return {n for n in self.naive.nodes if n not in founded and not self.label(n)}
            founded |= new
