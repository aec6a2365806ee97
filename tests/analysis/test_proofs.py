"""Proof trees end, and their labels go together."""

from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import graph_of, maps

from argmap.analysis.links import LinkKind
from argmap.analysis.proofs import prove, prove_each
from argmap.evaluation import Label, Reason, evaluate
from argmap.model import NodeKind, NodeRef
from argmap.model.steps import build_steps

EXPECTED = {
    (Label.IN, True): Label.IN,
    (Label.IN, False): Label.OUT,
    (Label.OUT, True): Label.OUT,
    (Label.OUT, False): Label.IN,
    (Label.UNDECIDED, True): Label.UNDECIDED,
    (Label.UNDECIDED, False): Label.UNDECIDED,
}


@settings(max_examples=100, deadline=None)
@given(maps(), st.sampled_from([1, 2, 100]))
def test_every_proof_is_well_founded_and_its_labels_agree(text, depth):
    labelling = evaluate(build_steps(graph_of(text)))
    for ref in labelling.steps.graph.order:
        told = set()
        for proof, more in prove(labelling, ref, depth).walk():
            assert len(more) <= depth
            assert proof.verdict == labelling.of(proof.ref)
            assert proof.ref in told or not proof.shown.is_above
            if proof.children:
                assert proof.ref not in told
                told.add(proof.ref)
            for child in proof.children:
                supports = child.tie is LinkKind.RESTS_ON
                assert child.verdict.label is EXPECTED[proof.verdict.label, supports]
                if proof.verdict.reason in (Reason.SUPPORTED, Reason.GIVEN, Reason.ATTACKED):
                    assert child.verdict.rank < proof.verdict.rank
                if proof.verdict.reason in (Reason.NO_SUPPORT, Reason.CIRCLE):
                    members = {labelling.steps.nodes[node].ref for node in proof.verdict.because}
                    in_circle = proof.verdict.reason is Reason.CIRCLE and child.ref in members
                    assert child.verdict.rank < proof.verdict.rank or (supports and in_circle)
            if proof.verdict.reason in (Reason.SUPPORTED, Reason.ATTACKED, Reason.OPEN_ATTACK):
                assert proof.children or proof.shown.is_above or proof.shown.is_deeper


def lines(text, title, depth=40):
    labelling = evaluate(build_steps(graph_of(text)))
    proof = prove(labelling, NodeRef(NodeKind.STATEMENT, title), depth)
    return [(len(more), p.ref.title, str(p.verdict.label), p.shown) for p, more in proof.walk()]


def test_a_circle_of_support_is_shown_once():
    found = lines("[a]\n  + [b]\n    + [a]\n  + [c]: c. #todo\n", "a")
    assert [line[:3] for line in found] == [
        (0, "a", "out"),
        (1, "b", "out"),
        (2, "a", "out"),
        (1, "c", "out"),
    ]
    assert found[2][3].is_above


def test_a_deep_proof_says_that_it_goes_on():
    text = "".join(f"[S{n}]\n  + [S{n + 1}]\n\n" for n in range(3000))
    found = lines(text, "S0", depth=5)
    assert len(found) == 6
    assert found[-1][3].is_deeper


@settings(max_examples=100, deadline=None)
@given(maps(), st.sampled_from([1, 2, 100]))
def test_several_proofs_tell_everything_once(text, depth):
    labelling = evaluate(build_steps(graph_of(text)))
    refs = labelling.steps.graph.order
    proofs = prove_each(labelling, refs, depth)
    told = set()
    for ref, top in zip(refs, proofs, strict=True):
        assert top.ref == ref and not top.shown.is_above
        alone = prove(labelling, ref, depth)
        nearest = [(child.ref, child.tie) for child in alone.children]
        assert [(child.ref, child.tie) for child in top.children] == nearest
        for proof, _ in top.walk():
            assert proof.ref in told or not proof.shown.is_above
            if proof.children:
                assert proof.ref not in told or proof is top
                told.add(proof.ref)
    if depth == 100:
        for top in proofs:
            alone = {proof.ref for proof in prove(labelling, top.ref, depth).nodes()}
            assert alone <= {proof.ref for each in proofs for proof in each.nodes()}


def test_many_main_claims_on_the_same_reasons_take_no_more_than_the_map():
    """Each of 2,000 main claims rests on a chain of 30: alone each tree has all of it."""
    text = "".join(f"[T{n}]\n  + [S0]\n\n" for n in range(2000))
    text += "".join(f"[S{n}]\n  + [S{n + 1}]\n\n" for n in range(30))
    labelling = evaluate(build_steps(graph_of(text)))
    refs = [NodeRef(NodeKind.STATEMENT, f"T{n}") for n in range(2000)]
    proofs = prove_each(labelling, refs)
    assert sum(1 for top in proofs for _ in top.nodes()) == 2 * 2000 + 30
    assert proofs[1].children[0].shown.is_above
