"""Which node each item of a document belongs to, with names for what the author left untitled."""

from typing import NamedTuple

from argmap.model.graph import NodeKind, NodeRef
from argmap.syntax import Argument, Dialect, Document, Reconstruction, Statement

UNTITLED = "Untitled"
"""Titles that begin with it count as made up, an author's own ones included."""


class Names(NamedTuple):
    """The names of a document.

    of:         item index → node
    structures: item index of a structure → the title of its argument, and whether the argument
                above it had one already (then the title is a new one)
    order:      all nodes in the order of their first mention
    """

    of: dict[int, NodeRef]
    structures: dict[int, tuple[str, bool]]
    order: tuple[NodeRef, ...]


def name_items(document: Document, dialect: Dialect) -> Names:
    """Give every statement, argument and structure of a document its node.

    Untitled ones are numbered in document order; one count serves statements and arguments.
    """
    taken = set() if dialect.untitled_may_clash else _taken(document)
    count = 0

    def new_title() -> str:
        nonlocal count
        count += 1
        while f"{UNTITLED} {count}" in taken:
            count += 1
        return f"{UNTITLED} {count}"

    of: dict[int, NodeRef] = {}
    structures: dict[int, tuple[str, bool]] = {}
    reconstructed: set[str] = set()
    order: dict[NodeRef, None] = {}
    statement, argument = NodeKind.STATEMENT, NodeKind.ARGUMENT
    for index, item in enumerate(document.items):
        if isinstance(item, Statement):
            ref = NodeRef(statement, new_title() if item.title is None else item.title)
        elif isinstance(item, Argument):
            ref = NodeRef(argument, new_title() if item.title is None else item.title)
        elif isinstance(item, Reconstruction):
            above = of[item.argument].title if item.argument is not None else None
            is_second = above in reconstructed
            title = new_title() if above is None or is_second else above
            reconstructed.add(title)
            structures[index] = (title, is_second)
            ref = NodeRef(argument, title)
        else:
            continue
        of[index] = ref
        order[ref] = None
    return Names(of, structures, tuple(order))


def _taken(document: Document) -> set[str]:
    return {
        item.title
        for item in document.items
        if isinstance(item, Statement | Argument)
        and item.title
        and item.title.startswith(UNTITLED)
    }
