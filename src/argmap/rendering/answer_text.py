"""Answers for people: proofs, changes, cruxes and decisive attacks, as lines of text."""

from collections.abc import Iterable, Iterator

from argmap.analysis.answers import party_names
from argmap.analysis.cruxes import Cruxes
from argmap.analysis.decisive import Battle, Decisive
from argmap.analysis.links import LinkKind
from argmap.analysis.proofs import Explanation, Proof
from argmap.analysis.sides import Side
from argmap.analysis.speakers import Speakers
from argmap.analysis.whatif import WhatIf
from argmap.evaluation import Label, reason_sentence
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, RelationKind
from argmap.model.steps import StepGraph
from argmap.model.written_names import listed, shortened, written_name, written_names

_SIGNS = {LinkKind.RESTS_ON: "", LinkKind.ATTACKED_BY: "− ", LinkKind.UNDERCUT_BY: "× "}
_TEXT = 70
MOST_LINES = 20
"""How many cruxes are printed; programs are given all."""


def write_proof(explanation: Explanation) -> str:
    """Return the reason in a sentence, and the proof as a tree of lines."""
    graph = explanation.labelling.steps.graph
    lines = [explanation.sentence, ""]
    for each, more in explanation.proof.walk():
        bars = "".join("│  " if goes_on else "   " for goes_on in more[:-1])
        fork = ("├─ " if more[-1] else "└─ ") if more else ""
        sign = _SIGNS[each.tie] if each.tie is not None else ""
        lines.append(f"{bars}{fork}{sign}{_told(graph, each)}")
    return _joined(lines)


def _told(graph: ArgumentGraph, proof: Proof) -> str:
    node = graph.node(proof.ref)
    name = written_name(node)
    said = f"  {shortened(node.text, _TEXT)}" if node.text and node.is_titled else ""
    head = f"{name} {proof.verdict.label}"
    if proof.shown.is_above:
        return f"{head} (see above)"
    if proof.shown.is_deeper:
        return f"{head} (and more: argmap why … {name!r})"
    why = "" if proof.children else f" ({proof.verdict.reason})"
    return f"{head}{why}{said}"


def write_changes(answer: WhatIf) -> str:
    """Return a line for each label that changes, with its reason."""
    if not answer.changes:
        supposed = (*answer.supposition.rejected, *answer.supposition.accepted)
        told = [f"  {reason_sentence(answer.after, ref)}" for ref in supposed]
        return _joined(["Nothing changes.", *told])
    graph = answer.before.steps.graph
    lines = []
    for change in answer.changes:
        lines.append(f"{_name(graph, change.ref)}: {change.before} → {change.after}")
        lines.append(f"  {change.sentence}")
        if len(change.chain) > 2:
            lines.append(f"  {' → '.join(_name(graph, ref) for ref in change.chain)}")
    return _joined(lines)


def write_cruxes(cruxes: Cruxes) -> str:
    """Return the single points of failure, the other cruxes, and what was not searched."""
    steps = cruxes.steps
    name = written_names(steps, [cruxes.conclusion])
    return _joined(_crux_lines(cruxes, name))


def _crux_lines(cruxes: Cruxes, name: str) -> Iterator[str]:
    steps, cuts = cruxes.steps, cruxes.cuts
    is_attacked = cruxes.confirmed is not None
    if not cuts.sets and not cuts.least:
        if is_attacked and cruxes.label is not Label.IN:
            yield f"{name} is {cruxes.label} already."
        else:
            yield f"{name} rests on no leaf: nothing that could fall carries it."
        return
    if cuts.sets == ((cruxes.conclusion,),) and not is_attacked:
        load = _load(cruxes, cruxes.conclusion)
        yield f"{name} stands by itself: only rejecting it takes it down.{load}"
        return
    if not is_attacked and cruxes.label is not Label.IN:
        yield f"As the map stands, {name} is {cruxes.label}; attacks are left aside here."
    falls = "is in no longer" if is_attacked else "falls"
    for leaf in cruxes.single[:MOST_LINES]:
        yield f"If {written_names(steps, [leaf])} falls, {name} {falls}.{_load(cruxes, leaf)}"
    if len(cruxes.single) > MOST_LINES:
        yield f"… and {len(cruxes.single) - MOST_LINES} more single leaves"
    rest = [cut for cut in cruxes.sets if len(cut) > 1]
    if rest:
        start = "Otherwise" if cruxes.single else f"For {name} to fall,"
        yield f"{start} these have to fall together:"
        yield from (f"  {written_names(steps, cut, most=12)}" for cut in rest[:MOST_LINES])
        if len(rest) > MOST_LINES:
            yield f"  … and {len(rest) - MOST_LINES} more"
    yield from _caveats(cruxes)


def _caveats(cruxes: Cruxes) -> Iterator[str]:
    cuts = cruxes.cuts
    if not cuts.sets and cuts.least > 1 and not cruxes.refuted:
        yield f"At least {cuts.least} leaves would have to fall together."
    if cuts.has_larger is None:
        yield f"Not all was searched: sets of more than {cuts.searched} leaves may be missing."
    elif cuts.has_larger:
        listed_all = f"all of up to {cuts.searched} {_leaves(cuts.searched)} are listed"
        yield f"There are others; {listed_all if cuts.searched else 'these are some of them'}."
    if cruxes.confirmed is not None:
        if cruxes.sets:
            yield "Given the present attacks; each was confirmed by labelling the map anew."
        if cruxes.refuted:
            sets = "1 other set" if cruxes.refuted == 1 else f"{cruxes.refuted} other sets"
            freed = "would break its support, but free a defence instead"
            yield f"{sets} {freed}; what more it would take was not tried."
        if not cruxes.confirmed:
            yield "Not all candidates were tried."


def _leaves(count: int) -> str:
    return "leaf" if count == 1 else "leaves"


def _load(cruxes: Cruxes, leaf: int) -> str:
    load = cruxes.loads.get(leaf, 0)
    return f" {load} conclusions hang on it." if load > 1 else ""


def write_battle(battle: Battle) -> str:
    """Return what decides about a conclusion, and what each side has to answer."""
    return _joined(_battle_lines(battle))


def _battle_lines(battle: Battle) -> Iterator[str]:
    steps = battle.labelling.steps
    speakers = Speakers.of(steps.graph)
    name = written_names(steps, [battle.conclusion])
    yield f"{name} is {battle.label}."
    for attack in battle.decisive:
        yield f"  {_decides(battle, attack, speakers)}"
    if not battle.decisive:
        yield "  No single attack decides that."
    if not battle.is_complete:
        yield "  Not all attacks were tried."
    if battle.to_answer:
        fewest = "" if battle.is_least else " (fewer may do)"
        yield f"To win it back, answer {written_names(steps, battle.to_answer)}{fewest}."
    elif battle.to_answer is None:
        yield (
            "Answering its attackers alone does not make it stand."
            if battle.is_least
            else "No few answers were found that make it stand."
        )
    for side in (Side.FOR, Side.AGAINST):
        open_ = [n for n in battle.unanswered if battle.sides[n] in (side, Side.BOTH)]
        other = "the other side" if side is Side.FOR else "its side"
        if open_:
            told = [f"{written_names(steps, [n])}{_who(steps, speakers, n)}" for n in open_]
            yield f"Unanswered, for {other} to answer: {listed(told, 8)}"


def _decides(battle: Battle, attack: Decisive, speakers: Speakers) -> str:
    steps = battle.labelling.steps
    verb = {
        RelationKind.UNDERCUT: "undercuts",
        RelationKind.CONTRADICTORY: "contradicts",
        RelationKind.CONTRARY: "excludes",
    }.get(attack.kind, "attacks")
    source = written_names(steps, [attack.source]) + _who(steps, speakers, attack.source)
    target = _name(steps.graph, attack.target)
    return f"{source} {verb} {target}: without that it would be {attack.after}."


def _who(steps: StepGraph, speakers: Speakers, node: int) -> str:
    names = party_names(steps, speakers, steps.nodes[node].ref)
    return f" ({', '.join(names)})" if names else ""


def _name(graph: ArgumentGraph, ref: NodeRef) -> str:
    name = written_name(graph.node(ref))
    return f"the inference of {name}" if ref.kind is NodeKind.INFERENCE else name


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
