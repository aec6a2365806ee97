"""Strengths: values from the literature, properties, and agreement with the plain definitions."""

import json
import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from naive_strength import PLAIN, NaiveStrengths
from random_maps import acyclic_maps, graph_of, maps

import argmap
from argmap.errors import ArgmapError
from argmap.evaluation.gradual import SEMANTICS, Method, measure, report_strengths, semantics_named
from argmap.model import NodeKind, NodeRef
from argmap.model.steps import build_steps

NAMES = [semantics.name for semantics in SEMANTICS]
BIPOLAR = [name for name in NAMES if name != "h-categorizer"]


def strengths(text: str, semantics: str = "df-quad") -> dict[str, float | None]:
    found = argmap.strength(graph_of(text), semantics=semantics)
    return {ref.title: found.value(ref) for ref in found.steps.graph.order}


def near(text: str, semantics: str, expected: dict[str, float], within: float = 5e-5) -> None:
    found = strengths(text, semantics)
    for title, value in expected.items():
        assert found[title] == pytest.approx(value, abs=within), title


# Values from the literature

STOCK = """
[Buy]: The share should be bought.
  - [Sell]: The share should be sold.
  + [B]
  + [D]
[Sell]
  - [Buy]
  + [A]: Its price will fall. {strength: 0.8}
    - [D]: The firm will do well. {strength: 0.9}
    - [B]: Its price will rise. {strength: 0.7}
      + [E]: The market grows. {strength: 0.9}
      - [C]: The market shrinks. {strength: 0.3}
        - [E]
"""
DEMOCRACY = """
[A1]: One answer. {strength: 0.5}
  + <P1>: pro {strength: 0.7}
  + <P2>: pro {strength: 0.5}
    - <C2>: con {strength: 0.2}
    - <C3>: con {strength: 0.6}
    - <C4>: con {strength: 0.5}
[A2]: Another answer. {strength: 0.5}
  - <C1>: con {strength: 0.2}
  + <P3>: pro {strength: 0.9}
"""
DUEL = "[A]: a {strength: 1}\n  - [B]: b {strength: 1}\n    - [A]\n"


def test_the_stock_example_of_potyka():
    expected = {"Buy": 0.8216, "Sell": 0.3622, "A": 0.2047, "B": 0.8051, "C": 0.1657}
    near(STOCK, "quadratic-energy", expected)


def test_the_democracy_example_of_rago_and_others():
    near(DEMOCRACY, "df-quad", {"A1": 0.862, "A2": 0.85, "P2": 0.08}, within=1e-12)


def test_mutual_attack_flips_in_rounds_and_rests_in_time():
    near(DUEL, "df-quad", {"A": 0.5, "B": 0.5})
    assert argmap.strength(graph_of(DUEL)).solution.methods == (Method.CONTINUOUS,) * 2
    near(DUEL, "quadratic-energy", {"A": 0.682328, "B": 0.682328}, within=1e-6)
    golden = (math.sqrt(5) - 1) / 2
    near(DUEL, "h-categorizer", {"A": golden, "B": golden}, within=1e-7)


def test_a_conflict_attacks_both_ways():
    assert strengths("[A]: a {strength: 1}\n  >< [B]: b {strength: 1}\n") == pytest.approx(
        {"A": 0.5, "B": 0.5}, abs=1e-7
    )


# From the map to the graph

STRUCTURE = """
<Case>{weight}

(1) [P]: p {{strength: 0.8}}
(2) [Q]: q {{strength: 0.6}}
--{inference}--
{undercut}(3) [C]: c {{strength: 0}}
"""


def structure(weight: str = "", inference: str = "", undercut: str = "") -> str:
    return STRUCTURE.format(weight=weight, inference=inference, undercut=undercut)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (structure(), 0.6),
        (structure(weight=" {strength: 0.5}"), 0.3),
        (structure(weight=" {strength: 0.5}", inference=" r {strength: 1} "), 0.6),
        (structure(undercut="  _ [U]: u {strength: 0.25}\n"), 0.45),
        (structure(weight=" {status: rejected}"), 0.0),
    ],
)
def test_a_step_is_as_strong_as_its_weakest_premise_by_its_weight(text, value):
    found = argmap.strength(graph_of(text))
    assert found.value(NodeRef(NodeKind.STATEMENT, "C")) == pytest.approx(value)
    assert found.value(NodeRef(NodeKind.ARGUMENT, "Case")) == pytest.approx(value)
    assert found.value(NodeRef(NodeKind.INFERENCE, "Case", 0)) == pytest.approx(value)


def test_the_weight_of_an_argument_is_that_of_its_last_inference():
    text = """<Two> {strength: 0.5}

(1) [P]: p {strength: 1}
----
(2) [Q]: q {strength: 0}
----
(3) [C]: c {strength: 0}
"""
    assert strengths(text)["Q"] == 1.0
    assert strengths(text)["C"] == 0.5


def test_linked_supports_are_one_supporter_and_others_are_two():
    text = "[C]: c {strength: 0%s}\n  + [P]: p {strength: 0.8}\n  + [Q]: q {strength: 0.6}\n"
    assert strengths(text % ", linked: true")["C"] == pytest.approx(0.6)
    assert strengths(text % "")["C"] == pytest.approx(1 - 0.2 * 0.4)


def test_a_reason_that_is_written_twice_is_one_reason():
    text = "[C]: c\n  + [P]: p\n"
    assert strengths(text) == strengths(text + "  + [P]\n")
    argument = "<%s>%s\n\n(1) [P]\n----\n(2) [C]\n\n"
    both = argument % ("A", "") + argument % ("B", " {strength: 1}")
    assert strengths(text + "\n" + both)["C"] == strengths(text)["C"]
    attack = "[C]: c\n  - [P]: p\n"
    assert strengths(attack) == strengths(attack + "  - [P]\n")


def test_what_is_rejected_has_no_strength_whatever_supports_it():
    text = "[C]: c {status: rejected}\n  + [P]: p {strength: 1}\n"
    for name in NAMES:
        assert strengths(text, name)["C"] == 0.0


def test_supports_of_what_needs_none_and_idle_undercuts_change_nothing():
    text = "[C]: c\n  _ [U]: u\n"
    assert strengths(text)["C"] == 0.5


def test_the_h_categorizer_counts_no_supports():
    assert strengths("[C]: c\n  + [P]: p {strength: 1}\n", "h-categorizer")["C"] == 0.5
    assert (
        argmap.strength(graph_of("[C]: c\n  + [C]\n"), semantics="h-categorizer").unsettled == ()
    )


# What cannot be used is told

BAD = ["2", "-0.1", '"0.7"', "true", "high", ".nan", ".inf", "[0.5]", "~"]


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize(
    "text", ["[C]: c {strength: %s}\n  - [D]: d\n", "<C>: c {strength: %s}\n  - [D]: d\n"]
)
def test_a_strength_that_is_no_number_from_0_to_1_is_a_problem_and_not_taken(text, value):
    graph = graph_of(text % value)
    found = argmap.strength(graph)
    [problem] = found.problems
    assert problem.titles == ("C",) and "no number from 0 to 1" in problem.message
    assert graph.document.source.locate(problem.span.start).line == 1
    assert found.value(graph.order[0]) == 0.25
    [told] = report_strengths(found)["problems"]
    assert told["line"] == 1 and told["message"] == problem.message


@pytest.mark.parametrize("value", ["0", "1", "0.0", "1.0", "0.25"])
def test_the_bounds_are_strengths(value):
    found = argmap.strength(graph_of(f"[C]: c {{strength: {value}}}\n"))
    assert found.problems == () and found.solution.strengths == (float(value),)


def test_problems_of_inferences_and_of_rejected_claims():
    found = argmap.strength(graph_of(structure(inference=" r {strength: 9} ")))
    assert "the inference to (3) in <Case>" in found.problems[0].message
    found = argmap.strength(graph_of("[C]: c {strength: 0.9, status: rejected}\n"))
    assert "rejected" in found.problems[0].message and found.solution.strengths == (0.0,)


def test_an_unknown_semantics_names_the_known_ones():
    with pytest.raises(ArgmapError, match="df-quad, quadratic-energy, euler, h-categorizer"):
        argmap.strength(graph_of("[A]: a\n"), semantics="dfquad")


def ring(stages: int, copies: int) -> str:
    """Stages that attack one another in a ring; each stage is several claims of its own."""
    lines = []
    for stage in range(stages):
        for copy in range(copies):
            strength = 1 - 0.02 * stage
            lines.append(f"[S{stage}c{copy}]: s {{strength: {strength}}}")
            before = (stage - 1) % stages
            lines += [f"  - [S{before}c{other}]" for other in range(copies)]
            lines.append("")
    return "\n".join(lines) + "[Top]: t\n  + [S0c0]\n\n[Free]: f\n"


def test_a_circle_that_does_not_settle_has_no_numbers_and_neither_has_what_rests_on_it():
    found = argmap.strength(graph_of(ring(5, 10)), semantics="quadratic-energy")
    assert found.value(NodeRef(NodeKind.STATEMENT, "S0c0")) is None
    assert found.value(NodeRef(NodeKind.STATEMENT, "Top")) is None
    assert found.value(NodeRef(NodeKind.STATEMENT, "Free")) == 0.5
    [problem] = found.problems
    assert "do not settle" in problem.message and "Top" in problem.titles
    report = report_strengths(found)
    assert report["statements"]["Top"]["strength"] is None and "Top" in report["unsettled"]
    json.dumps(report, allow_nan=False)


# Properties (Baroni, Rago and Toni 2019; Amgoud and Ben-Naim 2018), of the formulas

unit = st.floats(0, 1)
some = st.lists(unit, max_size=4)


def one(name: str, base: float, attackers: list[float], supporters: list[float]) -> float:
    semantics = semantics_named(name)
    return semantics.influence.move(base, semantics.aggregation.combine(attackers, supporters))


@settings(deadline=None)
@given(unit, some, some)
@pytest.mark.parametrize("name", NAMES)
def test_formulas_are_the_plain_definitions_and_stay_in_bounds(name, base, attackers, supporters):
    value = one(name, base, attackers, supporters)
    assert value == pytest.approx(PLAIN[name](base, attackers, supporters), abs=1e-12)
    assert -1e-12 <= value <= 1 + 1e-12


@settings(deadline=None)
@given(unit, some)
@pytest.mark.parametrize("name", BIPOLAR)
def test_balance(name, base, strengths):
    assert one(name, base, strengths, strengths[::-1]) == pytest.approx(base, abs=1e-9)
    assert one(name, base, [], []) == pytest.approx(base, abs=1e-12)
    assert one(name, base, strengths, []) <= base + 1e-12
    assert one(name, base, [], strengths) >= base - 1e-12


@settings(deadline=None)
@given(unit, st.tuples(some, some), st.tuples(unit, unit))
@pytest.mark.parametrize("name", NAMES)
def test_monotony(name, base, sides, ends):
    (attackers, supporters), (low, high) = sides, sorted(ends)
    weaker = one(name, base, attackers, [*supporters, low])
    assert weaker <= one(name, base, attackers, [*supporters, high]) + 1e-12
    attacked = one(name, base, [*attackers, high], supporters)
    assert attacked <= one(name, base, [*attackers, low], supporters) + 1e-12
    assert one(name, low, attackers, supporters) <= one(name, high, attackers, supporters) + 1e-12


@settings(deadline=None)
@given(unit, some, some)
@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy"])
def test_duality(name, base, attackers, supporters):
    value = one(name, base, attackers, supporters)
    assert one(name, 1 - base, supporters, attackers) == pytest.approx(1 - value, abs=1e-12)


# Whole maps

MANY = settings(max_examples=50, deadline=None)
NUMBERS = ["", " {strength: 0}", " {strength: 1}", " {strength: 0.3}", " {strength: 0.9}"]


@st.composite
def weighted_maps(draw: st.DrawFn) -> str:
    text = draw(maps())
    for title in ("[S0]", "[S1]", "[S2]", "[S3]", "<A>", "<P>", "<Q>"):
        text += f"\n{title}{draw(st.sampled_from(NUMBERS))}\n"
    return text


def values_of(found) -> dict[tuple[str, str], float | None]:
    nodes = found.steps.nodes
    names = [("s" if node.is_statement else "a", node.title) for node in nodes]
    return dict(zip(names, found.solution.strengths[: len(nodes)], strict=True))


@MANY
@given(weighted_maps())
@pytest.mark.parametrize("name", NAMES)
def test_strengths_solve_the_equations_of_the_map(name, text):
    graph = graph_of(text)
    found, naive = argmap.strength(graph, semantics=name), NaiveStrengths(graph, name)
    values = values_of(found)
    assume(None not in values.values())
    assert naive.equations(values) == pytest.approx(values, abs=1e-6)
    for number, step in enumerate(naive.naive.steps):
        unit = found.solution.graph.unit_of[number]
        value = 0.0 if unit is None else found.solution.strengths[unit]
        if not naive.naive.is_void(step):
            assert value == pytest.approx(naive.step_value(step, values), abs=1e-6)


@MANY
@given(weighted_maps())
@pytest.mark.parametrize("name", NAMES)
def test_strengths_are_those_of_slow_time(name, text):
    graph = graph_of(text)
    found, naive = argmap.strength(graph, semantics=name), NaiveStrengths(graph, name)
    slow = naive.by_time()
    assume(slow is not None and found.unsettled == ())
    values = values_of(found)
    assert values == pytest.approx(slow, abs=1e-4)


@MANY
@given(acyclic_maps())
@pytest.mark.parametrize("name", NAMES)
def test_without_circles_one_pass_is_exact(name, text):
    graph = graph_of(text)
    found = argmap.strength(graph, semantics=name)
    values = values_of(found)
    assert values == pytest.approx(NaiveStrengths(graph, name).by_passes(), abs=1e-12)
    assert set(found.solution.methods) == {Method.DIRECT}


@MANY
@given(acyclic_maps())
@pytest.mark.parametrize("name", NAMES)
def test_the_derivation_leads_to_the_strength(name, text):
    found = argmap.strength(graph_of(text), semantics=name)
    semantics = found.semantics
    for ref in found.steps.graph.order:
        each = found.of(ref)
        against = [value for _, value in each.attackers]
        favour = [supporter.strength for supporter in each.supporters]
        assert each.aggregate == semantics.aggregation.combine(against, favour)
        assert each.strength == pytest.approx(semantics.influence.move(each.base, each.aggregate))
        if against or favour:
            assert each.formulas[-1].endswith(f"= {round(each.strength, 4):g}".replace("-", "−"))
    json.dumps(report_strengths(found), allow_nan=False)


def test_a_long_chain_and_a_long_circle():
    chain = "".join(f"[N{i}]: n\n  - [N{i + 1}]\n\n" for i in range(5000))
    assert len(strengths(chain)) == 5001
    found = measure(build_steps(graph_of(chain + "[N5000]\n  - [N0]\n")), SEMANTICS[0])
    assert found.solution.strengths[7] == pytest.approx(1 / 3, abs=1e-6)
