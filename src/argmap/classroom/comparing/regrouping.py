"""Two claims of one map that are one of the other, and sketches of what the other spells out."""

from collections.abc import Mapping

from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.likeness import WordingReader, caution, likeness
from argmap.classroom.comparing.matching import COUNTED
from argmap.model.graph import NodeKind

_COVERED = 0.8
_FEWEST = 2


def find_merged(here: Claims, there: Claims, to: Mapping[int, int]) -> dict[int, int]:
    """Return the claims without a match whose words are in a claim that another one matches.

    to:     which claim of the other map is which
    return: claim → the claim of the other map that says it too

    A claim of fewer than two words with content is in too much to be taken for a part. Its words
    have to be in addition to those of the claim that the other one matches already.
    """
    reader = WordingReader(claims.graph.settings.get("synonyms") for claims in (here, there))
    wordings = [reader.read(claim.said) for claim in there.all]
    having: dict[str, list[tuple[int, int]]] = {}
    for mine, other in to.items():
        for word in wordings[other].words:
            having.setdefault(word, []).append((mine, other))
    found = {}
    for index, claim in enumerate(here.all):
        if index in to or not claim.text:
            continue
        words = reader.read(claim.said).words
        if len(words) < _FEWEST:
            continue
        counted: dict[tuple[int, int], int] = {}
        for word in words:
            for pair in having.get(word, ()):
                counted[pair] = counted.get(pair, 0) + 1
        best = max(counted.items(), key=lambda item: (item[1], -item[0][1]), default=None)
        if best is None or best[1] < _COVERED * len(words):
            continue
        (mine, other), _ = best
        if len(words - reader.read(here.all[mine].said).words) * 2 >= len(words):
            found[index] = other
    return found


def find_sketched(here: Claims, there: Claims, to: Mapping[int, int]) -> dict[int, str]:
    """Return the sketched arguments without a match that the other map reconstructs.

    return: gist → title of the reconstructed argument with that title, or else with that gist
    """
    if not there.reconstructed:
        return {}
    reader = WordingReader(claims.graph.settings.get("synonyms") for claims in (here, there))
    gists = {title: reader.read(gist) for title, (gist, _) in there.reconstructed.items() if gist}
    found = {}
    for index, claim in enumerate(here.all):
        if index in to or claim.ref.kind is not NodeKind.ARGUMENT:
            continue
        if claim.is_titled and claim.ref.title in there.reconstructed:
            found[index] = claim.ref.title
            continue
        mine = reader.read(claim.said)
        ranked = [
            (-likeness(mine, other), title)
            for title, other in gists.items()
            if caution(mine, other) is None
        ]
        if ranked and -min(ranked)[0] >= COUNTED:
            found[index] = min(ranked)[1]
    return found
