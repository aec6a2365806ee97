"""The whole map in words, as Markdown: to be read aloud, printed, and put into documents."""

from collections.abc import Iterator, Sequence

from argmap.mapping.footnotes import Sources
from argmap.model.graph import ArgumentGraph
from argmap.rendering.front_text import front_text
from argmap.rendering.markdown_entries import EntryWriter
from argmap.rendering.markdown_text import at_line_start, in_heading, plain_markdown
from argmap.rendering.outline_plan import Group, Part, plan_outline

DEEPEST = 6


def write_markdown_outline(
    graph: ArgumentGraph, theses: Sequence[str] = (), *, deepest: int = DEEPEST
) -> str:
    """Return a map as an outline in which every statement and argument stands once in full.

    theses:  titles of the statements with which it begins
    deepest: how many levels of lists there may be below a heading, 1 at least; what is nested
             deeper goes on under a heading of its own
    """
    groups = plan_outline(graph, theses, deepest)
    return "\n\n".join(filter(None, _Writer(graph, groups).blocks())) + "\n"


class _Writer:
    def __init__(self, graph: ArgumentGraph, groups: Sequence[Group]) -> None:
        self._graph, self._groups = graph, groups
        self._sources = Sources(graph)
        numbers = {
            entry.branch.node: entry.number
            for group in groups
            for entry in group.entries
            if not entry.see
        }
        self._entries = EntryWriter(graph, numbers, self._sources)

    def blocks(self) -> Iterator[str]:
        """Give headings, paragraphs and whole lists; some of them are empty."""
        yield f"# {in_heading(self._setting('title') or 'Argument map')}"
        yield at_line_start(self._setting("subTitle"))
        author, date = self._setting("author"), self._setting("date")
        yield f"By {', '.join(filter(None, (author, date)))}" if author else at_line_start(date)
        yield at_line_start(self._setting("abstract"))
        has_parts = len(self._groups) > 1
        for group in self._groups:
            if has_parts:
                yield f"## {in_heading(self._title_of(group))}"
            if group.part is Part.ALONE:
                yield "\n".join(f"- {self._entries.item(entry)}" for entry in group.entries)
            else:
                yield from self._trees(group, "###" if has_parts else "##")
        yield from self._footnotes()

    def _setting(self, key: str) -> str:
        return plain_markdown(front_text(self._graph, key))

    def _title_of(self, group: Group) -> str:
        if group.part is Part.THESES:
            claims = sum(not entry.depth and not entry.continues for entry in group.entries)
            return "Main claim" if claims == 1 else "Main claims"
        if group.part is Part.ALONE:
            return "Standing alone"
        title = ""
        if group.section is not None:
            section = self._graph.sections[group.section]
            title = section.title
            for tag in reversed(section.tags):
                title = title.removesuffix(f"#{tag}").removesuffix(f"#({tag})").rstrip()
        has_theses = any(other.part is Part.THESES for other in self._groups)
        return plain_markdown(title) or ("Further claims" if has_theses else "Claims")

    def _trees(self, group: Group, marks: str) -> Iterator[str]:
        lines: list[str] = []
        for entry in group.entries:
            if entry.depth:
                lines.append(f"{'  ' * (entry.depth - 1)}- {self._entries.item(entry)}")
                continue
            yield "\n".join(lines)
            lines = []
            heading, text = self._entries.root(entry)
            yield f"{marks} {in_heading(heading)}"
            yield at_line_start(text)
        yield "\n".join(lines)

    def _footnotes(self) -> Iterator[str]:
        notes = self._sources.footnotes()
        if len(notes) == 1 and notes[0].number == 0:
            yield f"Source: {plain_markdown(notes[0].text)}"
        elif notes:
            yield "## Sources"
            yield "\n".join(f"{note.number}. {plain_markdown(note.text)}" for note in notes)
