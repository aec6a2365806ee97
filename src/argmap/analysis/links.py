"""How one node hangs on another, as the links of a chain."""

from enum import StrEnum
from typing import NamedTuple


class LinkKind(StrEnum):
    """What the one before in the chain has to do with a node."""

    RESTS_ON = "resting on"
    ATTACKED_BY = "attacked by"
    UNDERCUT_BY = "undercut by"


class Link(NamedTuple):
    """A node in a chain, and how the one before it is tied to it."""

    kind: LinkKind
    node: int
