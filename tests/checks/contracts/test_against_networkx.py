"""What conditions about ties find is what networkx finds, node by node, in a graph of its own."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive
from random_maps import graph_of, maps

from argmap.checks import Subject
from argmap.checks.contracts import read_contracts
from argmap.checks.contracts.condition_reader import read_condition
from argmap.model import NodeKind, RelationKind

TIES = ("support", "attack", "undercut")
OTHERS = ["*", "#thesis", "#assumption", "argument", "statement", "[S0]", "[S1]", "<A>", "leaf"]
BOTH_WAYS = (RelationKind.CONTRARY, RelationKind.CONTRADICTORY)


class Oracle:
    """Every node twice, to begin a way and to end one: only a plain node has both joined."""

    def __init__(self, graph):
        self.graph = graph
        self.naive = naive = Naive(graph)
        self.entities = [self.entity(ref) for ref in graph.order]
        self.wholes = {self.entity(r) for r in graph.order if naive.is_pcs(r)}
        self.edges = []  # (tie, source, target): entities and steps
        for step in naive.steps:
            for premise in step.premises:
                self.edges.append(("support", premise, step))
            self.edges.append(("support", step, step.conclusion))
        for source, step in naive.pseudo:
            self.edges += [("support", source, step), ("support", source, ("a", step.argument))]
        for premise, whole, conclusion in self.inside():
            self.edges += [("support", premise, whole), ("support", whole, conclusion)]
        self._written()

    def entity(self, ref):
        return ("s" if ref.kind is NodeKind.STATEMENT else "a", ref.title)

    def inside(self):
        for step in self.naive.steps:
            if step.key[0] == "inference":
                for premise in step.premises:
                    yield premise, ("a", step.argument), step.conclusion

    def _written(self):
        """Read the relations: naive attacks and undercuts do not tell from which they come."""
        self.one_way = []
        for relation in self.graph.relations:
            named = self.entity(relation.source), self.entity(relation.target)
            touches_whole = bool(self.wholes & set(named))
            if relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS):
                if touches_whole:
                    self.edges.append(("support", *named))
                continue
            hits = list(self.struck(relation))
            tie = "undercut" if relation.kind is RelationKind.UNDERCUT else "attack"
            hits += [named] if touches_whole or tie == "undercut" else []
            self.edges += [(tie, *hit) for hit in hits]
            if relation.kind is not RelationKind.CONTRADICTORY:
                self.one_way += hits
            for source, target in hits:
                if relation.kind in BOTH_WAYS or (
                    self.graph.is_strict
                    and tie == "attack"
                    and self.are_statements(source, target)
                ):
                    self.edges.append((tie, target, source))

    def are_statements(self, *ends):
        return all(isinstance(end, tuple) and end[0] == "s" for end in ends)

    def struck(self, relation):
        naive = self.naive
        source, target = naive.source(relation.source), self.entity(relation.target)
        by_itself = naive.is_pcs(relation.source) and source == target
        if relation.kind is RelationKind.UNDERCUT:
            steps = [step for by, step in naive.undercuts if by == source]
            if relation.target.kind is NodeKind.INFERENCE:
                yield source, naive.inferences(relation.target.title)[relation.target.step or 0]
            elif target in self.wholes:
                yield source, naive.inferences(relation.target.title)[-1]
            elif target[0] == "a":
                yield source, target
            else:
                yield from ((source, step) for step in steps if step.conclusion == target)
        elif target not in self.wholes:
            if not by_itself:
                yield source, target
        elif relation.kind is RelationKind.ATTACK:
            premises = naive.premises(relation.target.title)
            if not any((source, premise) in naive.attacks for premise in premises):
                yield from ((source, step) for step in naive.inferences(relation.target.title))

    def ways(self, ties):
        """Ways run from ("from", x) to ("to", y)."""
        graph = nx.DiGraph()
        everything = [*self.entities, *self.naive.steps]
        for vertex in everything:
            graph.add_nodes_from([("from", vertex), ("to", vertex)])
        for tie, source, target in self.edges:
            if tie in ties:
                graph.add_edge(("from", source), ("to", target))
        for vertex in everything:
            if vertex not in self.wholes:
                graph.add_edge(("to", vertex), ("from", vertex), weight=0)
        return graph

    def fitting(self, key, others, ties):
        direct = {(s, t) for tie, s, t in self.edges if s in self.entities and t in self.entities}
        blows = {(s, t) for tie, s, t in self.edges if tie != "support"} & direct
        reasons = {(s, t) for tie, s, t in self.edges if tie == "support"} & direct
        reasons |= {(p, step.conclusion) for step in self.naive.steps for p in step.premises}
        below = [(premise, whole) for premise, whole, _ in self.inside()]
        match key:
            case "premise":
                return {t for s, t in reasons if s in others}
            case "conclusion":
                return {s for s, t in reasons if t in others}
            case "attacker":
                hit = {t for s, t in blows if s in others}
                return hit | {whole for premise, whole in below if premise in hit}
            case "target":
                aims = others | {premise for premise, whole in below if whole in others}
                return {s for s, t in blows if t in aims}
            case "answer":
                hit = {t for s, t in self.one_way if s in others}
                ways = self.ways({"support"})
                return {
                    e for e in self.entities
                    if e in hit or any(nx.has_path(ways, ("from", h), ("to", e)) for h in hit)
                }  # fmt: skip
        ways = self.ways({"support"} if key in ("ancestor", "descendant") else ties)
        back = key in ("ancestor", "path from")
        return {
            e for e in self.entities
            for o in others
            if nx.has_path(ways, ("from", o if back else e), ("to", e if back else o))
        }  # fmt: skip


def condition(key, other, ties):
    if key.startswith("path"):
        return {"path": {key.split()[1]: other, "via": sorted(ties)}}
    return {key: other}


KEYS = [
    "ancestor", "descendant", "premise", "conclusion", "attacker", "target", "answer",
    "path to", "path from",
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
@settings(deadline=None, max_examples=80)
@given(
    text=maps(),
    other=st.sampled_from(OTHERS),
    ties=st.sets(st.sampled_from(TIES), min_size=1),
)
def test_what_fits_is_what_a_search_from_every_node_finds(key, text, other, ties):
    subject = Subject(graph_of(text))
    oracle = Oracle(subject.graph)
    others = names(subject, read_condition(other, ("test",)).find(subject).nodes)
    fit = read_condition(condition(key, other, ties), ("test",)).find(subject)
    assert names(subject, fit.nodes) == oracle.fitting(key, others, ties)
    for vertex in fit.nodes:
        way = fit.way(vertex)
        if way is not None:
            assert way.vertices[0] == vertex and len(way.vertices) > 1
            assert named(subject, way.vertices[-1]) in others
    if key.startswith("path"):
        graph = oracle.ways(ties)
        for vertex in fit.nodes:
            vertices = fit.way(vertex).vertices[:: -1 if key == "path from" else 1]
            ends = ("from", named(subject, vertices[0])), ("to", named(subject, vertices[-1]))
            edges = nx.shortest_path_length(graph, *ends, weight=lambda *e: e[2].get("weight", 1))
            assert len(vertices) - 1 == edges


def named(subject, vertex):
    ref = subject.ties.refs[vertex]
    return ("s" if ref.kind is NodeKind.STATEMENT else "a", ref.title)


def names(subject, vertices):
    return {named(subject, vertex) for vertex in vertices}


@settings(deadline=None, max_examples=100)
@given(text=maps(), other=st.sampled_from(OTHERS), key=st.sampled_from(KEYS[:-2]))
def test_a_contract_and_its_opposite_share_out_the_nodes_between_them(text, other, key):
    subject = Subject(graph_of(text))
    contract = {"code": "OWN001", "name": "own-rule", "every": {"any": ["argument", "#*", "[S*]"]}}
    [must] = read_contracts([{**contract, "must-have": {key: other}}])
    [must_not] = read_contracts([{**contract, "must-not-have": {key: other}}])
    [not_must] = read_contracts([{**contract, "must-not-have": {"not": {key: other}}}])
    lacking = [finding.titles[0] for finding in must.find(subject)]
    having = [finding.titles[0] for finding in must_not.find(subject)]
    about = read_condition(contract["every"], ("test",)).find(subject).nodes
    assert sorted(lacking + having) == sorted(subject.ties.refs[v].title for v in about)
    assert lacking == [finding.titles[0] for finding in not_must.find(subject)]


@settings(deadline=None, max_examples=80)
@given(
    text=maps(),
    one=st.sampled_from(OTHERS),
    other=st.sampled_from(OTHERS),
    label=st.sampled_from(["in", "out", "undecided", "bare", "sourced", "premise", "thesis"]),
)
def test_tables_lists_and_opposites_are_intersections_unions_and_complements(
    text, one, other, label
):
    subject = Subject(graph_of(text))

    def fit(value):
        return read_condition(value, ("test",)).find(subject).nodes

    everything = frozenset(range(len(subject.ties)))
    assert fit({"all": [one, other, label]}) == fit(one) & fit(other) & fit(label)
    assert fit({"any": [one, other, label]}) == fit(one) | fit(other) | fit(label)
    assert fit([one, label]) == fit(one) | fit(label)
    assert fit({"not": label}) == everything - fit(label)
    assert fit("*") == everything
