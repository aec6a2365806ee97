"""The steps of a talk with everything that a page says at each."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.analysis.speakers import Speakers
from argmap.mapping.argument_map import Box, End, Row
from argmap.mapping.captions import wording
from argmap.mapping.talk.planning import Talk
from argmap.mapping.talk.thoughts import Thought
from argmap.model.graph import Argument, NodeKind, NodeRef, Statement
from argmap.rendering.display_text import printable
from argmap.rendering.presentation.wording import (
    Kicker,
    name_part,
    write_about,
    write_kicker,
    write_speaker,
)
from argmap.rendering.report_page import Passage, Report, ReportFinding

NO_SUPPORT = "no support yet"
_NOTES = ("notes", "note")
_SHORTEST_CODE = 2


@dataclass(frozen=True, slots=True)
class Slide:
    """One step.

    number:   from 1
    name:     the title of an argument, above what it says; empty elsewhere
    about:    what it is about, with the words before that
    marks:    such as "unstated"
    above:    the number of the step that it is about; 0 for a claim
    notes:    what the author noted for the speaker, one paragraph each
    language: of the text, where the map says so; else empty
    """

    number: int
    thought: Thought
    kicker: Kicker
    text: str
    name: str = ""
    about: tuple[str, str] = ("", "")
    speaker: str = ""
    marks: tuple[str, ...] = ()
    above: int = 0
    notes: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    findings: tuple[ReportFinding, ...] = ()
    language: str = ""


def write_slides(talk: Talk, report: Report) -> tuple[Slide, ...]:
    """Put the thoughts of a talk about a report's map into words."""
    return tuple(_Maker(talk, report).slides())


class _Maker:
    def __init__(self, talk: Talk, report: Report) -> None:
        self.talk = talk
        self.graph = report.graph
        self.boxes = {box.id: box for box in talk.map.boxes}
        self.thoughts = {thought.place: thought for thought in talk.thoughts}
        self.numbers = {thought.place: i for i, thought in enumerate(talk.thoughts, 1)}
        self.parts = self.find_parts()
        self.speakers = Speakers.of(self.graph) if self.graph is not None else None
        self.passages: dict[NodeRef | None, list[Passage]] = {}
        for passage in report.passages:
            self.passages.setdefault(passage.ref, []).append(passage)
        self.findings: dict[str | None, list[ReportFinding]] = {}
        for finding in report.findings:
            self.findings.setdefault(finding.title, []).append(finding)

    def slides(self) -> Iterator[Slide]:
        for number, thought in enumerate(self.talk.thoughts, 1):
            above = self.thoughts[thought.above] if thought.above is not None else None
            shown, node = self.shown(thought.place), self.node(thought)
            name, text = self.words(thought)
            data = node.data if node is not None else {}
            marks = ["unstated"] * shown.is_unstated + [NO_SUPPORT] * shown.is_unsupported
            is_thesis = isinstance(shown, Box) and shown.is_thesis
            yield Slide(
                number,
                thought,
                write_kicker(thought, self.part_above(thought), is_thesis=is_thesis),
                text,
                name,
                (write_about(thought), self.called(above) if above else ""),
                self.speaker(node),
                tuple(marks),
                self.numbers[above.place] if above else 0,
                tuple(note for key in _NOTES for note in _paragraphs(data.get(key))),
                tuple(self.passages.get(thought.ref, ())) if thought.ref else (),
                self.found(thought),
                _language(data.get("lang")),
            )

    def part_above(self, thought: Thought) -> str:
        """Return in which part of the talk the thought is that a thought is about."""
        return "" if thought.above is None else self.parts[thought.above]

    def find_parts(self) -> dict[End, str]:
        """Return for each place in which part of the talk it is; told order does not matter."""
        parts: dict[End, str] = {}
        for thought in sorted(self.talk.thoughts, key=lambda thought: thought.depth):
            above = "" if thought.above is None else parts[thought.above]
            parts[thought.place] = name_part(thought, above)
        return parts

    def shown(self, place: End) -> Box | Row:
        box = self.boxes[place.box]
        for part in box.parts:
            if isinstance(part, Row) and part.port == place.port:
                return part
        return box

    def node(self, thought: Thought) -> Statement | Argument | None:
        if self.graph is None or thought.ref is None:
            return None
        return self.graph.node(thought.ref)

    def words(self, thought: Thought) -> tuple[str, str]:
        """Return the name of an argument, and the thought in the author's words."""
        node, shown = self.node(thought), self.shown(thought.place)
        title = printable(shown.title or "")
        text = printable((wording(node) if node is not None else shown.text) or "")
        if thought.ref is not None and thought.ref.kind is NodeKind.ARGUMENT:
            return (title, text) if text else ("", title or "An argument without a name")
        return "", text or title or "…"

    def called(self, thought: Thought) -> str:
        """Return a thought in one line, for where another one speaks of it."""
        return ": ".join(words for words in self.words(thought) if words)

    def speaker(self, node: Statement | Argument | None) -> str:
        if node is None or self.speakers is None or "speaker" not in node.data:
            return ""
        said = node.data["speaker"]
        names = [self.speakers.name(name) for name in (said if isinstance(said, list) else [said])]
        return printable(write_speaker(", ".join(names), node.data.get("voice")))

    def found(self, thought: Thought) -> tuple[ReportFinding, ...]:
        """Return the findings about a thought; a title may be a statement's and an argument's."""
        if thought.ref is None or self.graph is None:
            return ()
        is_argument = thought.ref.kind is NodeKind.ARGUMENT
        if is_argument and thought.ref.title in self.graph.statements:
            return ()
        return tuple(self.findings.get(thought.ref.title, ()))


def _paragraphs(value: object) -> Iterator[str]:
    """Give the paragraphs of a note, or of a list of notes."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str | int | float) and not isinstance(entry, bool):
            for paragraph in str(entry).split("\n\n"):
                if words := printable(paragraph):
                    yield words


def _language(value: object) -> str:
    """Return a language tag such as `zh` or `en-GB`, or nothing."""
    plain = value if isinstance(value, str) else ""
    head = plain.split("-")[0]
    is_tag = _SHORTEST_CODE <= len(head) <= _SHORTEST_CODE + 1 and head.isalpha()
    return plain if is_tag and plain.replace("-", "").isalnum() and plain.isascii() else ""
