"""Why a conclusion is out: the way down to what defeats it."""

from argmap.analysis.links import Link, LinkKind
from argmap.evaluation import Label, Labelling, Reason


def way_to_defeat(labelling: Labelling, node: int) -> tuple[Link, ...]:
    """Return the links from a node that is out to an attacker that is in, or to a dead end.

    Of several reasons the first in the document is followed. The way may be empty, and the last
    verdict on it that is out says why it ends: attacked, undercut, rejected, to do, or a circle.
    """
    verdicts = labelling.node_verdicts
    way: list[Link] = []
    seen = {node}
    while True:
        verdict = verdicts[node]
        match verdict.reason:
            case Reason.ATTACKED:
                return (*way, Link(LinkKind.ATTACKED_BY, verdict.because[0]))
            case Reason.NO_SUPPORT if verdict.because:
                node = verdict.because[0]
            case _:
                return tuple(way)
        if verdicts[node].label is Label.IN:
            return (*way, Link(LinkKind.UNDERCUT_BY, node))
        if node in seen:
            return tuple(way)
        seen.add(node)
        way.append(Link(LinkKind.RESTS_ON, node))
