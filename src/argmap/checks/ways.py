"""Chains of links in words, as they are printed below a finding."""

from collections.abc import Sequence

from argmap.analysis import Link, LinkKind
from argmap.checks.rule import Subject
from argmap.model.written_names import listed

_MOST_LINKS = 8

MOST_LEAVES = 12
"""Leaves that a finding lists among its titles."""


def way_in_words(subject: Subject, start: int, links: Sequence[Link]) -> str:
    """Return `[T] ← [P], attacked by [Q]`; the middle of a long chain is left out."""
    if len(links) > _MOST_LINKS:
        beginning, end = links[: _MOST_LINKS // 2], links[-(_MOST_LINKS // 2) :]
        told = [subject.name(start), *_told(subject, beginning), " …", *_told(subject, end)]
    else:
        told = [subject.name(start), *_told(subject, links)]
    return "".join(told)


def _told(subject: Subject, links: Sequence[Link]) -> list[str]:
    told = []
    for link in links:
        name = subject.name(link.node)
        told.append(f" ← {name}" if link.kind is LinkKind.RESTS_ON else f", {link.kind} {name}")
    return told


def listed_nodes(subject: Subject, nodes: Sequence[int], most: int = 5) -> str:
    """Return the names of nodes as one phrase; beyond `most` the rest is counted."""
    if len(nodes) > most:
        names = ", ".join(subject.name(node) for node in nodes[: most - 1])
        return f"{names} and {len(nodes) - most + 1} more"
    return listed([subject.name(node) for node in nodes])
