"""Whose each claim is, as one side of a debate sees it.

What `side:` says (or, for a speaker, the front matter's `speakers:`) comes first. Without it the
side is computed: what leads to the thesis through an even number of attacks is pro, through an odd
number con (`argmap.analysis.sides`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.analysis import find_theses
from argmap.analysis.sides import Side, sides
from argmap.analysis.speakers import Speakers
from argmap.errors import ArgmapError
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.steps import StepGraph

PRO, CON = "pro", "con"
_OTHER_NAMES = {
    **dict.fromkeys(
        ("pro", "aff", "affirmative", "for", "gov", "government", "prop", "proposition"), PRO
    ),
    **dict.fromkeys(("con", "neg", "negative", "against", "opp", "opposition"), CON),
}
_COMPUTED = {Side.FOR: PRO, Side.AGAINST: CON}


class UnknownSide(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """No claim of the map is on a side of that name."""


class Stance(StrEnum):
    """Whose a claim is, for the side that prepares."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"  # it serves both sides, or is said to be on both
    NEITHER = "neither"  # no way leads from it to the thesis, and nobody says whose it is


@dataclass(frozen=True, slots=True)
class Teams:
    """The sides of a map.

    names:    the sides there are: `pro`, `con`, and the names that `side:` gives
    declared: the side names that a node's author gives it; only nodes with any
    computed: `pro`, `con` or both, for what leads to a thesis
    """

    names: tuple[str, ...]
    declared: Mapping[NodeRef, frozenset[str]]
    computed: Mapping[NodeRef, frozenset[str]]

    @staticmethod
    def of(steps: StepGraph) -> "Teams":
        """Read and compute the sides of a map; linear in its size for each thesis."""
        graph = steps.graph
        speakers = Speakers.of(graph)
        declared: dict[NodeRef, frozenset[str]] = {}
        for ref in graph.order:
            named = [party.name for party in speakers.parties(graph.node(ref)) if party.is_side]
            if named:
                declared[ref] = frozenset(side_name(name) for name in named)
        reached: dict[int, set[str]] = {}
        for thesis in find_theses(steps).nodes:
            for node, side in sides(steps, thesis).items():
                both = (PRO, CON) if side is Side.BOTH else (_COMPUTED[side],)
                reached.setdefault(node, set()).update(both)
        computed = {
            ref: frozenset(reached[node])
            for ref in graph.order
            if (node := _speaking(steps, ref)) in reached
        }
        others = sorted({name for found in declared.values() for name in found} - {PRO, CON})
        return Teams((PRO, CON, *others), declared, computed)

    def find(self, written: str) -> str:
        """Return the side that a name means; `UnknownSide` lists those there are."""
        name = side_name(written)
        if name not in self.names:
            raise UnknownSide(f"no side is called '{written}': choose {', '.join(self.names)}")
        return name

    def leans(self, name: str) -> str | None:
        """Return whether a named side speaks for the thesis, `pro`, or against it, `con`.

        Where its own claims do both, it is the more frequent; None if they do neither or as much.
        """
        if name in (PRO, CON):
            return name
        found = [
            self.computed.get(ref, frozenset()) for ref, on in self.declared.items() if name in on
        ]
        pros, cons = sum(PRO in each for each in found), sum(CON in each for each in found)
        return None if pros == cons else PRO if pros > cons else CON

    def stance(self, ref: NodeRef, ours: str) -> Stance:
        """Return whose a node is, for a side by its name (see `find`)."""
        mine = {ours, self.leans(ours)} - {None}
        found = self.declared.get(ref) or self.computed.get(ref, frozenset())
        is_ours = bool(found & mine)
        is_theirs = bool(found - mine)
        if is_ours and is_theirs:
            return Stance.BOTH
        if is_ours:
            return Stance.OURS
        return Stance.THEIRS if is_theirs else Stance.NEITHER


def side_name(written: str) -> str:
    """Return the usual name of a side: `neg` and `Opposition` are `con`; others stay."""
    plain = written.strip()
    return _OTHER_NAMES.get(plain.casefold(), plain)


def _speaking(steps: StepGraph, ref: NodeRef) -> int:
    if ref.kind is NodeKind.STATEMENT:
        return steps.statements[ref.title]
    return steps.source_of(ref)
