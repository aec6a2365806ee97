"""Who claims what, and for which side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.model.graph import Argument, ArgumentGraph, Statement

_NOT_THEIR_OWN = frozenset(("gloss", "headline"))
_WITHDRAWN = frozenset(("rejected", "false"))


class Party(NamedTuple):
    """Somebody who claims something: a side, or a speaker for whom no side is given."""

    name: str
    is_side: bool


@dataclass(frozen=True, slots=True)
class Speakers:
    """The table `speakers:` of the front matter.

    `aliases` leads from another name to the one of the table, `sides` from that to a side.
    """

    aliases: Mapping[str, str]
    sides: Mapping[str, str]

    @staticmethod
    def of(graph: ArgumentGraph) -> "Speakers":
        """Read `speakers: {name: {aliases: […], side: …}}`; what has another form is left out."""
        table = graph.settings.get("speakers")
        aliases: dict[str, str] = {}
        sides: dict[str, str] = {}
        for name, about in table.items() if isinstance(table, dict) else ():
            if not isinstance(about, dict):
                continue
            for alias in names_in(about.get("aliases")):
                aliases[alias] = str(name)
            for side in names_in(about.get("side")):
                sides[str(name)] = side
        return Speakers(aliases, sides)

    def name(self, written: object) -> str:
        """Return the name in the table for a name or alias; others as they are written."""
        plain = str(written).strip()
        return self.aliases.get(plain, plain)

    def claiming(self, node: Statement | Argument) -> tuple[str, ...]:
        """Return who claims what a node says, in their own words or as they are reported.

        What is given as a gloss or a headline is somebody else's wording, and a node that the map
        rejects counts as claimed by nobody.
        """
        data = node.data
        if "speaker" not in data or _is_withdrawn(node):
            return ()
        names: dict[str, None] = {}
        for occurrence in node.occurrences:
            written = occurrence.data.get("speaker")
            voice = occurrence.data.get("voice", data.get("voice"))
            if written is not None and str(voice).strip() not in _NOT_THEIR_OWN:
                names.update((self.name(text), None) for text in names_in(written))
        return tuple(names)

    def parties(self, node: Statement | Argument) -> tuple[Party, ...]:
        """Return for whom a node speaks: its `side:`, else the sides of those who claim it.

        A speaker without a side is a party of their own.
        """
        data = node.data
        if "side" not in data and "speaker" not in data:
            return ()
        names = self.claiming(node)
        if own := names_in(data.get("side")):
            is_theirs = names or ("speaker" not in data and not _is_withdrawn(node))
            return tuple(Party(side, True) for side in own) if is_theirs else ()
        parties = (
            Party(self.sides[name], True) if name in self.sides else Party(name, False)
            for name in names
        )
        return tuple(dict.fromkeys(parties))


def _is_withdrawn(node: Statement | Argument) -> bool:
    status = node.data.get("status")
    return status is False or str(status).strip() in _WITHDRAWN


def names_in(value: object) -> tuple[str, ...]:
    """Return what a value says if it is a text, a number or a list of those."""
    values = value if isinstance(value, list) else [value]
    return tuple(
        str(each).strip()
        for each in values
        if isinstance(each, str | int | float) and str(each).strip()
    )
