"""One thought of a talk, and what it is to the thought before it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from argmap.mapping.argument_map import EdgeKind, End, RowKind
from argmap.model.graph import NodeRef


class Tie(StrEnum):
    """What a thought is to the one that it is about."""

    CLAIM = "claim"  # about nothing else: the talk, or a part of it, begins with it
    SUPPORT = "support"
    ENTAILS = "entails"
    ATTACK = "attack"
    CONFLICT = "conflict"
    UNDERCUT = "undercut"
    PREMISE = "premise"
    CONCLUSION = "conclusion"

    @staticmethod
    def of_edge(kind: EdgeKind) -> "Tie":
        """Return what the source of an edge is to its target."""
        match kind:
            case EdgeKind.SUPPORT:
                return Tie.SUPPORT
            case EdgeKind.ENTAILS:
                return Tie.ENTAILS
            case EdgeKind.ATTACK:
                return Tie.ATTACK
            case EdgeKind.CONTRARY | EdgeKind.CONTRADICTORY:
                return Tie.CONFLICT
            case EdgeKind.UNDERCUT:
                return Tie.UNDERCUT
            case EdgeKind.PREMISE | EdgeKind.JOIN:
                return Tie.PREMISE
            case _:
                assert_never(kind)

    @staticmethod
    def of_row(kind: RowKind) -> "Tie":
        """Return what the statement of a row is to the argument that it stands in."""
        return Tie.PREMISE if kind is RowKind.PREMISE else Tie.CONCLUSION

    @property
    def is_against(self) -> bool:
        """Whether it speaks against what it is about."""
        return self in (Tie.ATTACK, Tie.CONFLICT, Tie.UNDERCUT)


@dataclass(frozen=True, slots=True)
class Thought:
    """A statement or an argument at its place in a talk.

    place:      its own box, or the first row that it has, if it has no box
    ref:        the node; None for a closed group
    above:      the place of the thought that it is about; None for a claim
    number:     the printed number in the argument that it stands in; None elsewhere
    depth:      how many thoughts it is away from the claim that it belongs to
    is_against: it speaks against that claim, be it by supporting what does so
    """

    place: End
    ref: NodeRef | None
    tie: Tie
    above: End | None = None
    number: int | None = None
    depth: int = 0
    is_against: bool = False
