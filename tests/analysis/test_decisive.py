"""Decisive attacks, and fewest answers, are those of brute force."""

import itertools
from dataclasses import replace

from hypothesis import example, given, settings
from naive import Naive
from random_maps import graph_of, maps

from argmap.analysis.decisive import MOST_ANSWERED, fight_over
from argmap.analysis.rejecting import rejecting
from argmap.analysis.sides import Side
from argmap.evaluation import Label, evaluate
from argmap.model import RelationKind
from argmap.model.steps import build_steps

SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)
FEW = settings(max_examples=40, deadline=None)


def identity(steps, kind, source, target):
    if kind is RelationKind.CONTRADICTORY:
        return (kind, *sorted((source, steps.source_of(target))))
    return (kind, source, target)


UNDERCUT_BY_WHAT_CAME_TO_STAND = """\
<P>

(1) [S0]
----
  _ [S0]
(2) [S0]

<Q>

(1) [S2]
----
(2) [S1]
----
  _ [S3]
(3) [S0]

[S0]
  -> [S3]

[S2]
  -> [S1]
"""


@FEW
@given(maps())
@example(UNDERCUT_BY_WHAT_CAME_TO_STAND)
def test_decisive_are_the_attacks_whose_removal_changes_the_label(text):
    graph = graph_of(text)
    steps = build_steps(graph)
    labelling = evaluate(steps)
    groups = {}
    for number, relation in enumerate(graph.relations):
        if relation.kind not in SUPPORTS:
            source = steps.source_of(relation.source)
            key = identity(steps, relation.kind, source, relation.target)
            groups.setdefault(key, set()).add(number)
    after = {}
    for key, gone in groups.items():
        left = tuple(r for number, r in enumerate(graph.relations) if number not in gone)
        naive = Naive(replace(graph, relations=left))
        labels = naive.labels("lenient")
        after[key] = [labels[node] for node in naive.nodes]
    for index, verdict in enumerate(labelling.node_verdicts):
        battle = fight_over(labelling, index)
        found = {
            identity(steps, each.kind, each.source, each.target): each.after
            for each in battle.decisive
        }
        wanted = {key: labels[index] for key, labels in after.items()}
        assert found == {key: label for key, label in wanted.items() if label != verdict.label}
        assert battle.is_complete


@FEW
@given(maps())
def test_no_fewer_answers_will_do(text):
    steps = build_steps(graph_of(text))
    labelling = evaluate(steps)
    for index in range(len(steps.nodes)):
        battle = fight_over(labelling, index)
        attacking = [n for n in battle.sides if steps.attacked[n] or steps.undercutting[n]]
        enough = (
            size
            for size in range(len(attacking) + 1)
            for chosen in itertools.combinations(attacking, size)
            if evaluate(rejecting(steps, chosen)).node_verdicts[index].label is Label.IN
        )
        least = next(enough, None)
        if battle.to_answer is not None:
            assert len(battle.to_answer) == least
            after = evaluate(rejecting(steps, battle.to_answer))
            assert after.node_verdicts[index].label is Label.IN
        else:
            assert least is None or (least > MOST_ANSWERED and not battle.is_least)


def test_sides_and_turn():
    steps = build_steps(graph_of("[T]\n  + [P]: p.\n    - [B]: b.\n      - [D]: d.\n"))
    labelling = evaluate(steps)
    battle = fight_over(labelling, steps.statements["T"])
    sides = {steps.title(node): side for node, side in battle.sides.items()}
    assert sides == {"T": Side.FOR, "P": Side.FOR, "B": Side.AGAINST, "D": Side.FOR}
    assert battle.turn is Side.AGAINST
    assert steps.titles(battle.unanswered) == ("D",)
    assert [steps.title(each.source) for each in battle.decisive] == ["D"]
