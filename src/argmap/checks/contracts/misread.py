"""What is wrong with a contract, and where."""

from collections.abc import Iterable

from argmap.analysis.spelling import Speller
from argmap.errors import ArgmapError

Where = tuple[str, ...]
"""The contract, and the keys from there inwards."""


class Misread(ArgmapError):  # noqa: N818 - it names what is wrong
    """A contract cannot be read: `OWN001, must-have.ancestor: …`."""

    def __init__(self, where: Where, message: str) -> None:
        contract, *keys = where
        place = f"{contract}, `{'.'.join(keys)}`" if keys else contract
        super().__init__(f"{place} {message}")


def unknown(where: Where, what: str, word: str, known: Iterable[str]) -> Misread:
    """Return what to raise for a word that is not among the known ones."""
    choices = tuple(known)
    nearest = Speller(choices).nearest(word)
    guess = f"did you mean {nearest}?" if nearest else f"known: {', '.join(choices)}"
    return Misread(where, f"has {what} {word!r}, which is not known; {guess}")
