"""How a node is to be taken: rejected, to do, declared, sourced or bare."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.model.front_titles import bare_title, is_bracketed, listed_titles
from argmap.model.graph import Argument, Statement

_DECLARING = frozenset({"assumed", "accepted", "verified"})
_TODO_TAGS = frozenset({"todo", "undeveloped"})


class Status(StrEnum):
    """What the author says about a node; the first that applies, in this order."""

    REJECTED = "rejected"
    TODO = "todo"
    DECLARED = "declared"
    SOURCED = "sourced"
    BARE = "bare"


class Standing(NamedTuple):
    """A node's status, and whether it names a source or quotes one (whatever its status)."""

    status: Status
    is_sourced: bool


@dataclass(frozen=True, slots=True)
class Assumed:
    """What `assume:` in the front matter takes as given."""

    leaves: bool
    statements: frozenset[str]
    arguments: frozenset[str]

    @staticmethod
    def of(settings: Mapping[str, object]) -> "Assumed":
        """Read `assume: all`, `assume: Title` or `assume: [Title, "<Title>", …]`.

        A title without brackets means the statement and the argument of that name.
        """
        titles = listed_titles(settings.get("assume"))
        return Assumed(
            leaves=titles == ("all",),
            statements=frozenset(bare_title(t) for t in titles if not is_bracketed(t, "<>")),
            arguments=frozenset(bare_title(t) for t in titles if not is_bracketed(t, "[]")),
        )

    def names(self, node: Statement | Argument) -> bool:
        """Tell whether the node is named in the list."""
        names = self.statements if isinstance(node, Statement) else self.arguments
        return node.title in names


def standing_of(node: Statement | Argument, *, is_leaf: bool, assumed: Assumed) -> Standing:
    """Work out a node's standing from its tags, its data and the front matter."""
    if not node.data and not node.tags and not assumed.names(node):  # nearly every node
        return _ASSUMED if is_leaf and assumed.leaves else _BARE
    written = node.data.get("status")
    status = "false" if written is False else str(written).strip()
    is_sourced = any(_is_given(node.data.get(key)) for key in ("source", "quote"))
    if status in ("rejected", "false"):
        return Standing(Status.REJECTED, is_sourced)
    if status == "todo" or not _TODO_TAGS.isdisjoint(node.tags):
        return Standing(Status.TODO, is_sourced)
    if (
        status in _DECLARING
        or "assumption" in node.tags
        or assumed.names(node)
        or (is_leaf and assumed.leaves)
    ):
        return Standing(Status.DECLARED, is_sourced)
    return Standing(Status.SOURCED if is_sourced else Status.BARE, is_sourced)


_BARE = Standing(Status.BARE, is_sourced=False)
_ASSUMED = Standing(Status.DECLARED, is_sourced=False)


def _is_given(value: object) -> bool:
    return value is not None and value not in ("", [], ())
