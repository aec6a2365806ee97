"""What follows from a lack of support: said below the finding that is its root cause."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.analysis import chain_down
from argmap.checks.rule import Subject

MOST = 50
"""Findings of one rule that say what follows: working it out takes time on a large map."""

_LONGEST_CHAIN = 7


class Consequence(NamedTuple):
    """Lines to print, and the chain from a thesis down to the cause, as titles."""

    notes: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()


def consequence(subject: Subject, cause: Sequence[int], fallen: Sequence[int]) -> Consequence:
    """Say how many conclusions lose their support, and show the way to the first thesis."""
    if not fallen:
        return Consequence()
    lost = frozenset(fallen)
    theses = [thesis for thesis in subject.theses.nodes if thesis in lost]
    chain = chain_down(subject.steps, cause, fallen, theses[0] if theses else fallen[0])
    count = len(fallen)
    sentence = f"This leaves {count} conclusion{'s' * (count > 1)} without support"
    if theses:
        link = ", " if count == 1 else ", among them "
        sentence += f"{link}the thesis {subject.name(theses[0])}"
    shown = chain if len(chain) <= _LONGEST_CHAIN else chain[:3] + chain[-3:]
    names = [subject.name(node) for node in shown]
    if len(shown) < len(chain):
        names.insert(3, "…")
    notes = (f"{sentence}:", "  " + " ← ".join(names)) if names else (f"{sentence}.",)
    return Consequence(notes, subject.steps.titles(chain))
