"""What a supposition changes is what an edit of the text would change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive
from random_maps import graph_of, maps

from argmap.analysis.named import UnknownTitle
from argmap.analysis.whatif import CannotSuppose, Supposition, suppose, what_if
from argmap.evaluation import Policy
from argmap.model.steps import build_steps


def written(ref):
    return f"[{ref.title}]" if ref.kind == "statement" else f"<{ref.title}>"


@settings(max_examples=80, deadline=None)
@given(maps(), st.data(), st.sampled_from(list(Policy)))
def test_changes_are_those_of_an_edited_text(text, data, policy):
    graph = graph_of(text)
    refs = [ref for ref in graph.order if graph.node(ref).is_titled]
    if not refs:
        return
    some = st.lists(st.sampled_from(refs), max_size=2, unique=True)
    pairs = st.lists(st.tuples(st.sampled_from(refs), st.sampled_from(refs)), max_size=2)
    rejected = data.draw(some)
    accepted = [ref for ref in data.draw(some) if ref not in rejected]
    attacks, supports = data.draw(pairs), data.draw(pairs)
    supposition = Supposition.read(
        graph,
        reject=[written(ref) for ref in rejected],
        accept=[written(ref) for ref in accepted],
        attacks=[f"{written(x)}:{written(y)}" for x, y in attacks],
        supports=[f"{written(x)}:{written(y)}" for x, y in supports],
    )
    edits = [f"{written(ref)} {{status: rejected}}" for ref in rejected]
    edits += [f"{written(ref)} {{status: accepted, source: x}}" for ref in accepted]
    edits += [f"{written(x)}\n  -> {written(y)}" for x, y in attacks]
    edits += [f"{written(x)}\n  +> {written(y)}" for x, y in supports]
    before = Naive(graph)
    after = Naive(graph_of(text + "\n\n" + "\n\n".join(edits) + "\n"))
    status = after.status
    granted = [("s" if ref.kind == "statement" else "a", ref.title) for ref in accepted]
    after.status = lambda node: "declared" if node in granted else status(node)
    labels, new = before.labels(policy), after.labels(policy)
    changes = {
        ("s" if change.ref.kind == "statement" else "a", change.ref.title): (
            change.before,
            change.after,
        )
        for change in what_if(graph, supposition, policy).changes
    }
    found = {node: changes[node] for node in before.nodes if node in changes}
    assert found == {n: (labels[n], new[n]) for n in before.nodes if labels[n] != new[n]}


@settings(max_examples=80, deadline=None)
@given(maps(), st.data())
def test_every_change_is_traced_to_what_is_supposed(text, data):
    graph = graph_of(text)
    refs = [ref for ref in graph.order if graph.node(ref).is_titled]
    if refs:
        rejected = data.draw(st.sampled_from(refs))
        for change in what_if(graph, Supposition(rejected=(rejected,))).changes:
            assert (change.chain[0], change.chain[-1]) == (rejected, change.ref)


def test_a_change_says_why_and_whence():
    graph = graph_of("[T]\n  + [P]\n    + [Q]: q.\n")
    answer = what_if(graph, Supposition.read(graph, reject=["Q"]))
    assert [(c.ref.title, str(c.after)) for c in answer.changes] == [
        ("T", "out"),
        ("P", "out"),
        ("Q", "out"),
    ]
    thesis = answer.changes[0]
    assert [ref.title for ref in thesis.chain] == ["Q", "P", "T"]
    assert thesis.sentence == "[T] is out because its support fails: [P] is out."


def test_the_graph_that_is_supposed_from_stays_as_it_is():
    graph = graph_of("[T]\n  + [P]: p.\n")
    before = build_steps(graph)
    suppose(graph, Supposition.read(graph, reject=["P"], attacks=["P:T"]))
    assert build_steps(graph) == before


def test_titles_may_hold_colons():
    graph = graph_of("[a:b]: x.\n\n[c]: y.\n")
    attack = Supposition.read(graph, attacks=["a:b:c"]).attacks
    assert [(x.title, y.title) for x, y in attack] == [("a:b", "c")]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"reject": ["Nothing"]}, UnknownTitle),
        ({"attacks": ["T"]}, CannotSuppose),
        ({"attacks": ["T:Nothing"]}, UnknownTitle),
        ({"reject": ["T"], "accept": ["T"]}, CannotSuppose),
    ],
)
def test_what_cannot_be_supposed(words, error):
    with pytest.raises(error):
        Supposition.read(graph_of("[T]: t.\n"), **words)
