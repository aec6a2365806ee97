"""Conditions about what a node is tied to: the other end has to fit a condition itself."""

from collections.abc import Callable

from argmap.analysis.ties import ALL_TIES, Tie, Ties
from argmap.analysis.ways import reach, way_back
from argmap.checks.contracts.condition import ANYTHING, Condition, Fit, Way, Words
from argmap.checks.rule import Subject

_SUPPORT = frozenset((Tie.SUPPORT,))


def ancestor(other: Condition) -> Condition:
    """Return the condition of resting on something that fits, directly or through others."""
    return _reaching(other, _SUPPORT, "rests on", points_back=True)


def descendant(other: Condition) -> Condition:
    """Return the condition of supporting something that fits, directly or through others."""
    return _reaching(other, _SUPPORT, "leads by support to", points_back=False)


def path_to(other: Condition, via: frozenset[Tie]) -> Condition:
    """Return the condition that a path of certain ties leads from a node to one that fits."""
    return _reaching(other, via, f"leads{_by(via)} to", points_back=False)


def path_from(other: Condition, via: frozenset[Tie]) -> Condition:
    """Return the condition that a path of certain ties leads to a node from one that fits."""
    return _reaching(other, via, f"can be reached{_by(via)} from", points_back=True)


def premise(other: Condition) -> Condition:
    """Return the condition of resting directly on something that fits."""
    words = _words(other, "rests directly on")
    return _direct(other, words, Ties.supported_by, points_back=True)


def conclusion(other: Condition) -> Condition:
    """Return the condition of being a reason for something that fits."""
    return _direct(other, _words(other, "is a reason for"), Ties.supporting, points_back=False)


def attacker(other: Condition) -> Condition:
    """Return the condition of being attacked or undercut by something that fits."""
    words = _words(other, "is attacked by")
    return _direct(other, words, Ties.attacked_by, points_back=True)


def target(other: Condition) -> Condition:
    """Return the condition of attacking or undercutting something that fits."""
    return _direct(other, _words(other, "attacks"), Ties.attacking, points_back=False)


def answer(other: Condition) -> Condition:
    """Return the condition that something that fits attacks a node, or what that rests on."""

    def find(subject: Subject) -> Fit:
        return Fit(subject.ties.answered_by(other.find(subject).nodes))

    return Condition(_words(other, "is answered by"), find)


def _reaching(
    other: Condition, ties: frozenset[Tie], verb: str, *, points_back: bool
) -> Condition:
    def find(subject: Subject) -> Fit:
        goals = other.find(subject).nodes
        if not goals:
            return Fit(goals)
        known = subject.ties
        # The search starts at the goals, so that it finds its way to all nodes at once.
        before = reach(known.neighbours(ties, back=not points_back), sorted(goals), known.wholes)
        return Fit(
            frozenset(vertex for vertex in before if vertex < len(known)),
            lambda vertex: Way(way_back(before, goals, vertex), points_back),
        )

    return Condition(_words(other, verb), find)


def _direct(
    other: Condition,
    words: Words,
    tied: Callable[[Ties, frozenset[int]], dict[int, int]],
    *,
    points_back: bool,
) -> Condition:
    def find(subject: Subject) -> Fit:
        others = other.find(subject).nodes
        if not others:
            return Fit(others)
        found = tied(subject.ties, others)
        return Fit(frozenset(found), lambda vertex: Way((vertex, found[vertex]), points_back))

    return Condition(words, find)


def _words(other: Condition, verb: str) -> Words:
    if other is ANYTHING:
        return Words(f"{verb} something", f"{verb} nothing")
    fitting = f"that {other.words.does}"
    return Words(f"{verb} something {fitting}", f"{verb} nothing {fitting}")


def _by(via: frozenset[Tie]) -> str:
    if via == ALL_TIES:
        return ""
    return f" by {' or '.join(tie for tie in Tie if tie in via)}"
