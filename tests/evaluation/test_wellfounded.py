"""Labels by example, and at size."""

import json
import time

import pytest
from random_maps import graph_of

from argmap.errors import ArgmapError
from argmap.evaluation import Labelling, Policy, evaluate, reason_sentence, report_labels
from argmap.model import NodeKind, NodeRef
from argmap.model.steps import build_steps

WORKED = """<A1>

(1) [p1]: p1.
(2) [p2]: p2.
----
(3) [C]: c.

<A2>

(1) [p3]: p3.
----
(2) [C]

[p1]
  - [B]: b.
    - [D]: d.{data}

<A2>
  _ [U]: u.
"""


def label(text: str, policy: Policy = Policy.LENIENT) -> Labelling:
    return evaluate(build_steps(graph_of(text)), policy)


def labels(text: str, policy: Policy = Policy.LENIENT) -> dict[str, str]:
    labelling = label(text, policy)
    titles = [node.title for node in labelling.steps.nodes]
    verdicts = labelling.node_verdicts
    return {title: str(v.label) for title, v in zip(titles, verdicts, strict=True)}


def test_the_worked_example() -> None:
    found = labels(WORKED.format(data=""))
    assert found == dict.fromkeys(("p1", "p2", "C", "p3", "D", "U"), "in") | {"B": "out"}
    found = labels(WORKED.format(data=" {status: rejected}"))
    assert found == {
        "p1": "out", "p2": "in", "C": "out", "p3": "in", "B": "in", "D": "out", "U": "in"
    }  # fmt: skip
    found = labels(WORKED.format(data="\n      - [B]"))
    assert {title for title, is_ in found.items() if is_ == "undecided"} == {"p1", "C", "B", "D"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]\n  + [b]\n    + [a]\n", {"a": "out", "b": "out"}),
        ("[x]\n  - [a]\n    + [b]\n      + [a]\n", {"x": "in", "a": "out", "b": "out"}),
        ("[a]\n  + [b]\n    + [a]\n  + [e]\n", {"a": "in", "b": "in", "e": "in"}),
        ("[a]\n  >< [b]\n", {"a": "undecided", "b": "undecided"}),
        ("[a]\n  - [a]\n", {"a": "undecided"}),
        ("[a]: to do. #todo\n", {"a": "out"}),
        ("Prose.\n", {"Untitled 1": "in"}),
        ("<a>: a.\n  + <b>: b.\n    + <a>\n", {"a": "in", "b": "in"}),
        ("[a] #assumption\n  + [b] {status: rejected}\n", {"a": "in", "b": "out"}),
    ],
)
def test_small_maps(text: str, expected: dict[str, str]) -> None:
    assert labels(text) == expected


def test_policies_choose_which_leaves_stand() -> None:
    text = "[T]\n  + [a]: a. #assumption\n\n[U]\n  + [s]: s. {source: x}\n\n[V]\n  + [b]: b.\n"
    standing = {
        policy: {title for title, is_ in labels(text, policy).items() if is_ == "in"}
        for policy in Policy
    }
    assert standing[Policy.LENIENT] == {"T", "a", "U", "s", "V", "b"}
    assert standing[Policy.DECLARED] == {"T", "a", "U", "s"}
    assert standing[Policy.SOURCED] == {"U", "s"}


def test_an_unknown_policy_lists_the_policies() -> None:
    assert Policy.named("declared") is Policy.DECLARED
    with pytest.raises(ArgmapError, match="lenient, declared, sourced"):
        Policy.named("strict")


@pytest.mark.parametrize(
    ("text", "title", "sentence"),
    [
        ("[a]: x.\n", "a", "[a] stands by itself."),
        (
            "[a]\n  - [b]\n    - [c]\n",
            "a",
            "[a] stands by itself, and [b], which would speak against it, is out.",
        ),
        ("[a]\n  + [b]\n", "a", "[a] is in because [b] is in."),
        ("[a]\n  - [b]\n", "a", "[a] is out because it is attacked by [b], which is in."),
        ("[a]: x. #todo\n", "a", "[a] is out because it is still to do."),
        ("[a]: x. {status: rejected}\n", "a", "[a] is out because it is marked as rejected."),
        (
            "[a]\n  + [b]: x. #todo\n",
            "a",
            "[a] is out because its support fails: [b] is out.",
        ),
        (
            "[a]\n  + [b]\n  _ [u]\n",
            "a",
            "[a] is out because its support fails: [u] undercuts it.",
        ),
        (
            "[a]\n  + [b]\n    + [a]\n",
            "a",
            "[a] is out because [a] and [b] support one another and nothing else does.",
        ),
        (
            "[a]\n  + [a]\n",
            "a",
            "[a] is out because it is supported by nothing but itself.",
        ),
        ("[a]\n  >< [b]\n", "a", "[a] is undecided because its attacker [b] is undecided."),
        (
            "[a]\n  >< [b]\n  >< [c]\n",
            "a",
            "[a] is undecided because its attackers [b] and [c] are undecided.",
        ),
        (
            "[a]\n  _ [u]\n    - [v]\n  + [b]\n",
            "a",
            "[a] is in because [b] is in, and [u], which would speak against it, is out.",
        ),
        (
            "<P>\n\n(1) [b]: x. {status: rejected}\n----\n  _ [u]\n  _ [v]\n(2) [a]\n\n"
            "<Q>\n\n(1) [c]\n----\n  _ [u]\n  _ [v]\n(2) [a]\n",
            "a",
            "[a] is out because its support fails: [b] is out, and [u] undercuts it.",
        ),
        (
            "<Q>\n\n(1) [c]\n----\n  _ [u]\n(2) [a]\n\n[a]\n  + [d]\n  _ [v]\n",
            "a",
            "[a] is out because its support fails: [u] and [v] undercut it.",
        ),
        ("<P>\n\n----\n(1) [a]\n", "a", "[a] is in because it needs no premise."),
        (
            "[a]\n  + [b]\n  + [z]\n\n[b]\n  + [a]\n\n[b]\n  _ [u]\n\n[z]\n  + [z]\n",
            "a",
            "[a] is out because its support fails: [b] and [z] are out.",
        ),
        (
            "[t]\n  + [a]\n    >< [b]\n",
            "t",
            "[t] is undecided because [a] is undecided.",
        ),
    ],
)
def test_reasons_in_words(text: str, title: str, sentence: str) -> None:
    assert reason_sentence(label(text), NodeRef(NodeKind.STATEMENT, title)) == sentence


def test_the_report() -> None:
    report = report_labels(label("[T]: t.\n  + <A>: a.\n  + [P]: p. #todo\n"), ["T"])
    assert json.loads(json.dumps(report)) == {
        "policy": "lenient",
        "statements": {
            "T": {
                "label": "in",
                "reason": "supported",
                "because": ["A"],
                "text": "[T] is in because <A> is in.",
            },
            "P": {
                "label": "out",
                "reason": "to do",
                "because": [],
                "text": "[P] is out because it is still to do.",
            },
        },
        "arguments": {
            "A": {
                "label": "in",
                "reason": "stands by itself",
                "because": [],
                "text": "<A> stands by itself.",
            },
        },
        "inferences": [
            {
                "argument": "A",
                "conclusion": "T",
                "premises": [],
                "label": "in",
                "reason": "premises hold",
                "because": ["A"],
            },
            {
                "argument": None,
                "conclusion": "T",
                "premises": ["P"],
                "label": "out",
                "reason": "premise fails",
                "because": ["P"],
            },
        ],
        "theses": ["T"],
    }


def chain(length: int) -> str:
    return "".join(f"[S{n}]\n  + [S{n + 1}]\n\n" for n in range(length))


def loops_that_fall_one_after_the_other(count: int) -> str:
    """Each loop has one support from outside, which the member of the loop before attacks."""
    return "".join(
        f"[A{n}]\n  + [B{n}]\n    + [A{n}]\n  + [E{n}]\n    - [X{n}]\n\n[X{n + 1}]\n  - [A{n}]\n\n"
        for n in range(count)
    )


@pytest.mark.parametrize(
    "text",
    [chain(6000), loops_that_fall_one_after_the_other(1500)],
    ids=["chain", "loops"],
)
def test_size_is_no_obstacle(text: str) -> None:
    steps = build_steps(graph_of(text))
    began = time.perf_counter()
    evaluate(steps)
    assert time.perf_counter() - began < 2
