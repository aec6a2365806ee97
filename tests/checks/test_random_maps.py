"""Rules on random maps: what they find is what the readings say, and nothing raises."""

import re
from functools import cached_property

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive, NaiveStep, Node
from random_maps import graph_of, maps

from argmap.checks import Selection, Subject, check
from argmap.model import ArgumentGraph, NodeKind, NodeRef, Relation, RelationKind

ALL = Selection(select=("ALL",))
SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)
SYMMETRIC = (RelationKind.CONTRADICTORY, RelationKind.CONTRARY)


def found(graph: ArgumentGraph) -> dict[str, set[str | None]]:
    titles: dict[str, set[str | None]] = {}
    for diagnostic in check(Subject(graph), ALL):
        titles.setdefault(diagnostic.code, set()).add(diagnostic.title)
    return titles


@settings(max_examples=150, deadline=None)
@given(maps())
def test_rules_find_what_the_readings_say(text: str) -> None:
    graph = graph_of(text)
    got = found(graph)
    for code, expected in Expected(graph).titles().items():
        assert got.get(code, set()) == expected, code


def _whole(ref: NodeRef) -> NodeRef:
    is_inference = ref.kind is NodeKind.INFERENCE
    return NodeRef(NodeKind.ARGUMENT, ref.title) if is_inference else ref


class Expected:
    """The readings of the rules, as simply as possible."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.naive = Naive(graph)

    def titles(self) -> dict[str, set[str | None]]:
        return {
            name.upper(): set(getattr(self, name)())
            for name in vars(type(self))
            if re.fullmatch("(sup|syn|cir|con|rel|voi)[0-9]{3}", name)
        }

    def ends(self, ref: NodeRef) -> list[Relation]:
        return [r for r in self.graph.relations if ref in (r.source, _whole(r.target))]

    def in_structure(self, title: str) -> bool:
        return any(line.title == title for a in self.graph.arguments.values() for line in a.pcs)

    def order(self, title: str) -> int:
        return [ref.title for ref in self.graph.order].index(title)

    def syn002(self) -> list[str]:
        return [
            title
            for title, statement in self.graph.statements.items()
            if not statement.text and (self.ends(statement.ref) or self.in_structure(title))
        ]

    def sup001(self) -> list[str]:
        statements = self.graph.statements
        silent = {t for t in statements if self.naive.status(("s", t)) == "todo"}
        supported = {t for t in statements if self.naive.has_step(("s", t))}
        groups = self.naive.theses()
        groups += [[t] for t, s in statements.items() if "conclusion" in s.tags]
        return [
            min(group, key=self.order)
            for group in groups
            if not silent & set(group) and not supported & set(group)
        ]

    def sup002(self) -> list[str]:
        return [min(circle, key=self.order) for circle in self.naive.closed_circles()]

    def cir002(self) -> list[str]:
        return [min(circle, key=self.order) for circle in self.naive.open_circles()]

    def sup007(self) -> list[str | None]:
        front = self.graph.settings.get("thesis")
        named = [t[0] if isinstance(t, list) else t for t in front or []]
        if missing := [title for title in named if title not in self.graph.statements]:
            return missing
        has_edges = self.graph.relations or any(a.pcs for a in self.graph.arguments.values())
        return [None] if has_edges and not self.naive.theses() else []

    def sup009(self) -> list[str]:
        theses = {title for group in self.naive.theses() for title in group}
        titles = []
        for ref in self.graph.order:
            node = self.graph.node(ref)
            if not node.is_titled or self.ends(ref) or self.is_todo(ref):
                continue
            if ref.kind is NodeKind.STATEMENT:
                if ref.title in theses or "conclusion" in node.tags:
                    continue
                if not self.in_structure(ref.title):
                    titles.append(ref.title)
            elif not self.graph.arguments[ref.title].pcs:
                titles.append(ref.title)
        return titles

    def is_todo(self, ref: NodeRef) -> bool:
        return (
            self.naive.status(("s" if ref.kind is NodeKind.STATEMENT else "a", ref.title))
            == "todo"
        )

    def sup011(self) -> list[str]:
        return [t for t, a in self.graph.arguments.items() if not a.text and not a.pcs]

    def sup012(self) -> list[str]:
        titles = []
        for title, argument in self.graph.arguments.items():
            relations = self.ends(argument.ref)
            if any(relation.source == argument.ref for relation in relations):
                continue
            if not argument.pcs:
                if relations:
                    titles.append(title)
                continue
            conclusion = self.graph.statements[argument.main_conclusion or ""]
            if not conclusion.is_titled and not self.ends(conclusion.ref):
                titles.append(title)
        return titles

    def cir001(self) -> list[str]:
        titles = [
            s.conclusion[1]
            for s in self.naive.steps
            if s.key[0] == "inference" and s.conclusion in s.premises
        ]
        return titles + [
            r.source.title
            for r in self.graph.relations
            if r.kind in SUPPORTS and r.source == r.target
        ]

    def cir004(self) -> list[str]:
        titles = []
        for relation in self.graph.relations:
            if relation.kind in SUPPORTS:
                continue
            if relation.source == relation.target:
                titles.append(relation.source.title)
            elif relation.kind is RelationKind.UNDERCUT:
                titles += self.own_inference(relation)[:1]
        return titles

    def own_inference(self, relation: Relation) -> list[str]:
        target = relation.target
        if target.kind is NodeKind.STATEMENT:
            hit = [
                s.argument
                for s in self.naive.steps
                if s.key[0] == "inference" and s.conclusion == ("s", target.title)
            ]
        else:
            hit = [target.title] if self.graph.arguments[target.title].pcs else []
        source = relation.source
        return [
            title
            for title in hit
            if title is not None
            and (
                (source.kind is NodeKind.ARGUMENT and source.title == title)
                or (
                    source.kind is NodeKind.STATEMENT
                    and source.title == self.graph.arguments[title].main_conclusion
                )
            )
        ]

    def con001(self) -> list[str]:
        supports, attacks, titles = set(), [], []
        for relation in self.graph.relations:
            source = self.naive.source(relation.source)
            target = (relation.target.kind, relation.target.title)
            if target[0] is NodeKind.STATEMENT:
                target = ("s", target[1])
            elif not self.naive.is_pcs(relation.target):
                target = ("a", target[1])
            if relation.kind in SUPPORTS:
                supports.add((source, target))
            elif relation.kind is not RelationKind.UNDERCUT:
                attacks.append((source, target))
                if relation.kind in SYMMETRIC:
                    attacks.append((target, source))
                if source == target and relation.source != relation.target:
                    titles.append(target[1])
        return titles + [pair[0][1] for pair in attacks if pair in supports]

    def rel003(self) -> list[str]:
        return [target[1] for _, target in self.naive.idle]

    def rel004(self) -> list[str]:
        titles = []
        seen = set()
        for relation in self.graph.relations:
            ends: object = (relation.source, relation.target)
            if relation.kind in SYMMETRIC:
                ends = frozenset((relation.source, relation.target))
            if (relation.kind, ends) in seen:
                titles.append(relation.source.title)
            seen.add((relation.kind, ends))
        return titles

    # The ladder of support

    def theses(self) -> list[Node]:
        """The theses that are not to do."""
        nodes: list[Node] = [("s", title) for group in self.naive.theses() for title in group]
        return [node for node in nodes if self.naive.status(node) != "todo"]

    @cached_property
    def labels(self) -> dict[object, str]:
        return self.naive.labels("lenient")

    def follows(self, node: Node, policy: str = "lenient") -> bool:
        return node in self.naive.lfp(self.naive.base(policy))

    def hangs_on_a_circle(self, node: Node) -> bool:
        """Whether a circle that SUP002 reports reaches the node through what does not follow."""
        lost = set(self.naive.nodes) - self.naive.lfp(self.naive.base("lenient"))
        reached = {("s", title) for circle in self.naive.closed_circles() for title in circle}
        for _ in self.naive.nodes:
            for step in self.naive.steps:
                if step.premises & reached and not self.naive.is_void(step):
                    reached |= {step.conclusion} & lost
        return node in reached

    def sup003(self) -> list[str]:
        return [
            node[1]
            for node in self.theses()
            if self.naive.has_step(node)
            and self.follows(node)
            and not self.follows(node, "declared")
        ]

    def sup004(self) -> list[str]:
        return [
            node[1]
            for node in self.theses()
            if self.naive.has_step(node)
            and self.labels[node] == "out"
            and not self.hangs_on_a_circle(node)
        ]

    def sup005(self) -> list[str]:
        return [node[1] for node in self.theses() if self.labels[node] == "undecided"]

    def single_points(self, thesis: Node) -> set[Node]:
        base = self.naive.base("lenient")
        return {
            leaf
            for leaf in base - {thesis}
            if thesis not in self.naive.lfp(base - {leaf}, rejected=frozenset([leaf]))
        }

    def sup014(self) -> list[str]:
        return [
            node[1]
            for node in self.theses()
            if self.naive.has_step(node) and self.follows(node) and self.single_points(node)
        ]

    def is_thesis_declared(self) -> bool:
        statements = self.graph.statements
        front = self.graph.settings.get("thesis")
        named = [t[0] if isinstance(t, list) else t for t in front or []]
        return any("thesis" in s.tags for s in statements.values()) or any(
            title in statements for title in named
        )

    def sup010(self) -> list[str]:
        if not self.is_thesis_declared():
            return []
        theses = {("s", title) for group in self.naive.theses() for title in group}
        flow = self.naive.flow()
        titles = []
        for component in nx.strongly_connected_components(flow):
            is_terminal = all(y in component for x in component for y in flow[x])
            has_edge = any(flow.degree(x) for x in component)
            if is_terminal and has_edge and not component & theses:
                members = [x[1] for x in component if not isinstance(x, NaiveStep)]
                titles.append(min(members, key=self.order))
        return titles

    # Who is set against whom

    def is_conflict(self, relation: Relation) -> bool:
        """`><`, contrary, and in strict mode an attack between statements, after rewriting."""
        if relation.kind in SYMMETRIC:
            return True
        return (
            relation.kind is RelationKind.ATTACK
            and self.graph.is_strict
            and relation.target.kind is NodeKind.STATEMENT
            and self.naive.source(relation.source)[0] == "s"
        )

    def against(self) -> list[tuple[Node, Node, Relation]]:
        """Written attacks and conflicts between nodes, with the main conclusion as the source."""
        return [
            (self.naive.source(r.source), self.naive.plain(r.target), r)
            for r in self.graph.relations
            if (r.kind is RelationKind.ATTACK or r.kind in SYMMETRIC)
            and not self.naive.is_pcs(r.target)
        ]

    def con002(self) -> list[str | None]:
        titles: list[str | None] = []
        for one, other, relation in self.against():
            if one != other and one[0] == other[0] == "s" and self.is_conflict(relation):
                for step in self.naive.steps:
                    if {one, other} <= step.premises:
                        titles.append(step.argument or min(one[1], other[1], key=self.order))
        return titles

    def con004(self) -> list[str]:
        titles = []
        opposed = {frozenset([one, other]) for one, other, _ in self.against()}
        for title in self.graph.arguments:
            own = self.naive.inferences(title)
            for conclusion in {step.conclusion for step in own}:
                below: set[Node] = set()
                for _ in range(len(own) + 1):
                    for step in own:
                        if step.conclusion in below | {conclusion}:
                            below |= step.premises
                if any(frozenset([conclusion, premise]) in opposed for premise in below):
                    titles.append(title)
        return titles

    def rel001(self) -> list[str]:
        titles = []
        for relation in self.graph.relations:
            target = relation.target
            if target.kind is not NodeKind.ARGUMENT or not self.naive.is_pcs(target):
                continue
            source = self.naive.source(relation.source)
            if source[0] == "a":
                continue
            lines = {("s", line.title) for line in self.graph.arguments[target.title].pcs}
            if relation.kind in SUPPORTS:
                if source not in self.naive.premises(target.title):
                    titles.append(target.title)
            elif relation.kind is RelationKind.ATTACK and not any(
                {one, other} == {source, line}
                for one, other, _ in self.against()
                for line in lines
            ):
                titles.append(target.title)
        return titles

    def points_at(self, x: Node) -> bool:
        """Whether an attack, undercut or conflict is directed at a node, or at reasons for it."""
        for one, other, relation in self.against():
            if other == x or (one == x and self.is_conflict(relation)):
                return True
        if any(step.conclusion == x for _, step in self.naive.undercuts):
            return True
        return any(
            relation.kind is RelationKind.UNDERCUT
            and relation.target.kind is not NodeKind.INFERENCE
            and not self.naive.is_pcs(relation.target)
            and self.naive.plain(relation.target) == x
            for relation in self.graph.relations
        )

    def is_answered(self, x: Node) -> bool:
        if self.points_at(x):
            return True
        for argument in self.graph.arguments.values():
            if argument.pcs and ("s", argument.main_conclusion) == x:
                if any(self.points_at(("s", line.title)) for line in argument.pcs):
                    return True
                if any(
                    relation.kind in (RelationKind.ATTACK, RelationKind.UNDERCUT)
                    and _whole(relation.target) == argument.ref
                    for relation in self.graph.relations
                ):
                    return True
        return False

    def voi005(self) -> list[str]:
        titles = []
        for relation in self.graph.relations:
            is_attack = relation.kind is RelationKind.ATTACK and not self.is_conflict(relation)
            if is_attack or relation.kind is RelationKind.UNDERCUT:
                source = self.naive.source(relation.source)
                marked = self.naive.status(source) in ("rejected", "todo")
                if not marked and not self.is_answered(source):
                    titles.append(relation.target.title)
        return titles


@given(st.text(alphabet="[]<>AB:+-_{}#=()1 \n/\"'s…", max_size=80))
def test_no_text_raises(text: str) -> None:
    check(Subject(graph_of(text)), ALL)


@given(st.text(alphabet="-:[]{},\"' \nexpctSUP01haoiginrsvly", max_size=60))
def test_no_front_matter_raises(text: str) -> None:
    check(Subject(graph_of(f"===\nexpect:\n{text}\n===\n\n[T]: t.\n  - [N]: n.\n")), ALL)


@settings(max_examples=50, deadline=None)
@given(maps())
def test_findings_stand_in_document_order(text: str) -> None:
    diagnostics = check(Subject(graph_of(text)), ALL)
    assert list(diagnostics) == sorted(diagnostics, key=lambda d: (*d.span, d.code))
    for diagnostic in diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        assert diagnostic.finding.message.endswith(".")
