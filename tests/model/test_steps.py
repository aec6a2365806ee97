"""What follows from what: readings 1 to 13, one small map for each."""

import pytest
from random_maps import graph_of

from argmap.evaluation import Label, evaluate, report_labels
from argmap.model import NodeKind, NodeRef
from argmap.model.status import Status
from argmap.model.steps import StepGraph, build_steps

P_AND_C = "<A>\n\n(1) [P]: p.\n(2) [Q]: q.\n----\n(3) [C]: c.\n\n"
STRICT = "===\nmodel: {mode: strict}\n===\n\n"


def steps_of(text: str) -> StepGraph:
    return build_steps(graph_of(text))


def steps_in(text: str) -> list[tuple[tuple[str, ...], str, str | None]]:
    graph = steps_of(text)
    return [(graph.titles(s.premises), graph.title(s.conclusion), s.argument) for s in graph.steps]


def attacks_in(text: str) -> list[tuple[str, str, bool]]:
    graph = steps_of(text)
    return [(graph.title(a.source), graph.title(a.target), a.is_mutual) for a in graph.attacks]


def undercuts_in(text: str) -> list[tuple[str, int]]:
    graph = steps_of(text)
    return [(graph.title(u.source), u.step) for u in graph.undercuts]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("[T]\n  + [P]\n", [(("P",), "T", None)]),
        ("[T]\n  + <A>: a.\n", [(("A",), "T", "A")]),
        ("<A>: a.\n  + [P]\n", [(("P",), "A", None)]),
        ("<A>: a.\n  + <B>: b.\n", [(("B",), "A", "B")]),
        (P_AND_C, [(("P", "Q"), "C", "A")]),
        (P_AND_C + "<A>\n  +> [C]\n", [(("P", "Q"), "C", "A")]),
        (P_AND_C + "<A>\n  +> [T]\n", [(("P", "Q"), "C", "A"), (("C",), "T", None)]),
        (P_AND_C + "<A>\n  + [P]\n", [(("P", "Q"), "C", "A")]),
        ("[T]\n  + [T]\n", [(("T",), "T", None)]),
        (
            "<A>\n\n(1) [P]\n----\n(2) [M]\n(3) [Q]\n----\n(4) [C]\n",
            [(("P",), "M", "A"), (("M", "Q"), "C", "A")],
        ),
        (
            "<A>\n\n(1) [P]\n(2) [Q]\n----\n(3) [M]\n-- r {uses: [2]} --\n(4) [C]\n",
            [(("P", "Q"), "M", "A"), (("Q",), "C", "A")],
        ),
        (STRICT + "[T]\n  + [P]\n", [(("P",), "T", None)]),
        ("[T] {linked: true}\n  + [P]\n  <+ [Q]\n", [(("P", "Q"), "T", None)]),
        (STRICT + "[T] {linked: true}\n  + [P]\n  + [Q]\n", [(("P", "Q"), "T", None)]),
        ("[T] {linked: true}\n  + [P]\n  + [P]\n", [(("P",), "T", None)]),
        ("[T] {linked: true}\n  + <A>: a.\n", [(("A",), "T", "A")]),
        ("[T] {linked: true}\n  + <A>: a.\n  + [P]\n", [(("A", "P"), "T", None)]),
        ("<A>: a. {linked: true}\n  + [P]\n  + [Q]\n", [(("P", "Q"), "A", None)]),
        (
            "[T] {linked: true}\n  + [P]\n    + [R]\n  - [N]\n  + [Q]\n  +> [S]\n",
            [(("P", "Q"), "T", None), (("R",), "P", None), (("T",), "S", None)],
        ),
        (
            "[T] {linked: true}\n  + [P]\n  + [Q]\n\n[T]\n  + [R]\n\n"
            "[T] {linked: true}\n  + [Q]\n  + [S]\n",
            [(("P", "Q"), "T", None), (("R",), "T", None), (("Q", "S"), "T", None)],
        ),
        ("[T] {linked: false}\n  + [P]\n  + [Q]\n", [(("P",), "T", None), (("Q",), "T", None)]),
        ('[T] {linked: "1"}\n  + [P]\n  + [Q]\n', [(("P",), "T", None), (("Q",), "T", None)]),
        (
            P_AND_C + "<D>\n\n(1) [C] {linked: true}\n  + <A>\n  + [R]\n  + [S]\n----\n(2) [E]\n",
            [(("P", "Q"), "C", "A"), (("R", "S"), "C", None), (("C",), "E", "D")],
        ),
    ],
)
def test_steps(text: str, steps: list[tuple[tuple[str, ...], str, str | None]]) -> None:
    assert steps_in(text) == steps


def test_support_for_a_reconstructed_argument_runs_into_a_pseudo_premise() -> None:
    graph = steps_of(P_AND_C + "[F]: f.\n  +> <A>\n\n[Q]\n  +> <A>\n")
    (pseudo,) = graph.pseudo_supports
    assert (graph.title(pseudo.source), pseudo.step) == ("F", 0)
    assert pseudo.origin.symbol == "+>"


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("[T]\n  - [N]\n", [("N", "T", False)]),
        ("[T]\n  -> [N]\n", [("T", "N", False)]),
        ("[T]\n  >< [N]\n", [("T", "N", True)]),
        ("<A>: a.\n  - <B>: b.\n", [("B", "A", False)]),
        ("<A>: a.\n  _ <B>: b.\n", [("B", "A", False)]),
        ("[T]\n  - [T]\n", [("T", "T", False)]),
        (P_AND_C + "<A>\n  -> [N]\n", [("C", "N", False)]),
        (P_AND_C + "<A>\n  -> [C]\n", []),
        (P_AND_C + "<A>\n  >< [C]\n", []),
        (STRICT + "[T]\n  - [N]\n", [("N", "T", True)]),
        (STRICT + P_AND_C + "<A>\n  -> [N]\n", [("C", "N", True)]),
        (STRICT + "[T]\n  - <N>: n.\n", [("N", "T", False)]),
    ],
)
def test_attacks(text: str, attacks: list[tuple[str, str, bool]]) -> None:
    assert attacks_in(text) == attacks


@pytest.mark.parametrize(
    ("text", "undercuts"),
    [
        (P_AND_C + "<A>\n  _ <U>: u.\n", [("U", 0)]),
        (P_AND_C + "<A>\n  - <U>: u.\n", [("U", 0)]),
        (P_AND_C + "<A>\n  - [U]: u.\n\n[P]\n  - [U]\n", []),
        (P_AND_C + "<A>\n  - [U]: u.\n\n[P]\n  >< [U]\n", []),
        (P_AND_C + "<A>\n  - [U]: u.\n\n[C]\n  - [U]\n", [("U", 0)]),
        ("[T]\n  + [P]\n  + [Q]\n  _ <U>: u.\n", [("U", 0), ("U", 1)]),
        ("[T] {linked: true}\n  + [P]\n  + [Q]\n  _ <U>: u.\n", [("U", 0)]),
        ("<A>\n\n(1) [P]\n----\n  _ [U]\n(2) [M]\n----\n(3) [C]\n", [("U", 0)]),
        ("<A>\n\n(1) [P]\n----\n(2) [M]\n----\n(3) [C]\n\n<A>\n  _ [U]\n", [("U", 1)]),
        ("<A>\n\n(1) [P]\n----\n(2) [M]\n----\n(3) [C]\n\n<A>\n  - [U]\n", [("U", 0), ("U", 1)]),
    ],
)
def test_undercuts(text: str, undercuts: list[tuple[str, int]]) -> None:
    assert undercuts_in(text) == undercuts


def test_an_undercut_of_a_leaf_is_idle() -> None:
    graph = steps_of("[P]\n  _ [U]\n")
    assert graph.undercuts == ()
    (idle,) = graph.idle_undercuts
    assert graph.titles((idle.source, idle.target)) == ("U", "P")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ("", Status.BARE),
        ('{source: "S"}', Status.SOURCED),
        ("{quote: q}", Status.SOURCED),
        ('{source: ""}', Status.BARE),
        ("#assumption", Status.DECLARED),
        ("{status: assumed}", Status.DECLARED),
        ("{status: accepted}", Status.DECLARED),
        ("{status: verified, source: s}", Status.DECLARED),
        ("{status: unverifiable}", Status.BARE),
        ("#fact", Status.BARE),
        ("#todo", Status.TODO),
        ("#undeveloped", Status.TODO),
        ("#assumption {status: todo}", Status.TODO),
        ("#todo {status: rejected}", Status.REJECTED),
        ('{status: "false"}', Status.REJECTED),
        ("{status: false}", Status.REJECTED),
    ],
)
def test_status(data: str, status: Status) -> None:
    assert steps_of(f"[P]: p. {data}\n").nodes[0].status is status


@pytest.mark.parametrize(
    ("assume", "declared"),
    [
        ("all", ["P", "A"]),
        ("[P]", ["P"]),
        ("'[P]'", ["P"]),
        ("[[P]]", ["P"]),
        ("['<A>']", ["A"]),
        ("[T, A]", ["T", "A"]),
        ("", []),
    ],
)
def test_what_is_taken_as_given(assume: str, declared: list[str]) -> None:
    graph = steps_of(f"===\nassume: {assume}\n===\n\n[T]: t.\n  + [P]: p.\n  + <A>: a.\n")
    assert [node.title for node in graph.nodes if node.status is Status.DECLARED] == declared


def test_a_rejected_argument_or_conclusion_voids_its_steps() -> None:
    rejected = P_AND_C + "<A>: a. {status: rejected}\n"
    assert [step.is_void for step in steps_of(rejected).steps] == [True]
    rejected = P_AND_C + "[C] {status: rejected}\n"
    assert [step.is_void for step in steps_of(rejected).steps] == [True]
    todo = P_AND_C + "<A>: a. #todo\n"
    assert [step.is_void for step in steps_of(todo).steps] == [False]


def test_a_linked_step_comes_from_the_first_of_its_supports() -> None:
    graph = steps_of("[T] {linked: true}\n  - [N]\n  + [P]\n  + [Q]\n")
    assert [step.origin for step in graph.steps] == [graph.graph.relations[1]]


def test_support_for_a_reconstructed_argument_is_not_linked() -> None:
    graph = steps_of(P_AND_C + "<A> {linked: true}\n  + [F]\n  + [G]\n")
    assert [graph.title(pseudo.source) for pseudo in graph.pseudo_supports] == ["F", "G"]
    assert len(graph.steps) == 1


def test_linked_premises_stand_and_fall_together() -> None:
    text = "[T] {linked: true}\n  + [P]\n  + [Q]\n    - [N]\n"
    linked, apart = (evaluate(steps_of(t)) for t in (text, text.replace(" {linked: true}", "")))
    assert linked.of(NodeRef(NodeKind.STATEMENT, "T")).label is Label.OUT
    assert apart.of(NodeRef(NodeKind.STATEMENT, "T")).label is Label.IN
    (inference,) = report_labels(linked, ())["inferences"]
    assert (inference["premises"], inference["label"]) == (["P", "Q"], "out")


def test_every_part_points_to_where_it_was_written() -> None:
    text = P_AND_C + "[T]\n  + [C]\n  - [N]\n\n<A>\n  _ <U>: u.\n"
    graph = steps_of(text)
    assert [step.is_inference for step in graph.steps] == [True, False]
    relations = graph.graph.relations
    assert graph.steps[1].origin is relations[0]
    assert graph.attacks[0].origin is relations[1]
    assert graph.undercuts[0].origin is relations[2]
