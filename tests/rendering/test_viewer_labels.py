"""The labels that a page works out by itself are those of the library."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from naive import Naive
from random_maps import graph_of, maps

import argmap
from argmap.analysis.whatif import Supposition, suppose
from argmap.evaluation import Policy, evaluate
from argmap.model.steps import build_steps
from argmap.rendering.viewer import label_data as of_viewer
from argmap.rendering.viewer.label_data import label_data, node_key

ROOT = Path(__file__).parents[2]
SCRIPT = (Path(of_viewer.__file__).parent / "assets" / "labels.js").read_text(encoding="utf-8")
SHIPPED = sorted((ROOT / "maps").glob("**/*.argdown"))
# One closure for all scripts, as in a page; only the page's script knows `computeLabels`.
ASK = f"""(asked) => {{
  "use strict";
  {SCRIPT}
  const {{ data, questions }} = JSON.parse(asked);
  const text = JSON.stringify(data);
  const answers = questions.map(([no, yes]) => [...computeLabels(data, no, yes)]);
  if (JSON.stringify(data) !== text) throw new Error("the data was changed");
  return answers;
}}"""
IN_ONE_BROWSER = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ask(page, graph, policy, suppositions):
    """Return the page's labels for each supposition; the data go through JSON, as in a page."""
    data = label_data(evaluate(build_steps(graph), policy))
    questions = [
        [[node_key(ref) for ref in rejected], [node_key(ref) for ref in accepted]]
        for rejected, accepted in suppositions
    ]
    return answers(page, data, questions)


def answers(page, data, questions):
    asked = json.dumps({"data": data, "questions": questions})
    return [dict(answer) for answer in page.evaluate(ASK, asked)]


def expected(graph, policy, rejected, accepted):
    steps = suppose(graph, Supposition(rejected=tuple(rejected), accepted=tuple(accepted)))
    labelling = evaluate(steps, policy)
    return {node_key(ref): labelling.of(ref).label.value for ref in graph.order}


def compare(page, graph, policy, suppositions):
    found = ask(page, graph, policy, suppositions)
    for (rejected, accepted), answer in zip(suppositions, found, strict=True):
        assert answer == expected(graph, policy, rejected, accepted), (rejected, accepted)


def some_suppositions(graph, count, seed):
    """Nothing, each node by itself rejected and accepted, and mixtures."""
    dice = random.Random(seed)
    refs = list(graph.order)
    singles = [((ref,), ()) for ref in refs] + [((), (ref,)) for ref in refs]
    mixed = []
    for _ in range(count):
        chosen = dice.sample(refs, dice.randint(0, min(len(refs), 6)))
        cut = dice.randint(0, len(chosen))
        mixed.append((chosen[:cut], chosen[cut:]))
    return [((), ()), *dice.sample(singles, min(len(singles), count)), *mixed]


@pytest.mark.parametrize("policy", list(Policy))
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_maps(page, path, policy):
    graph = argmap.load(path)
    compare(page, graph, policy, some_suppositions(graph, 30, path.stem))


@IN_ONE_BROWSER
@given(maps(), st.data(), st.sampled_from(list(Policy)))
def test_random_maps_under_random_suppositions(page, text, data, policy):
    graph = graph_of(text)
    some = st.lists(st.sampled_from(list(graph.order) or [None]), max_size=3, unique=True)
    suppositions = [((), ())]
    for _ in range(4 if graph.order else 0):
        rejected = data.draw(some)
        suppositions.append((rejected, [ref for ref in data.draw(some) if ref not in rejected]))
    compare(page, graph, policy, suppositions)


@settings(IN_ONE_BROWSER, max_examples=50)
@given(maps(), st.sampled_from(list(Policy)))
def test_random_maps_by_definition(page, text, policy):
    """The page against the plain definition, without the library's evaluation between."""
    graph = graph_of(text)
    (answer,) = ask(page, graph, policy, [((), ())])
    labels = Naive(graph).labels(policy)
    of_nodes = {f"[{n[1]}]" if n[0] == "s" else f"<{n[1]}>": labels[n] for n in Naive(graph).nodes}
    assert {key: answer[key] for key in of_nodes} == of_nodes


TROUBLES = {
    "a circle that supports itself": "[A]\n  + [B]\n\n[B]\n  + [A]\n\n[C]\n  - [A]\n",
    "a circle with evidence from outside": "[A]\n  + [B]\n  + [E]\n\n[B]\n  + [A]\n",
    "a circle whose evidence is attacked": (
        "[A]\n  + [B]\n  + [E]\n\n[B]\n  + [A]\n\n[E]\n  - [F]\n    - [G]\n"
    ),
    "a conflict": "[A]\n  >< [B]\n\n[T]\n  + [A]\n  + [B]\n",
    "an empty source": "[A]: a {source: ''}\n  + [B]: b {source: ''}\n",
    "titles of objects": "[__proto__]\n  + [constructor]\n\n<__proto__>\n  -> [constructor]\n",
    "one title for both kinds": "[A]: a\n  + <A>: b\n  - [B]\n",
    "a rejected argument": (
        "<P> {status: rejected}\n\n(1) a\n----\n(2) b\n----\n(3) [C]\n\n[C]\n  + [D]\n"
    ),
    "an undercut step": "<P>\n\n(1) [A]\n----\n  _ [U]\n(2) [C]\n\n[U]\n  - [V]\n",
    "no map": "",
}


@pytest.mark.parametrize("policy", list(Policy))
@pytest.mark.parametrize("text", TROUBLES.values(), ids=TROUBLES)
def test_troublesome_maps(page, text, policy):
    graph = graph_of(text)
    compare(page, graph, policy, some_suppositions(graph, 40, text) if graph.order else [((), ())])


def test_what_is_in_both_lists_is_accepted_and_unknown_keys_are_passed_over(page):
    graph = graph_of("[A]\n  + [B]\n")
    data = label_data(evaluate(build_steps(graph)))
    both, unknown = answers(page, data, [[["[B]"], ["[B]"]], [["[Gone]"], ["<B>"]]])
    assert both == unknown == {"[A]": "in", "[B]": "in"}


def test_nothing_but_the_function_is_left_behind(page):
    page.set_content("<p>")
    before = page.evaluate("Object.getOwnPropertyNames(window)")
    page.add_script_tag(content=SCRIPT)
    assert set(page.evaluate("Object.getOwnPropertyNames(window)")) - set(before) == {
        "computeLabels"
    }


def large(shape):
    """100,000 statements: a chain, a wide tree, circles with one outside founder each."""
    count = 100_000
    standing = {"nodes": [f"[{i}]" for i in range(count)], "arguments": [], "policy": "lenient"}
    attacks, steps = [], []
    match shape:
        case "chain of supports":
            steps = [[i, i + 1] for i in range(count - 1)]
        case "chain of attacks":
            attacks = [end for i in range(count - 1) for end in (i + 1, i)]
        case "tree":
            steps = [[(i - 1) // 3, i] for i in range(1, count)]
            attacks = [end for i in range(1, count, 50) for end in (i, i // 2)]
        case "circles in a row":
            # Every circle of two rests on the circle before; the first rests on nothing.
            for i in range(0, count - 1, 2):
                steps += [[i, i + 1], [i + 1, i]]
            attacks = [end for i in range(1, count - 2, 2) for end in (i, i + 1)]
    concluded = {step[0] for step in steps}
    given = ["0" if i in concluded else "1" for i in range(count)]
    pairs = list(zip(attacks[::2], attacks[1::2], strict=True))
    return standing | {
        "standing": "".join(given),
        "steps": steps,
        "attacks": [end for pair in pairs for end in pair],
        "undercuts": [],
    }


@pytest.mark.parametrize(
    "shape", ["chain of supports", "chain of attacks", "tree", "circles in a row"]
)
def test_a_hundred_thousand_statements_take_about_a_second(page, shape):
    timed = f"""(text) => {{
      {SCRIPT}
      const data = JSON.parse(text);
      const start = performance.now();
      const labels = computeLabels(data, ["[7]"], ["[8]"]);
      return [performance.now() - start, labels.size];
    }}"""
    milliseconds, size = page.evaluate(timed, json.dumps(large(shape)))
    print(shape, milliseconds)
    assert size == 100_000
    assert milliseconds < 2_000  # 70 ms to 190 ms where two cores are busy
