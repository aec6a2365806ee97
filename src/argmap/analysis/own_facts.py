"""What a side claims, turned against what the same side concludes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.analysis.speakers import Party
from argmap.model.steps import StepGraph

MOST_PARTIES = 20


class TurnedFact(NamedTuple):
    """A claim of a party that is a premise of a step which leads to an attack on its conclusion.

    `fact`, `conclusion` and `attacker`, the last node before the attack, are indices of nodes;
    `step` is the step of which the fact is a premise.
    """

    party: Party
    fact: int
    step: int
    attacker: int
    conclusion: int


class _Way(NamedTuple):
    """From a node up to a conclusion; `attacker` is the last node before the attack, or -1."""

    conclusion: int
    attacker: int


def turned_facts(
    steps: StepGraph, parties: Mapping[int, Iterable[Party]], conclusions: Iterable[int]
) -> Iterator[TurnedFact]:
    """Yield the claims of each party that are used against a conclusion of its own.

    parties:     statements → the parties that claim them
    conclusions: what counts as a conclusion, if a party claims it

    A way from a claim to a conclusion leads by support to an attacker, by one attack or undercut
    to something else, and from there again by support, or at once, to the conclusion. One finding
    for each party and claim, with a shortest way back from the conclusion. The first 20 parties
    of a map are looked at.
    """
    claims: dict[Party, list[int]] = {}
    for node, claimants in parties.items():
        for party in claimants:
            claims.setdefault(party, []).append(node)
    concluded = frozenset(conclusions)
    for party in list(claims)[:MOST_PARTIES]:
        own = claims[party]
        targets = [node for node in own if node in concluded]
        if targets and len(own) > 1:
            attackers = _attackers(steps, _supporting(steps, targets))
            yield from _facts_below(steps, party, frozenset(own), attackers)


def _supporting(steps: StepGraph, targets: list[int]) -> dict[int, tuple[int, ...]]:
    """Return for each node from which support leads to targets two of them at most."""
    found: dict[int, tuple[int, ...]] = {}
    queue = [(target, target) for target in targets]
    for node, target in queue:  # grows while it is read
        known = found.get(node, ())
        if target in known or len(known) > 1:
            continue
        found[node] = (*known, target)
        for index in steps.into[node]:
            if not steps.steps[index].is_void:
                queue.extend((premise, target) for premise in steps.steps[index].premises)
    return found


def _attackers(
    steps: StepGraph, supporting: Mapping[int, tuple[int, ...]]
) -> list[tuple[int, _Way]]:
    """Return who attacks a supporting node, or undercuts a step into one."""
    found: dict[tuple[int, int], None] = {}
    for node, targets in supporting.items():
        hitting = [
            *steps.attackers[node],
            *(
                u
                for i in steps.into[node]
                if not steps.steps[i].is_void
                for u in steps.undercutters[i]
            ),
        ]
        found.update(((attacker, target), None) for attacker in hitting for target in targets)
    return [(attacker, _Way(target, attacker)) for attacker, target in found]


def _facts_below(
    steps: StepGraph, party: Party, own: frozenset[int], attackers: list[tuple[int, _Way]]
) -> Iterator[TurnedFact]:
    """Yield the party's claims that are premises of a step below an attacker."""
    seen: dict[int, tuple[int, ...]] = {}
    told: set[int] = set()
    queue = list(attackers)
    for node, way in queue:  # grows while it is read
        known = seen.get(node, ())
        if way.conclusion in known or len(known) > 1:
            continue
        seen[node] = (*known, way.conclusion)
        for index in steps.into[node]:
            step = steps.steps[index]
            if step.is_void:
                continue
            for premise in step.premises:
                if premise in own and premise != way.conclusion and premise not in told:
                    told.add(premise)
                    yield TurnedFact(party, premise, index, way.attacker, way.conclusion)
                queue.append((premise, way))
