"""What a map declares to be contrary, and whether a conclusion rests on such a pair."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.analysis.foundations import Effort, EffortSpentError, Foundations
from argmap.model.steps import Attack, StepGraph

_MOST_TRIED = 500  # lines of support of one conclusion


@dataclass(frozen=True, slots=True)
class Contraries:
    """The pairs of different nodes that `><`, or strict mode's `-`, declares to be contrary.

    `pairs` has one conflict for each pair, the first one written; `of` the opposites of a node.
    """

    steps: StepGraph = field(repr=False)
    pairs: tuple[Attack, ...]
    of: Mapping[int, tuple[int, ...]]


def find_contraries(steps: StepGraph) -> Contraries:
    """Return the declared contraries of a map, in document order."""
    pairs: dict[tuple[int, int], Attack] = {}
    opposites: dict[int, dict[int, None]] = {}
    for attack in steps.attacks:
        if attack.is_mutual and attack.source != attack.target:
            one, other = sorted((attack.source, attack.target))
            pairs.setdefault((one, other), attack)
            opposites.setdefault(one, {})[other] = None
            opposites.setdefault(other, {})[one] = None
    return Contraries(
        steps,
        tuple(sorted(pairs.values(), key=lambda attack: attack.origin.item)),
        {node: tuple(sorted(others)) for node, others in opposites.items()},
    )


def meet_in_one_argument(steps: StepGraph, one: int, other: int) -> bool:
    """Tell whether two nodes are used together in a single step, or one argues for the other.

    That is: both are premises of one step, or premise and conclusion of one, or one is a premise
    on which the other rests through steps of a single reconstructed argument.
    """
    for node, partner in ((one, other), (other, one)):
        for index in steps.using[node]:
            step = steps.steps[index]
            if partner == step.conclusion or partner in step.premises:
                return True
        for index in steps.into[node]:
            argument = steps.steps[index].argument
            if argument in steps.inferences and _rests_on(steps, argument, node, partner):
                return True
    return False


def _rests_on(steps: StepGraph, argument: str | None, conclusion: int, premise: int) -> bool:
    """Tell whether a conclusion rests on a premise through the argument's own steps."""
    own = steps.inferences[argument or ""]
    reached = {conclusion}
    for index in reversed(own):  # a step's premises stand above it
        step = steps.steps[index]
        if step.conclusion in reached:
            reached.update(step.premises)
    return premise in reached


def inconsistent_support(
    contraries: Contraries,
    base: frozenset[int],
    conclusion: int,
    first_line: Iterable[int],
    effort: Effort,
) -> tuple[tuple[int, int], ...]:
    """Return contraries, one in each line of support that was tried, if every line has some.

    base:       what stands by itself
    first_line: some line of support of the conclusion, with which to begin
    return:     empty if some line is free of contraries, if there is no line at all, or if that
                could not be settled with the effort or within 500 lines

    A pair that meets in one argument does not count: other rules tell about it.

    Whether a conclusion has a consistent line is NP-complete, so this is a bounded search: of the
    contraries in a line, every consistent one has to do without the first or without the second
    (the hitting-set tree of Reiter 1987). Each branch asks for another line that does so.
    """
    clash = _clash(contraries, first_line)
    if clash is None:
        return ()
    found = dict.fromkeys([clash])
    try:
        foundations = Foundations(contraries.steps, base, conclusion, effort)
        tried: set[frozenset[int]] = set()
        waiting = [frozenset([node]) for node in reversed(clash)]
        while waiting:
            without = waiting.pop()
            if without in tried or conclusion in without:
                continue
            if len(tried) == _MOST_TRIED:
                return ()
            tried.add(without)
            line = foundations.line(without)
            if line is None:
                continue
            clash = _clash(contraries, line)
            if clash is None:
                return ()
            found[clash] = None
            waiting.extend(without | {node} for node in reversed(clash))
    except EffortSpentError:
        return ()
    return tuple(found)


def _clash(contraries: Contraries, line: Iterable[int]) -> tuple[int, int] | None:
    """Return the first two nodes of a line that are contrary, and do not meet in one argument."""
    members = frozenset(line)
    for node in sorted(members & contraries.of.keys()):
        for other in contraries.of[node]:
            if (
                other > node
                and other in members
                and not meet_in_one_argument(contraries.steps, node, other)
            ):
                return node, other
    return None
