"""The readings, written down again as simply as possible, and slowly: to compare with.

Works on titles and sets, straight from the relations as written; nothing is shared with
`argmap.model.steps`, `argmap.evaluation` and `argmap.analysis`.
"""

from dataclasses import dataclass, field, replace

import networkx as nx

from argmap.model import ArgumentGraph, NodeKind, NodeRef, RelationKind, Role

SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)

Node = tuple[str, str]  # ("s", title) or ("a", title): a statement, or an argument's gist


@dataclass(frozen=True)
class NaiveStep:
    """`key` keeps steps apart: the inference, or the number of the relation."""

    premises: frozenset[Node]
    conclusion: Node
    argument: str | None
    key: tuple[object, ...]
    span_start: int


@dataclass
class Naive:
    """Everything that the tests compare."""

    graph: ArgumentGraph
    nodes: list[Node] = field(default_factory=list)
    steps: list[NaiveStep] = field(default_factory=list)
    attacks: set[tuple[Node, Node]] = field(default_factory=set)
    undercuts: set[tuple[Node, NaiveStep]] = field(default_factory=set)
    idle: set[tuple[Node, Node]] = field(default_factory=set)
    pseudo: set[tuple[Node, NaiveStep]] = field(default_factory=set)

    def __post_init__(self) -> None:
        relations = self.graph.relations
        for ref in self.graph.order:
            if not self.is_pcs(ref):
                self.nodes.append(self.plain(ref))
        self._inferences()
        for number, relation in enumerate(relations):
            if relation.kind in SUPPORTS:
                self._support(number)
        for number, relation in enumerate(relations):
            if relation.kind not in (*SUPPORTS, RelationKind.UNDERCUT):
                self._attack(number)
        for number, relation in enumerate(relations):
            if relation.kind is RelationKind.UNDERCUT:
                self._undercut(number)
            elif relation.kind is RelationKind.ATTACK and self.is_pcs(relation.target):
                self._attack_on_whole(number)
        self.steps.sort(key=lambda step: step.span_start)

    def _inferences(self) -> None:
        for argument in self.graph.arguments.values():
            for number, inference in enumerate(argument.inferences):
                self.steps.append(
                    NaiveStep(
                        frozenset(("s", argument.pcs[i].title) for i in inference.premises),
                        ("s", argument.pcs[inference.conclusion].title),
                        argument.title,
                        ("inference", argument.title, number),
                        inference.span.start,
                    )
                )

    def _attack_on_whole(self, number: int) -> None:
        relation = self.graph.relations[number]
        source = self.source(relation.source)
        premises = self.premises(relation.target.title)
        if not any((source, premise) in self.attacks for premise in premises):
            for step in self.inferences(relation.target.title):
                self.undercuts.add((source, step))

    def is_pcs(self, ref: NodeRef) -> bool:
        return ref.kind is NodeKind.ARGUMENT and bool(self.graph.arguments[ref.title].inferences)

    def inferences(self, title: str) -> list[NaiveStep]:
        return [s for s in self.steps if s.key[:2] == ("inference", title)]

    def conclusion(self, title: str) -> Node:
        return ("s", self.graph.arguments[title].main_conclusion or "")

    def premises(self, title: str) -> set[Node]:
        lines = self.graph.arguments[title].pcs
        return {("s", line.title) for line in lines if line.role is Role.PREMISE}

    def source(self, ref: NodeRef) -> Node:
        if ref.kind is NodeKind.STATEMENT:
            return ("s", ref.title)
        return self.conclusion(ref.title) if self.is_pcs(ref) else ("a", ref.title)

    def plain(self, ref: NodeRef) -> Node:
        return ("s" if ref.kind is NodeKind.STATEMENT else "a", ref.title)

    def _support(self, number: int) -> None:
        relation = self.graph.relations[number]
        source = self.source(relation.source)
        if self.is_pcs(relation.target):
            if source not in self.premises(relation.target.title):
                self.pseudo.add((source, self.inferences(relation.target.title)[-1]))
            return
        target = self.plain(relation.target)
        if self.is_pcs(relation.source) and source == target:
            return
        sketch = relation.source.title if source[0] == "a" else None
        above = self.graph.document.items[relation.item].parent
        data = self.graph.document.items[above].data
        if relation.symbol in ("+", "<+") and data and data.value.get("linked") is True:
            for step in self.steps:
                if step.key == ("linked", above):
                    self.steps.remove(step)
                    premises = step.premises | {source}
                    argument = step.argument if premises == step.premises else None
                    self.steps.append(replace(step, premises=premises, argument=argument))
                    return
            key = ("linked", above)
            start = relation.span.start
            self.steps.append(NaiveStep(frozenset([source]), target, sketch, key, start))
            return
        self.steps.append(
            NaiveStep(
                frozenset([source]), target, sketch, ("relation", number), relation.span.start
            )
        )

    def _attack(self, number: int) -> None:
        relation = self.graph.relations[number]
        source = self.source(relation.source)
        if self.is_pcs(relation.target):
            return
        target = self.plain(relation.target)
        if self.is_pcs(relation.source) and source == target:
            return
        both = relation.kind is not RelationKind.ATTACK
        if self.graph.is_strict and source[0] == target[0] == "s":
            both = True
        self.attacks.add((source, target))
        if both:
            self.attacks.add((target, source))

    def _undercut(self, number: int) -> None:
        relation = self.graph.relations[number]
        source = self.source(relation.source)
        target = relation.target
        if target.kind is NodeKind.INFERENCE:
            self.undercuts.add((source, self.inferences(target.title)[target.step or 0]))
        elif self.is_pcs(target):
            self.undercuts.add((source, self.inferences(target.title)[-1]))
        elif target.kind is NodeKind.ARGUMENT:
            self.attacks.add((source, ("a", target.title)))
        else:
            steps = [s for s in self.steps if s.conclusion == ("s", target.title)]
            self.undercuts |= {(source, step) for step in steps}
            if not steps:
                self.idle.add((source, ("s", target.title)))

    # Status

    def element(self, node: Node):
        return (self.graph.statements if node[0] == "s" else self.graph.arguments)[node[1]]

    def has_step(self, node: Node) -> bool:
        return any(step.conclusion == node for step in self.steps)

    def status(self, node: Node) -> str:
        element = self.element(node)
        assume = self.graph.settings.get("assume")
        named = assume if isinstance(assume, list) else []
        written = element.data.get("status")
        if written in ("rejected", False):
            return "rejected"
        if written == "todo" or {"todo", "undeveloped"} & set(element.tags):
            return "todo"
        if (
            written in ("assumed", "accepted", "verified")
            or "assumption" in element.tags
            or node[1] in named
            or (node[0] == "a" and f"<{node[1]}>" in named)
            or (assume == "all" and not self.has_step(node))
        ):
            return "declared"
        return "sourced" if self.is_sourced(node) else "bare"

    def is_sourced(self, node: Node) -> bool:
        return bool({"source", "quote"} & set(self.element(node).data))

    def base(self, policy: str) -> set[Node]:
        found = set()
        for node in self.nodes:
            status = self.status(node)
            if status in ("rejected", "todo"):
                continue
            leaf_or_gist = node[0] == "a" or not self.has_step(node)
            lenient = status == "declared" or leaf_or_gist
            declared = status == "declared" or (leaf_or_gist and self.is_sourced(node))
            stands = {
                "lenient": lenient,
                "declared": declared,
                "sourced": declared and self.is_sourced(node),
            }
            if stands[policy]:
                found.add(node)
        return found

    def is_void(self, step: NaiveStep) -> bool:
        if self.status(step.conclusion) == "rejected":
            return True
        if step.key[0] != "inference":
            return False
        written = self.graph.arguments[str(step.key[1])].data.get("status")
        return written in ("rejected", False)

    def lfp(self, given: set[Node], rejected: frozenset[Node] = frozenset()) -> set[Node]:
        derived = set(given) - rejected
        while True:
            new = {
                step.conclusion
                for step in self.steps
                if step.premises <= derived
                and not self.is_void(step)
                and step.conclusion not in derived | rejected
            }
            if not new:
                return derived
            derived |= new

    # Labels, by the alternating fixpoint (Van Gelder 1993)

    def _least(self, base: set[Node], assumed_in: set[object]) -> set[object]:
        """What follows if exactly `assumed_in` attacks and undercuts."""
        found: set[object] = set()
        while True:
            new: set[object] = set()
            for step in self.steps:
                if (
                    step.premises <= found
                    and not self.is_void(step)
                    and not any(u in assumed_in for u, s in self.undercuts if s == step)
                ):
                    new.add(step)
            for node in self.nodes:
                backed = node in base or any(
                    step in found for step in self.steps if step.conclusion == node
                )
                attacked = any(x in assumed_in for x, y in self.attacks if y == node)
                if backed and not attacked and self.status(node) != "rejected":
                    new.add(node)
            if new <= found:
                return found
            found |= new

    def labels(self, policy: str) -> dict[object, str]:
        base = self.base(policy)
        sure: set[object] = set()
        while True:
            possible = self._least(base, sure)
            surer = self._least(base, possible)
            if surer == sure:
                break
            sure = surer
        return {
            thing: "in" if thing in sure else "undecided" if thing in possible else "out"
            for thing in [*self.nodes, *self.steps]
        }

    # Theses and circles

    def flow(self) -> "nx.DiGraph":
        flow = nx.DiGraph()
        flow.add_nodes_from(self.nodes)
        flow.add_nodes_from(self.steps)
        for step in self.steps:
            flow.add_edges_from((premise, step) for premise in step.premises)
            flow.add_edge(step, step.conclusion)
        flow.add_edges_from(self.attacks | self.undercuts | self.idle | self.pseudo)
        return flow

    def theses(self) -> list[list[str]]:
        declared = [t for t, s in self.graph.statements.items() if "thesis" in s.tags]
        front = self.graph.settings.get("thesis")
        for entry in front if isinstance(front, list) else []:
            title = entry[0] if isinstance(entry, list) else entry
            if title in self.graph.statements and title not in declared:
                declared.append(title)
        if declared:
            return sorted([title] for title in declared)
        flow = self.flow()
        groups = []
        for component in nx.strongly_connected_components(flow):
            if any(y not in component for x in component for y in flow[x]):
                continue
            if not any(flow.degree(x) for x in component):
                continue
            statements = [x for x in component if not isinstance(x, NaiveStep) and x[0] == "s"]
            concluded = [x for x in statements if self.has_step(x)]
            if statements:
                groups.append(sorted(title for _, title in concluded or statements))
        return sorted(groups)

    def closed_circles(self) -> list[list[str]]:
        lost = set(self.nodes) - self.lfp(self.base("lenient"))
        below = nx.DiGraph()
        below.add_nodes_from(lost)
        for step in self.steps:
            if step.conclusion in lost and not self.is_void(step):
                below.add_edges_from((p, step.conclusion) for p in step.premises & lost)
        return self._circles(
            below,
            lambda c: (
                any(below.has_edge(x, y) for x in c for y in c)
                and not any(x not in c for y in c for x in below.predecessors(y))
                and not any(self.status(x) == "todo" for x in c)
            ),
        )

    def open_circles(self) -> list[list[str]]:
        derived = self.lfp(self.base("lenient"))
        above = nx.DiGraph()
        for step in self.steps:
            above.add_edges_from((p, step.conclusion) for p in step.premises)
        above.add_edges_from((source, step.conclusion) for source, step in self.pseudo)
        return self._circles(above, lambda c: len(c) > 1 and c <= derived)

    def _circles(self, graph: "nx.DiGraph", wanted) -> list[list[str]]:
        return sorted(
            sorted(title for _, title in component)
            for component in nx.strongly_connected_components(graph)
            if wanted(component)
        )
