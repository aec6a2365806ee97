"""CON003, CON006, SRC001, SRC007, VOI003 and VOI004 on random maps, against brute force.

What is expected is written down again from the pages of the rules, over all subsets of the nodes
of small maps; nothing is shared with `argmap.analysis`.
"""

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive, Node
from random_maps import RECONSTRUCTED, SKETCHES, STATEMENTS, graph_of, maps

from argmap.checks import Selection, Subject, check
from argmap.model import ArgumentGraph, NodeKind, RelationKind

SOURCES = ["{source: a}", "{source: a}", "{source: b}", "{source: [a, b]}"]
VOICES = [
    "{speaker: Ann}",
    "{speaker: A}",
    "{speaker: Bob, side: con}",
    "{speaker: Cid}",
    "{speaker: Ann, voice: gloss}",
    "{side: pro}",
    "{status: accepted}",
    "{status: verified}",
    "{scheme: explanation}",
    "{cited: false}",
]
TABLE = "===\nspeakers: {Ann: {aliases: [A], side: pro}, Cid: {side: pro}}\n===\n\n"


@st.composite
def annotated(draw: st.DrawFn, data: list[str], conflicts: int = 0, *, table: bool = False) -> str:
    """Draw a map with more conflicts, and data at some of its nodes."""
    text = draw(maps())
    for _ in range(draw(st.integers(0, conflicts))):
        one, other = draw(st.sampled_from(STATEMENTS)), draw(st.sampled_from(STATEMENTS))
        text += f"\n{one}\n  >< {other}\n"
    for name in STATEMENTS + SKETCHES + RECONSTRUCTED:
        if draw(st.booleans()):
            text += f"\n{name} {draw(st.sampled_from(data))}\n"
    return text if text.startswith("===") or not table else TABLE + text


@st.composite
def deep(draw: st.DrawFn) -> str:
    """Draw a map of one declared thesis over steps of several premises, sources and conflicts."""
    low, names = [f"[S{n}]" for n in range(1, 7)], [f"[S{n}]" for n in range(7)]
    blocks = ["[S0] #thesis"]
    for number in range(draw(st.integers(1, 4))):
        premises = draw(st.lists(st.sampled_from(low), min_size=1, max_size=3, unique=True))
        end = draw(st.sampled_from(["[S0]", "[S0]", *low[:3]]))
        lines = [f"({n}) {premise}" for n, premise in enumerate(premises, 1)]
        mark = draw(st.sampled_from(["", "", "", " {status: rejected}"]))
        blocks.append(
            "\n".join([f"<P{number}>{mark}\n", *lines, "----", f"({len(lines) + 1}) {end}"])
        )
    for _ in range(draw(st.integers(0, 5))):
        owner, below = draw(st.sampled_from(names[:4])), draw(st.sampled_from([*low, "<A>"]))
        blocks.append(f"{owner}\n  + {below}")
    for _ in range(draw(st.integers(0, 4))):
        one, other = draw(st.sampled_from(names)), draw(st.sampled_from(low))
        blocks.append(f"{one}\n  {draw(st.sampled_from(['><', '><', '-']))} {other}")
    for name in (*low, "<A>"):
        marks = [*SOURCES, "{source: a}", "{source: a}", "#todo", "#assumption {source: a}", ""]
        blocks.append(f"{name} {draw(st.sampled_from(marks))}")
    return "\n\n".join(blocks) + "\n"


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Draw a thesis whose two premises have reasons that contradict those of the other."""
    left, right, all_of_them = ["[L1]", "[L2]", "[L3]"], ["[R1]", "[R2]", "[R3]"], []
    blocks = ["[T] #thesis", "<P>\n\n(1) [L]\n(2) [R]\n----\n(3) [T]"]
    for top, reasons in (("[L]", left), ("[R]", right)):
        chosen = draw(st.lists(st.sampled_from(reasons), min_size=1, unique=True))
        blocks += [f"{top}\n  + {reason}" for reason in chosen]
        all_of_them += chosen
    for _ in range(draw(st.integers(1, 6))):
        one, other = draw(st.sampled_from([*left, "[L]"])), draw(st.sampled_from([*right, "[T]"]))
        blocks.append(f"{one}\n  >< {other}")
    for _ in range(draw(st.integers(0, 2))):
        owner, below = draw(st.sampled_from(["[T]", *all_of_them])), draw(st.sampled_from(right))
        blocks.append(f"{owner}\n  + {below}")
    marks = draw(st.lists(st.sampled_from([*left, *right]), max_size=1))
    blocks += [f"{name} {{status: rejected}}" for name in marks]
    return "\n\n".join(blocks) + "\n"


def titles(graph: ArgumentGraph, code: str) -> list[str | None]:
    return sorted(d.title or "" for d in check(Subject(graph), Selection(select=(code,))))


class Small:
    """A small map with all its lines of support."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph, self.naive = graph, Naive(graph)
        self.base = self.naive.base("lenient")
        self.steps = [s for s in self.naive.steps if not self.naive.is_void(s)]

    @property
    def theses(self) -> list[str]:
        return sorted({title for group in self.naive.theses() for title in group})

    def follows(self, title: str, given: set[Node], within: set[Node]) -> bool:
        found = given & within
        while True:
            new = {
                s.conclusion for s in self.steps if s.premises <= found and s.conclusion in within
            }
            if new <= found:
                return ("s", title) in found
            found |= new

    def subsets(self, nodes: set[Node]):
        ordered = sorted(nodes)
        for size in range(len(ordered) + 1):
            yield from (set(chosen) for chosen in combinations(ordered, size))

    # CON003, CON006

    def contraries(self) -> set[frozenset[Node]]:
        attacks = self.naive.attacks
        both = {frozenset((x, y)) for x, y in self.declared_both() if x != y}
        assert all((x, y) in attacks and (y, x) in attacks for x, y in map(tuple, both))
        return both

    def declared_both(self):
        for relation in self.graph.relations:
            source, target = self.naive.source(relation.source), relation.target
            if self.naive.is_pcs(target) or target.kind is NodeKind.INFERENCE:
                continue
            plain = self.naive.plain(target)
            is_contrary = relation.kind in (RelationKind.CONTRADICTORY, RelationKind.CONTRARY)
            is_strict = self.graph.is_strict and relation.kind is RelationKind.ATTACK
            own = self.naive.is_pcs(relation.source) and source == plain
            if not own and (is_contrary or (is_strict and source[0] == plain[0] == "s")):
                yield source, plain

    def meets(self, pair: frozenset[Node]) -> bool:
        if any(pair <= s.premises | {s.conclusion} for s in self.naive.steps):
            return True
        for title, argument in self.graph.arguments.items():
            own = nx.DiGraph()
            for inference in argument.inferences:
                lines = [argument.pcs[i].title for i in inference.premises]
                end = argument.pcs[inference.conclusion].title
                own.add_edges_from((("s", line), ("s", end)) for line in lines)
            x, y = pair
            for start, goal in ((x, y), (y, x)):
                if start in own and goal in own and nx.has_path(own, start, goal):
                    return True
            assert title
        return False

    def con006(self) -> list[str]:
        apart = [pair for pair in self.contraries() if not self.meets(pair)]
        found = []
        for title in self.theses:
            lines = [
                line
                for line in self.subsets(set(self.naive.nodes))
                if self.follows(title, self.base, line)
            ]
            if lines and all(any(pair <= line for pair in apart) for line in lines):
                found.append(title)
        return found

    # SRC001, SRC007

    def source(self, node: Node) -> str | None:
        element = self.naive.element(node)
        keys: set[str] = set()
        for occurrence in element.occurrences:
            value = occurrence.data.get("source")
            keys |= set(value if isinstance(value, list) else [value] if value else [])
        return keys.pop() if len(keys) == 1 else None

    def src007(self) -> list[str]:
        pruned = [s for s in self.steps if s.conclusion not in self.base]
        whole, self.steps = self.steps, pruned
        found = []
        for title in self.theses:
            supports: list[set[Node]] = []
            for chosen in self.subsets(self.base):  # the small ones first
                is_minimal = not any(support <= chosen for support in supports)
                if is_minimal and self.follows(title, chosen, set(self.naive.nodes)):
                    supports.append(chosen)
            keys = [{self.source(leaf) for leaf in support} - {None} for support in supports]
            if len(supports) > 1 and set.intersection(*keys):
                found.append(title)
        self.steps = whole
        return found

    def upwards(self) -> "nx.DiGraph":
        up = nx.DiGraph()
        up.add_nodes_from(self.naive.nodes)
        for step in self.steps:
            up.add_edges_from((premise, step.conclusion) for premise in step.premises)
        for source, step in self.naive.pseudo:
            if not self.naive.is_void(step):
                up.add_edge(source, step.conclusion)
        return up

    def src001(self) -> list[str]:
        up = self.upwards()
        theses = {("s", title) for title in self.theses}
        found = []
        for node in self.naive.nodes:
            element, status = self.naive.element(node), self.taken_as(node)
            if node[0] != "s" or status in ("rejected", "todo", "declared"):
                continue
            is_fact = "fact" in element.tags and element.data.get("cited") is False
            leads = any(nx.has_path(up, above, t) for above in up[node] for t in theses)
            if is_fact or (status == "bare" and leads and not self.naive.has_step(node)):
                found.append(node[1])
        return sorted(found)

    def taken_as(self, node: Node) -> str:
        is_verified = self.naive.element(node).data.get("status") == "verified"
        status = self.naive.status(node)
        return "declared" if is_verified and status not in ("rejected", "todo") else status

    # VOI003, VOI004, and who claims what

    def claimants(self, node: Node) -> set[str]:
        element = self.naive.element(node)
        if element.data.get("status") == "rejected":
            return set()
        names = set()
        for occurrence in element.occurrences:
            voice = occurrence.data.get("voice", element.data.get("voice"))
            if "speaker" in occurrence.data and voice != "gloss":
                names.add(occurrence.data["speaker"])
        has_table = bool(self.graph.settings.get("speakers"))
        return {"Ann" if name == "A" and has_table else name for name in names}

    def parties(self, node: Node) -> set[str]:
        data = self.naive.element(node).data
        names = self.claimants(node)
        if "side" in data:
            is_said = names or ("speaker" not in data and data.get("status") != "rejected")
            return {f"side {data['side']}"} if is_said else set()
        table = self.graph.settings.get("speakers") or {}
        return {f"side {table[n]['side']}" if n in table else n for n in names}

    def con003(self) -> list[frozenset[str]]:
        accepted = ("accepted", "verified")
        found = []
        for pair in self.contraries():
            x, y = pair
            states = [self.naive.element(node).data.get("status") for node in pair]
            if all(s in accepted for s in states) or self.claimants(x) & self.claimants(y):
                found.append(frozenset((x[1], y[1])))
        return found

    def voi003(self) -> list[str]:
        up = self.upwards()
        theses = [("s", title) for title in self.theses]
        return sorted(
            title
            for title, argument in self.graph.arguments.items()
            if argument.data.get("scheme") == "explanation"
            and any(nx.has_path(up, self.naive.source(argument.ref), t) for t in theses)
        )

    def voi004(self) -> list[str]:
        """Walk in two storeys: below the attack, and above it."""
        walk = nx.DiGraph()
        for step in self.steps:
            for storey in (0, 1):
                walk.add_edges_from(
                    ((premise, storey), (step.conclusion, storey)) for premise in step.premises
                )
        walk.add_edges_from(((x, 0), (y, 1)) for x, y in self.naive.attacks)
        walk.add_edges_from(
            ((x, 0), (step.conclusion, 1))
            for x, step in self.naive.undercuts
            if not self.naive.is_void(step)
        )
        theses = {("s", title) for title in self.theses}
        found = []
        for fact in self.naive.nodes:
            for goal in self.naive.nodes:
                if "a" in (fact[0], goal[0]) or fact == goal:
                    continue
                is_conclusion = goal in theses or self.naive.has_step(goal)
                common = self.parties(fact) & self.parties(goal) if is_conclusion else set()
                if any(self.reaches(walk, fact, goal) for _ in common):
                    found += [(party, fact[1]) for party in common]
        return sorted(title for _, title in set(found))

    def reaches(self, walk: "nx.DiGraph", fact: Node, goal: Node) -> bool:
        ends = [s.conclusion for s in self.steps if fact in s.premises]
        return any(
            (end, 0) in walk and (goal, 1) in walk and nx.has_path(walk, (end, 0), (goal, 1))
            for end in ends
        )


def small(text: str) -> Small | None:
    graph = graph_of(text)
    found = Small(graph)
    return found if len(found.naive.nodes) <= 12 else None  # 4096 subsets


@settings(max_examples=120, deadline=None)
@given(st.one_of(torn(), torn(), deep(), annotated(SOURCES, conflicts=4)))
def test_inconsistent_support_is_that_of_all_lines(text: str) -> None:
    if (expected := small(text)) is not None:
        assert titles(expected.graph, "CON006") == sorted(expected.con006())


@settings(max_examples=120, deadline=None)
@given(st.one_of(deep(), annotated(SOURCES)))
def test_common_sources_are_those_of_all_minimal_supports(text: str) -> None:
    if (expected := small(text)) is not None:
        assert titles(expected.graph, "SRC007") == sorted(expected.src007())


@settings(max_examples=150, deadline=None)
@given(annotated([*VOICES, *SOURCES], table=True))
def test_missing_sources(text: str) -> None:
    expected = Small(graph_of(text.replace(" #conclusion", " #fact")))
    assert titles(expected.graph, "SRC001") == expected.src001()


@settings(max_examples=150, deadline=None)
@given(annotated(VOICES, conflicts=3, table=True))
def test_voices_and_acceptance(text: str) -> None:
    expected = Small(graph_of(text))
    found = check(Subject(expected.graph), Selection(select=("CON003",)))
    pairs = [frozenset(diagnostic.finding.titles) for diagnostic in found]
    assert sorted(map(sorted, pairs)) == sorted(map(sorted, expected.con003()))
    assert titles(expected.graph, "VOI003") == expected.voi003()
    assert titles(expected.graph, "VOI004") == expected.voi004()


EXAMPLES = {
    "CON006": "[T]: t. #thesis\n  + [P]: p.\n    + [X]: x.\n  >< [X]\n",
    "SRC007": "[T]: t. #thesis\n  + [P]: p. {source: a}\n  + [Q]: q. {source: a}\n",
    "VOI004": "[T]: t. #thesis {side: pro}\n  - <A>: a.\n    + [P]: p. {side: pro}\n",
}


def test_the_oracles_know_what_the_pages_show() -> None:
    for code, text in EXAMPLES.items():
        subject = Small(graph_of(text))
        assert getattr(subject, code.lower())(), code
        assert titles(subject.graph, code), code
