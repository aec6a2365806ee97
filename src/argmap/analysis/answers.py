"""Answers for programs: what `why`, `whatif`, `cruxes` and `attacks` print as JSON."""

from argmap.analysis.cruxes import Cruxes
from argmap.analysis.decisive import Battle
from argmap.analysis.proofs import Explanation, Proof
from argmap.analysis.speakers import Speakers
from argmap.analysis.whatif import WhatIf
from argmap.evaluation import Labelling, incoherent_steps
from argmap.model.graph import NodeRef
from argmap.model.steps import StepGraph

Json = dict[str, object]


def report_proof(explanation: Explanation) -> Json:
    """Return `{title, label, text, tree}`; a node of the tree is `{node, label, children, …}`.

    Besides: `kind`, `reason`, `tie` (to the node above it), and `again` or `deeper` if its own
    tree is left out.
    """
    proof = explanation.proof
    return {
        "title": proof.ref.title,
        "label": str(proof.verdict.label),
        "text": explanation.sentence,
        "tree": _tree(proof),
    }


def _tree(top: Proof) -> Json:
    tree = _branch(top)
    waiting = [(top, tree)]
    while waiting:
        proof, branch = waiting.pop()
        children = [_branch(child) for child in proof.children]
        branch["children"] = children
        waiting += zip(proof.children, children, strict=True)
    return tree


def _branch(proof: Proof) -> Json:
    branch: Json = {
        "node": proof.ref.title,
        "kind": str(proof.ref.kind),
        "label": str(proof.verdict.label),
        "reason": str(proof.verdict.reason),
        "tie": str(proof.tie) if proof.tie is not None else None,
    }
    if proof.shown.is_above:
        branch["again"] = True
    if proof.shown.is_deeper:
        branch["deeper"] = True
    return branch


def report_changes(answer: WhatIf) -> Json:
    """Return `{changed: [{title, kind, before, after, reason, chain}]}`."""
    return {
        "policy": str(answer.after.policy),
        "changed": [
            {
                "title": change.ref.title,
                "kind": str(change.ref.kind),
                "before": str(change.before),
                "after": str(change.after),
                "reason": change.sentence,
                "chain": [ref.title for ref in change.chain],
            }
            for change in answer.changes
        ],
    }


def report_cruxes(cruxes: Cruxes) -> Json:
    """Return `{title, label, cruxes, single, complete, loads}` and what was searched.

    `searched`: all cruxes of up to that many leaves are there; `least`: none has fewer;
    `larger`: whether there are others, null if that is not known. Under attacks `confirmed` says
    whether each was confirmed by labelling anew, and `refuted` how many were not.
    """
    steps = cruxes.steps
    report: Json = {
        "title": steps.title(cruxes.conclusion),
        "label": str(cruxes.label),
        "cruxes": [list(steps.titles(cut)) for cut in cruxes.sets],
        "single": list(steps.titles(cruxes.single)),
        "complete": cruxes.is_complete,
        "loads": {steps.title(leaf): load for leaf, load in cruxes.loads.items()},
        "loads_complete": cruxes.is_loaded,
        "searched": cruxes.cuts.searched,
        "least": cruxes.cuts.least,
        "larger": cruxes.cuts.has_larger,
        "with_attacks": cruxes.confirmed is not None,
    }
    if cruxes.confirmed is not None:
        report |= {"confirmed": cruxes.confirmed, "refuted": cruxes.refuted}
    return report


def report_battle(battle: Battle) -> Json:
    """Return what decides about a conclusion, with sides and the parties that speak.

    `{title, label, turn, decisive: [{source, target, kind, side, parties, before, after}],
    complete, to_answer: [titles] | null, fewest, unanswered: {for: […], against: […]}}`
    """
    steps = battle.labelling.steps
    speakers = Speakers.of(steps.graph)
    return {
        "title": steps.title(battle.conclusion),
        "label": str(battle.label),
        "turn": str(battle.turn),
        "decisive": [
            {
                "source": steps.title(attack.source),
                "target": attack.target.title,
                "kind": str(attack.kind),
                "side": str(battle.sides.get(attack.source, "")) or None,
                "parties": party_names(steps, speakers, steps.nodes[attack.source].ref),
                "before": str(battle.label),
                "after": str(attack.after),
            }
            for attack in battle.decisive
        ],
        "complete": battle.is_complete,
        "to_answer": (
            list(steps.titles(battle.to_answer)) if battle.to_answer is not None else None
        ),
        "fewest": battle.is_least,
        "unanswered": {
            side: [
                steps.title(node)
                for node in battle.unanswered
                if battle.sides[node] in (side, "both")
            ]
            for side in ("for", "against")
        },
    }


def party_names(steps: StepGraph, speakers: Speakers, ref: NodeRef) -> list[str]:
    """Return for whom a node speaks, by its `side:`, or its `speaker:` and the front matter."""
    return [party.name for party in speakers.parties(steps.graph.node(ref))]


def report_incoherence(labelling: Labelling) -> list[Json]:
    """Return the strict inferences that hold although their conclusion is out."""
    steps = labelling.steps
    return [
        {
            "argument": steps.steps[index].argument,
            "premises": list(steps.titles(steps.steps[index].premises)),
            "conclusion": steps.title(steps.steps[index].conclusion),
        }
        for index in incoherent_steps(labelling)
    ]
