"""Where a statement lives on the map: in a box of its own, as a row of a card, or nowhere.

A premise that occurs in one argument and nowhere else needs no box: its card is its home, and
relations into it end at its row. A premise that two cards share and that nothing else touches is
written out in both: a box and two edges would say no more. Whatever else two places on the map
speak of gets a box.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from argmap.model.graph import ArgumentGraph, NodeKind, Relation, Role

THESIS_TAG = "thesis"
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Homes:
    """`boxes`: titles with a box of their own; `rows`: title to the argument that is its home.

    A shared premise without a box has the first of its two cards for a home.
    """

    boxes: frozenset[str]
    rows: Mapping[str, str] = field(default_factory=dict)


def declared_theses(graph: ArgumentGraph) -> frozenset[str]:
    """Return the titles that front matter (`thesis:`) or the tag `#thesis` declare main claims."""
    listed = graph.settings.get("thesis")
    names = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
    titles = {str(name).strip().removeprefix("[").removesuffix("]") for name in names}
    titles.update(
        statement.title for statement in graph.statements.values() if THESIS_TAG in statement.tags
    )
    return frozenset(title for title in titles if title in graph.statements)


def find_homes(  # noqa: PLR0913
    graph: ArgumentGraph,
    *,
    statements: Collection[str],
    arguments: Collection[str],
    relations: Iterable[Relation],
    theses: Collection[str],
    opened: Collection[str] = (),
) -> Homes:
    """Decide for every statement whether it is a box or a row.

    statements: those that may have a box
    arguments:  those that are shown; `opened` are those of them that have no rows, but boxes
    relations:  those between shown nodes
    theses:     main claims, and whatever else is to have a box
    """
    uses: defaultdict[str, list[tuple[str, Role]]] = defaultdict(list)
    for name in arguments:
        argument = graph.arguments[name]
        for line in argument.pcs if argument.is_reconstructed else ():
            uses[line.title].append((name, line.role))
    known = tuple(relations)
    speaking = {edge.source.title for edge in known if edge.source.kind is NodeKind.STATEMENT}
    touched = speaking | {
        edge.target.title for edge in known if edge.target.kind is NodeKind.STATEMENT
    }
    rows = {}
    for title, places in uses.items():
        if title in theses or any(name in opened for name, _ in places):
            continue
        home, role = places[0]
        if len(set(places)) != 1:
            lives_inside = title not in touched and _is_shared_premise(places)
        elif role is Role.MAIN_CONCLUSION:
            # A titled conclusion is worth a box; an untitled one that nothing else uses is not.
            lives_inside = not graph.statements[title].is_titled
        else:
            lives_inside = title not in speaking
        if lives_inside or (title not in statements and len(set(places)) == 1):
            rows[title] = home
    return Homes(frozenset(title for title in statements if title not in rows), rows)


def _is_shared_premise(places: list[tuple[str, Role]]) -> bool:
    """Whether two arguments, and no more, use a statement as a premise."""
    cards = {name for name, _ in places}
    return len(cards) == _PAIR and all(role is Role.PREMISE for _, role in places)
