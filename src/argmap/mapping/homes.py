"""Where a statement lives on the map: in a box of its own, as a row of a card, or nowhere.

A premise that occurs in one argument and nowhere else needs no box: its card is its home, and
relations into it end at its row. What two places on the map speak of gets a box.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from argmap.model.graph import Argument, ArgumentGraph, NodeKind, PcsStatement, Relation, Role

THESIS_TAG = "thesis"


@dataclass(frozen=True, slots=True)
class Homes:
    """`boxes`: titles with a box of their own; `rows`: title to the argument that is its home."""

    boxes: frozenset[str]
    rows: dict[str, str] = field(default_factory=dict)


def declared_theses(graph: ArgumentGraph) -> frozenset[str]:
    """Return the titles that front matter (`thesis:`) or the tag `#thesis` declare main claims."""
    listed = graph.settings.get("thesis")
    names = [listed] if isinstance(listed, str) else listed if isinstance(listed, Iterable) else []
    titles = {str(name).strip().removeprefix("[").removesuffix("]") for name in names}
    titles.update(
        statement.title
        for statement in graph.statements.values()
        if THESIS_TAG in statement.tags
    )
    return frozenset(title for title in titles if title in graph.statements)


def find_homes(
    graph: ArgumentGraph,
    *,
    statements: Collection[str],
    arguments: Collection[str],
    relations: Iterable[Relation],
    theses: Collection[str],
    has_rows: bool,
) -> Homes:
    """Decide for every shown statement whether it is a box or a row.

    `statements` may have a box, `arguments` are shown, `relations` are those between shown nodes.
    Without `has_rows` every statement that may have a box gets one.
    """
    uses: defaultdict[str, list[tuple[Argument, PcsStatement]]] = defaultdict(list)
    for name in arguments:
        argument = graph.arguments[name]
        for line in argument.pcs if argument.is_reconstructed else ():
            uses[line.title].append((argument, line))
    related = list(relations)
    speaking = {edge.source.title for edge in related if edge.source.kind is NodeKind.STATEMENT}
    spoken_of = {edge.target.title for edge in related if edge.target.kind is NodeKind.STATEMENT}
    boxes: set[str] = set()
    rows: dict[str, str] = {}
    for title in graph.statements:
        places = uses.get(title, [])
        owners = {argument.title for argument, _ in places}
        roles = {line.role for _, line in places}
        home = next(iter(owners)) if len(owners) == 1 and len(roles) == 1 else None
        if has_rows and home is not None and title not in theses:
            if Role.MAIN_CONCLUSION not in roles and title not in speaking:
                rows[title] = home
                continue
            untitled = not graph.statements[title].is_titled
            if Role.MAIN_CONCLUSION in roles and (untitled or title not in statements):
                rows[title] = home
                continue
        if title in statements and (places or title in speaking | spoken_of or not _is_gist(graph, title)):
            boxes.add(title)
    return Homes(frozenset(boxes), rows)


def _is_gist(graph: ArgumentGraph, title: str) -> bool:
    """Whether a statement is only the description of an argument."""
    roles = {occurrence.role for occurrence in graph.statements[title].occurrences}
    return roles == {Role.DESCRIPTION}
