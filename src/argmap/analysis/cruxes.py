"""Cruxes: the smallest sets of leaves whose rejection takes a conclusion down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.analysis.clauses import clauses_below
from argmap.analysis.cut_sets import MOST_SETS, CutSets, find_cut_sets
from argmap.analysis.literals import clauses_of_label
from argmap.analysis.rejecting import rejecting
from argmap.evaluation import Derivation, Label, Labelling, Policy, base_set, derive, evaluate
from argmap.model.steps import StepGraph

_MOST_LOOKED_AT = 500_000
_MOST_CONFIRMED = 2_000_000  # nodes that are labelled anew, in all


@dataclass(frozen=True, slots=True)
class Cruxes:
    """The cruxes of one conclusion, smallest first, then in document order.

    cuts:      with what was searched
    loads:     for each leaf below the conclusion, how many conclusions of the map fall with it
    is_loaded: whether the loads of all leaves were counted
    confirmed: None if attacks were left aside; else whether every candidate was relabelled
    refuted:   how many candidates did not take the conclusion down, when labelled anew
    label:     the conclusion's label as the map stands
    """

    steps: StepGraph = field(repr=False)
    conclusion: int
    cuts: CutSets
    loads: Mapping[int, int]
    label: Label
    is_loaded: bool = True
    confirmed: bool | None = None
    refuted: int = 0

    @property
    def sets(self) -> tuple[tuple[int, ...], ...]:
        """The cruxes, as indices of nodes."""
        return self.cuts.sets

    @property
    def single(self) -> tuple[int, ...]:
        """The leaves that are a crux each: single points of failure."""
        return tuple(cut[0] for cut in self.cuts.sets if len(cut) == 1)

    @property
    def is_complete(self) -> bool:
        """Whether there are no others.

        Where attacks count, whatever takes the label away breaks every proof of it, so that it
        contains a candidate; but beyond a candidate that failed nothing was searched.
        """
        return self.cuts.is_complete and self.confirmed is not False and not self.refuted


class CruxFinder:
    """Finds the cruxes of the conclusions of one map.

    A leaf is what stands by itself under the policy: a statement without a reason, a sketched
    argument, or what is declared. A conclusion falls if it can no longer be derived when the
    leaves are *rejected*: they do not stand, and nothing that speaks for them carries. Attacks
    and undercuts are left aside, so that a crux is a fact about support alone.
    """

    def __init__(self, steps: StepGraph, policy: Policy = Policy.LENIENT) -> None:
        self._steps, self._policy = steps, policy
        self._base = base_set(steps, policy)
        self._derivation = derive(steps, self._base)

    def cruxes(
        self, conclusion: int, *, size: int | None = None, limit: int = MOST_SETS
    ) -> Cruxes:
        """Return the cruxes of a conclusion; none if it cannot be derived as it is.

        size:  the most leaves in a crux; without it 3, or as many as the smallest crux has
        limit: the most cruxes
        """
        clauses = clauses_below(self._steps, self._base, conclusion)
        cuts = find_cut_sets(clauses, size, limit)
        loads = _loads(self._derivation, cuts, clauses.leaves)
        is_loaded = len(loads) == len(clauses.leaves)
        return Cruxes(self._steps, conclusion, cuts, loads, self._label(conclusion), is_loaded)

    def _label(self, node: int) -> Label:
        return self._labelling.node_verdicts[node].label

    @cached_property
    def _labelling(self) -> Labelling:
        return evaluate(self._steps, self._policy, self._derivation)

    def with_attacks(
        self, conclusion: int, *, size: int | None = None, limit: int = 100
    ) -> Cruxes:
        """Return sets of leaves whose rejection takes a conclusion's label "in" away.

        Candidates are the smallest sets that break every proof of the present label; they may lie
        in the defence of the conclusion too. Each is confirmed by labelling the map anew: a
        rejected leaf may also free what it held down, so that some candidates fail. A set that
        works contains a candidate, but one that contains a failed candidate is not looked for.
        """
        labelling = self._labelling
        clauses = clauses_of_label(labelling, conclusion)
        cuts = find_cut_sets(clauses, size, limit)
        confirmed = []
        tried = 0
        for cut in cuts.sets:
            if tried * len(self._steps.nodes) > _MOST_CONFIRMED:
                break
            tried += 1
            after = evaluate(rejecting(self._steps, cut), self._policy)
            if after.node_verdicts[conclusion].label is not Label.IN:
                confirmed.append(cut)
        loads = _loads(self._derivation, cuts, clauses.leaves)
        return Cruxes(
            self._steps,
            conclusion,
            cuts._replace(sets=tuple(confirmed)),
            loads,
            self._label(conclusion),
            len(loads) == len(clauses.leaves),
            confirmed=tried == len(cuts.sets),
            refuted=tried - len(confirmed),
        )


def _loads(derivation: Derivation, cuts: CutSets, leaves: Iterable[int]) -> dict[int, int]:
    """Count what falls with each leaf, those in cruxes first, until too much was looked at."""
    counter = _Loads(derivation)
    counted: dict[int, int] = {}
    for leaf in dict.fromkeys([leaf for cut in cuts.sets for leaf in cut] + list(leaves)):
        if counter.left < 0:
            break
        counted[leaf] = counter.load(leaf)
    return {leaf: counted[leaf] for leaf in sorted(counted)}


class _Loads:
    """Counts what falls with leaves; what there is another step for is looked up once."""

    def __init__(self, derivation: Derivation) -> None:
        self._derivation, self._steps = derivation, derivation.steps
        self._others: dict[int, int] = {}
        self.left = _MOST_LOOKED_AT

    def load(self, leaf: int) -> int:
        """Return how many conclusions fall with a leaf; what has one step falls with that."""
        through = self._derivation.derived_through(leaf)
        self.left -= 1 + len(through)
        costs = sum(map(self._other_premises, through))
        if costs:
            self.left -= costs
            return len(self._derivation.fallen(leaf))
        return len(through)

    def _other_premises(self, node: int) -> int:
        """Return how many premises have to be looked at, if a node has another usable step."""
        if node not in self._others:
            derivation, into = self._derivation, self._steps.into[node]
            usable = [i for i in into if i != derivation.by[node] and derivation.can_use(i)]
            sizes = (1 + len(self._steps.steps[index].premises) for index in into)
            self._others[node] = sum(sizes) if usable else 0
        return self._others[node]
