"""Rules on random maps: what they find is what the readings say, and nothing raises."""

from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive
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
            if name[:3] in ("sup", "syn", "cir", "con", "rel")
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
