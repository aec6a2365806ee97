"""What the titles, tags, sections and speakers that a view names mean in a map."""

from collections.abc import Iterable
from typing import NamedTuple, NoReturn

from argmap.analysis.named import named_node
from argmap.analysis.speakers import Speakers
from argmap.analysis.spelling import Speller
from argmap.mapping.view import CannotView, View
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Statement

_MOST_TOLD = 8


class ViewNames(NamedTuple):
    """The names of a view, as the map has them; `speakers` are those of the speakers' table."""

    roots: tuple[NodeRef, ...]
    tags: frozenset[str]
    sections: frozenset[str]
    speakers: frozenset[str]

    @property
    def root_statements(self) -> frozenset[str]:
        """The titles of the statements among the roots."""
        return frozenset(ref.title for ref in self.roots if ref.kind is NodeKind.STATEMENT)


def read_names(graph: ArgumentGraph, view: View) -> ViewNames:
    """Look up what a view names.

    raises: `UnknownTitle` or `CannotView` for what the map has not got, with the nearest name
    """
    roots = dict.fromkeys(named_node(graph, title) for title in view.roots)
    return ViewNames(
        tuple(roots),
        _tags(graph, view.tags),
        _sections(graph, view.sections),
        _speakers(graph, view.speakers),
    )


def speakers_of(node: Statement | Argument, table: Speakers) -> frozenset[str]:
    """Return everybody to whom a map gives what a node says, in whatever voice."""
    written = [occurrence.data.get("speaker") for occurrence in node.occurrences]
    lists = (value if isinstance(value, list) else [value] for value in written)
    return frozenset(
        table.name(name)
        for names in lists
        for name in names
        if isinstance(name, str | int | float) and str(name).strip()
    )


def section_titles(graph: ArgumentGraph, section: int | None) -> frozenset[str]:
    """Return the titles of a section and of all around it."""
    titles = set()
    while section is not None:
        titles.add(graph.sections[section].title)
        section = graph.sections[section].parent
    return frozenset(titles)


def all_nodes(graph: ArgumentGraph) -> tuple[Statement | Argument, ...]:
    """Return the statements, then the arguments of a graph."""
    return (*graph.statements.values(), *graph.arguments.values())


def _tags(graph: ArgumentGraph, written: tuple[str, ...]) -> frozenset[str]:
    names = [_bare_tag(tag) for tag in written]
    if not names:
        return frozenset()
    known = dict.fromkeys(tag for node in all_nodes(graph) for tag in node.tags)
    for name in names:
        if name not in known:
            _refuse(graph, f"nothing is tagged #{name}", "#", name, known, "the tags are")
    return frozenset(names)


def _bare_tag(written: str) -> str:
    """Return `two words` for `#(two words)`, and `one` for `#one`."""
    tag = written.strip().removeprefix("#")
    return tag[1:-1] if tag.startswith("(") and tag.endswith(")") else tag


def _sections(graph: ArgumentGraph, written: tuple[str, ...]) -> frozenset[str]:
    names = [name.strip().lstrip("#").strip() for name in written]
    known = dict.fromkeys(section.title for section in graph.sections)
    for name in names:
        if name not in known:
            fact = f"no section is called “{name}”"
            _refuse(graph, fact, "", name, known, "the sections are")
    return frozenset(names)


def _speakers(graph: ArgumentGraph, written: tuple[str, ...]) -> frozenset[str]:
    if not written:
        return frozenset()
    table = Speakers.of(graph)
    names = [table.name(name) for name in written]
    known = dict.fromkeys(
        name for node in all_nodes(graph) for name in sorted(speakers_of(node, table))
    )
    for name in names:
        if name not in known:
            near = {**known, **dict.fromkeys(table.aliases)}
            fact = f"nothing is said by “{name}”"
            _refuse(graph, fact, "", name, known, "the speakers are", near)
    return frozenset(names)


def _refuse(  # noqa: PLR0913, PLR0917
    graph: ArgumentGraph,
    fact: str,
    sign: str,
    name: str,
    known: Iterable[str],
    introduction: str,
    near: Iterable[str] | None = None,
) -> NoReturn:
    """Say what is not there, and what is near it or, if nothing is, what there is."""
    names = list(known)
    nearest = Speller(near or names).nearest(name)
    if nearest is not None:
        way_out = f"; did you mean {sign}{nearest}?"
    elif names:
        more = ", …" if len(names) > _MOST_TOLD else ""
        told = ", ".join(sign + each for each in names[:_MOST_TOLD])
        way_out = f"; {introduction} {told}{more}"
    else:
        way_out = f"; the map has no {introduction.split()[1]}"
    raise CannotView(f"{graph.document.source.path}: {fact}{way_out}")
