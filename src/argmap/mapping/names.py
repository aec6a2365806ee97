"""Identifiers for boxes, made from titles, so that a link to a box outlives other edits."""

import re
import unicodedata
from collections.abc import Iterable

from argmap.model.graph import NodeKind

_NOT_IN_NAME = re.compile(r"[\W_]+")
_LONGEST = 60


class Names:
    """Gives out names, each once; `taken` are given out already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def claim(self, kind: NodeKind, title: str) -> str:
        """Return a name such as `statement-must-be-allowed`; a repeated one gets a number."""
        plain = unicodedata.normalize("NFKC", title).casefold()
        slug = _NOT_IN_NAME.sub("-", plain).strip("-")[:_LONGEST].rstrip("-") or "untitled"
        name, number = f"{kind.value}-{slug}", 1
        while name in self._taken:
            number += 1
            name = f"{kind.value}-{slug}-{number}"
        self._taken.add(name)
        return name
