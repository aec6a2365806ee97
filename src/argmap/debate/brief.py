"""The brief: everything that one side takes into the room, a page for each argument."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.debate.card_pages import card_blocks, source_list
from argmap.debate.case import Case
from argmap.debate.cross_examination import Question, cross_examine, questions_to
from argmap.debate.exchange_table import exchange_table
from argmap.debate.phrasing import name
from argmap.debate.point_page import FEWEST_QUESTIONS, Fill, PointPage
from argmap.debate.points import Point
from argmap.debate.questions import question_list
from argmap.debate.teams import Stance
from argmap.debate.weighing import weighing_blocks
from argmap.diagnostic import Severity
from argmap.model.graph import NodeRef
from argmap.publishing import (
    Block,
    Contents,
    Figure,
    Heading,
    Item,
    Items,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Run,
    Style,
    paragraph,
    words,
)
from argmap.publishing.measuring import height_of, room
from argmap.rendering.front_text import front_text
from argmap.rendering.svg import picture_size
from argmap.rendering.typesetting import POINTS_PER_MM

MARGIN = 18.0
_FILLS = (
    Fill(2),
    Fill(2, FEWEST_QUESTIONS),
    *(Fill(cards, FEWEST_QUESTIONS, is_tight=True) for cards in (2, 1, 0)),
    Fill(0, FEWEST_QUESTIONS, is_tight=True, is_terse=True),
)
_ABOVE_MAP = 40.0  # points, for the heading of its page
_HEAD_ROOM = 16.0  # points that are kept free, for what is measured too low: a line
_TAGS = {"Definitions": ("definition",), "Burdens": ("burden", "burden-of-proof")}


@dataclass(frozen=True, slots=True)
class Request:
    """What a brief is made of.

    svg:        the picture of the map, one page
    title:      what the map is called
    file:       the map's file name, for the header
    is_student: print blanks to be completed
    progress:   told how many pages of how many are made
    """

    case: Case
    svg: str
    title: str
    file: str
    is_student: bool = False
    progress: Callable[[int, int], None] = lambda done, of: None


def brief_pages(request: Request) -> Publication:
    """Return the brief: index, map, our arguments, theirs with answers, questions, appendix."""
    return _Brief(request).publication()


class _Brief:
    def __init__(self, request: Request) -> None:
        self.request = request
        self.case = request.case
        self.graph = request.case.graph
        text = self.graph.document.source.text
        self.hash = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
        self.questions = cross_examine(self.case)
        self.about: dict[NodeRef, list[Question]] = {}
        foreseen = questions_to(self.case.from_the_other_side())
        for question in (*questions_to(self.case), *foreseen):
            self.about.setdefault(question.point, []).append(question)
        self.done = 0

    def publication(self) -> Publication:
        ours = self.pages(self.case.ours)
        theirs = self.pages(
            tuple(p for p in self.case.theirs if self.case.stance(p.ref) is Stance.THEIRS)
        )
        total = len(ours) + len(theirs)
        frame = Publication(self.heading, (), margin=MARGIN)
        self.width, self.height = room(frame)
        parts: list[Block] = [*self.cover(), *self.picture(), *self.groundwork()]
        left_over: list[PointPage] = []
        for title, pages in (("Our arguments", ours), ("Their arguments, our answers", theirs)):
            parts += self.section(title, pages)
            for page in pages:
                fill = self.fitting(page)
                parts += self.page(page, fill)
                if len(page.evidence) > fill.cards:
                    left_over.append(page)
                self.done += 1
                self.request.progress(self.done, total)
        parts += self.cross()
        parts += self.weighing()
        parts += self.appendix(left_over)
        parts += self.open_problems()
        return Publication(
            self.heading,
            tuple(parts),
            language=front_text(self.graph, "lang") or "en",
            author=front_text(self.graph, "author") or None,
            header=self.running_head(""),
            footer=self.request.title,
            margin=MARGIN,
        )

    @property
    def heading(self) -> str:
        return f"Brief, {self.case.side}: {self.request.title}"

    def running_head(self, what: str) -> str:
        """Return the header strip: side, number, file, the map's hash, its date."""
        date = front_text(self.graph, "date")
        parts = [self.case.side.upper(), what, self.request.file, f"map {self.hash}", date or ""]
        return " · ".join(part for part in parts if part)

    def pages(self, points: tuple[Point, ...]) -> list[PointPage]:
        return [
            PointPage(
                self.case,
                point,
                number,
                tuple(self.about.get(point.ref, ())),
                self.request.is_student,
            )
            for number, point in enumerate(points, 1)
        ]

    def cover(self) -> Iterator[Block]:
        yield Paragraph(words(self.request.title), ParagraphStyle.TITLE)
        yield paragraph(f"Brief for {self.case.side}", ParagraphStyle.SUBTITLE)
        for ref in self.case.theses:
            yield paragraph(self.case.said(ref), ParagraphStyle.CLAIM)
        counted = f"{len(self.case.ours)} arguments of ours, {len(self.case.theirs)} of theirs"
        yield paragraph(f"{counted}, {len(self.questions)} questions.", ParagraphStyle.NOTE)
        yield Contents("Index", 3)

    def picture(self) -> Iterator[Block]:
        yield PageBreak(self.running_head("map"), is_turned=self.is_wide)
        yield Heading(2, words("The map"), "map")
        high = self.width if self.is_wide else self.height
        most = (high - _ABOVE_MAP) / POINTS_PER_MM
        yield Figure(self.request.svg, f"The map: {self.request.title}", 1.0, most)

    @property
    def is_wide(self) -> bool:
        """Whether the map is larger on a page that is turned."""
        size = picture_size(self.request.svg)
        return size.width > size.height

    def groundwork(self) -> Iterator[Block]:
        yield PageBreak(self.running_head("definitions"))
        yield Heading(2, words("Definitions and burdens"), "definitions")
        for label, tags in _TAGS.items():
            yield paragraph(label, ParagraphStyle.LABEL)
            found = [ref for ref in self.graph.order if set(tags) & set(self.graph.node(ref).tags)]
            if not found:
                yield paragraph(f"none yet: no claim is tagged #{tags[0]}", ParagraphStyle.NOTE)
            else:
                yield Items(tuple(Item((paragraph(self.case.said(ref)),)) for ref in found))

    def section(self, title: str, pages: list[PointPage]) -> Iterator[Block]:
        if not pages:
            yield PageBreak(self.running_head(title.lower()))
            yield Heading(2, words(title))
            yield paragraph("none yet on the map", ParagraphStyle.NOTE)

    def page(self, page: PointPage, fill: Fill) -> Iterator[Block]:
        side = "ours" if page.is_ours else "theirs"
        strip = self.running_head(f"{side} {page.number}")
        yield PageBreak(strip)
        yield from self.head(page)
        yield from page.blocks(fill)
        if fill.answers is not None and fill.answers < len(page.point.objections):
            yield PageBreak(f"{strip} · continued")
            yield from exchange_table(self.case, page.point, fill.answers, None)

    def fitting(self, page: PointPage) -> Fill:
        """Return the fullest way to fill a page that fits, in the order in which things give way.

        First there are fewer questions, then what is missing is said on one line, then the second
        card goes to the appendix, then the first, and questions lose their answers; at last the
        exchanges go on on a next page. What fits in no way runs over as it is.
        """
        head = tuple(self.head(page))
        free = self.height - _HEAD_ROOM
        for fill in _FILLS:
            if height_of((*head, *page.blocks(fill)), self.width) <= free:
                return fill
        count = len(page.point.objections)
        for answers in range(count - 1, -1, -1):
            fill = Fill(0, FEWEST_QUESTIONS, answers, is_tight=True, is_terse=True)
            if height_of((*head, *page.blocks(fill)), self.width) <= free:
                return fill
        return _FILLS[-1]

    def head(self, page: PointPage) -> Iterator[Block]:
        """Yield the section's heading, on its first page."""
        if page.number == 1:
            title = "Our arguments" if page.is_ours else "Their arguments, our answers"
            yield Heading(2, words(title))

    def cross(self) -> Iterator[Block]:
        yield PageBreak(self.running_head("cross-examination"))
        yield Heading(2, words("Cross-examination"), "cross-examination")
        if not self.questions:
            yield paragraph("none yet: nothing on the map to ask about", ParagraphStyle.NOTE)
        yield question_list(self.case, self.questions)

    def weighing(self) -> Iterator[Block]:
        yield PageBreak(self.running_head("weighing"))
        yield Heading(2, words("Weighing"), "weighing")
        yield from weighing_blocks(self.case)

    def appendix(self, pages: list[PointPage]) -> Iterator[Block]:
        yield PageBreak(self.running_head("evidence"))
        yield Heading(2, words("Evidence appendix"), "appendix")
        if not pages:
            yield paragraph("All evidence stands with its argument.", ParagraphStyle.NOTE)
        shown = set()
        for page in pages:
            cards = [card for card in page.evidence if card not in shown]
            if not cards:
                continue
            yield Heading(3, words(name(self.graph, page.point.ref)))
            for card in cards:
                shown.add(card)
                yield from card_blocks(card)
        yield from source_list(card for page in pages for card in page.evidence)

    def open_problems(self) -> Iterator[Block]:
        yield PageBreak(self.running_head("open problems"))
        yield Heading(2, words("Open problems of our own"), "problems")
        ours = {
            ref.title
            for ref in self.graph.order
            if self.case.stance(ref) in (Stance.OURS, Stance.BOTH)
        }
        found = [
            each
            for each in self.case.findings
            if each.severity in (Severity.ERROR, Severity.WARNING)
            and (each.title is None or each.title in ours)
        ]
        if not found:
            yield paragraph("The checks found nothing about our own side.", ParagraphStyle.NOTE)
            return
        items = (
            Item(
                (
                    Paragraph(
                        (Run(f"{each.code} ", Style.STRONG), Run(each.finding.message)),
                    ),
                    paragraph(each.finding.help or "", ParagraphStyle.NOTE),
                )
            )
            for each in found
        )
        yield Items(tuple(items))
