"""Where things were said: the `source:` of nodes, numbered in the order in which they appear."""

from collections.abc import Mapping

from argmap.mapping.argument_map import Footnote
from argmap.mapping.web_links import link_of
from argmap.model.graph import Argument, ArgumentGraph, Statement

_FIELDS = ("author", "title", "date")


class Sources:
    """Numbers sources as they are asked for.

    If the whole text has one source, no number says anything: it is told once, as number 0.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        declared = graph.settings.get("sources")
        self._declared: Mapping[str, object] = declared if isinstance(declared, Mapping) else {}
        self._numbers: dict[str, int] = {}
        sources = {_source(statement) for statement in graph.statements.values()}
        sources |= {_source(argument) for argument in graph.arguments.values()}
        self._is_single = len(sources - {None}) == 1

    def of(self, node: Statement | Argument) -> tuple[int, ...]:
        """Return the footnotes of a node, numbering its source if it is new."""
        source = _source(node)
        if source is None:
            return ()
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        return () if self._is_single else (number,)

    def link(self, node: Statement | Argument) -> str | None:
        """Return where a node leads on the web: its own address, or that of its source."""
        return link_of(node, self._declared)

    def footnotes(self) -> tuple[Footnote, ...]:
        """Return the notes for the sources that were asked for."""
        return tuple(
            Footnote(0 if self._is_single else number, self._describe(source))
            for source, number in self._numbers.items()
        )

    def _describe(self, source: str) -> str:
        entry = self._declared.get(source)
        if isinstance(entry, Mapping):
            told = [str(entry[name]) for name in _FIELDS if entry.get(name)]
            return ", ".join(told) or source
        return str(entry) if isinstance(entry, str) else source


def _source(node: Statement | Argument) -> str | None:
    value = node.data.get("source")
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
