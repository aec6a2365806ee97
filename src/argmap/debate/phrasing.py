"""How debaters' pages name things: titles, attacks, relations, words and seconds."""

import math
import re

from argmap.debate.case import Case
from argmap.debate.points import Objection
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, RelationKind

SLOW, FAST = 150, 250
"""Words a minute: a speech that is meant to be followed, and one against the clock."""

_WORD = re.compile(r"[\w'’-]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LETTERS_A_WORD = 1.5  # of Chinese: what is said in the time of one English word
_VERBS = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ENTAILS: "supports",
    RelationKind.ATTACK: "attacks",
    RelationKind.CONTRARY: "attacks",
    RelationKind.CONTRADICTORY: "contradicts",
    RelationKind.UNDERCUT: "undercuts",
}


def name(graph: ArgumentGraph, ref: NodeRef) -> str:
    """Return `[Title]` or `<Title>`; of what has no title, its words."""
    node = graph.node(ref)
    if not node.is_titled:
        return f"“{node.text or node.title}”"
    return f"<{ref.title}>" if ref.kind is not NodeKind.STATEMENT else f"[{ref.title}]"


def in_a_sentence(text: str) -> str:
    """Return a sentence without the full stop at its end, to be put into another one."""
    return text.rstrip().removesuffix(".").removesuffix("。")


def quoted(text: str) -> str:
    """Return a sentence between quotation marks, inside of another one."""
    return f"“{in_a_sentence(text)}”"


def verb(kind: RelationKind) -> str:
    """Return what a relation does: `attacks`."""
    return _VERBS[kind]


def labelled(objection: Objection) -> str:
    """Return what an objection is: debaters' word for it if the map says, and where it lands."""
    told = f"{verb(objection.kind)} {objection.place}"
    return f"{objection.reply.value}, {told}" if objection.reply is not None else told


def called(case: Case, ref: NodeRef) -> str:
    """Return the point that a node is or concludes, by name."""
    point = case.point_of(ref)
    return name(case.graph, point.ref if point is not None else ref)


def count_words(text: str) -> int:
    """Return how many words are read aloud; Chinese letters count as two thirds of one."""
    wide = len(_WIDE.findall(text))
    return len(_WORD.findall(_WIDE.sub(" ", text))) + math.ceil(wide / _LETTERS_A_WORD)


def reading_time(words: int) -> str:
    """Return `84 words · 34 s at 150, 21 s at 250 words a minute`."""
    slow, fast = (math.ceil(words * 60 / speed) for speed in (SLOW, FAST))
    return f"{words} words · {slow} s at {SLOW}, {fast} s at {FAST} words a minute"
