"""One page about one argument: twelve blocks in order, what is missing printed as missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter

from argmap.debate.card_pages import card_blocks, sources
from argmap.debate.case import Case
from argmap.debate.clash import is_turned_twice
from argmap.debate.cross_examination import Question, is_uncited
from argmap.debate.evidence import Card
from argmap.debate.exchange_table import exchange_table, if_dropped, is_ours
from argmap.debate.open_blocks import in_a_line, none_yet
from argmap.debate.phrasing import count_words, name, reading_time
from argmap.debate.points import Point, Stage
from argmap.debate.questions import Length, question_list
from argmap.debate.slots import Slot, chain
from argmap.debate.teams import Stance
from argmap.debate.weighing import MEASURES, Impact, impacts, weighing_table
from argmap.diagnostic import Severity
from argmap.evaluation import Label
from argmap.model.graph import NodeRef
from argmap.publishing import (
    Blank,
    Block,
    Columns,
    Frame,
    FrameStyle,
    Heading,
    Item,
    Items,
    Paragraph,
    ParagraphStyle,
    Run,
    Style,
    paragraph,
    words,
)

MISSING = "— missing —"
MOST_CARDS, MOST_QUESTIONS, FEWEST_QUESTIONS = 2, 5, 3
_LONGEST_EXTENSION = 15  # words


@dataclass(frozen=True, slots=True)
class Fill:
    """How much of a point goes onto its page; the rest goes to the appendix, or on a next page.

    cards:     how many cards stand here in full
    questions: how many questions
    answers:   how many exchanges stand on the first page
    is_tight:  an empty chain and an empty weighing take one line each
    is_terse:  the questions stand without what either answer leads to
    """

    cards: int = MOST_CARDS
    questions: int = MOST_QUESTIONS
    answers: int | None = None
    is_tight: bool = False
    is_terse: bool = False


@dataclass(frozen=True, slots=True)
class PointPage:
    """The page of one point.

    number:    its number on its side
    questions: what to ask about it, or, of our own, what to be ready for
    is_student: blanks are printed for the extension line
    """

    case: Case
    point: Point
    number: int
    questions: tuple[Question, ...]
    is_student: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it is one of our own arguments."""
        return is_ours(self.case, self.point)

    @property
    def anchor(self) -> str:
        """What links to the page point to."""
        return f"point-{self.point.ref.kind}-{self.point.ref.title}"

    @property
    def evidence(self) -> tuple[Card, ...]:
        """All cards of the point, each once."""
        return tuple(dict.fromkeys(self.case.evidence(self.point)))

    def blocks(self, fill: Fill) -> tuple[Block, ...]:
        """Return the blocks in order."""
        parts = (
            self._tag(),
            self._status(),
            self._because(),
            self._chain_and_weighing(fill),
            self._evidence(fill),
            self._clash(fill),
            self._offence(),
            self._cross(fill),
            self._extension(),
            self._foot(),
        )
        return tuple(block for part in parts for block in part)

    # The blocks

    def _tag(self) -> Iterator[Block]:
        title = f"{self.number}. {name(self.case.graph, self.point.ref)}"
        yield Heading(3, words(title), self.anchor)
        yield paragraph(self.point.tag, ParagraphStyle.CLAIM)

    def _status(self) -> Iterator[Block]:
        findings = [
            finding
            for ref in self._refs()
            for finding in self.case.findings_about(ref)
            if finding.severity in (Severity.ERROR, Severity.WARNING)
        ]
        codes = sorted({finding.code for finding in findings})
        label = {
            Label.IN: "stands",
            Label.OUT: "does not stand",
            Label.UNDECIDED: "is undecided",
        }[self.point.label]
        told = [f"On the map as drawn it {label}."]
        objections = len(self.point.objections)
        if objections:
            told.append(f"Contested: {_count(objections, 'objection')}.")
        is_bare = not (self.point.stages or self.point.reasons)
        if not self.evidence:
            told.append("Unsupported: no reason, no evidence." if is_bare else "No evidence.")
        if uncited := sum(is_uncited(self.case, ref) for ref in self._refs()):
            told.append(f"{_count(uncited, 'uncited fact')}.")
        if codes:
            told.append(f"Findings: {', '.join(codes)}.")
        if self.case.stance(self.point.ref) is Stance.BOTH:
            told.append("It serves both sides.")
        yield paragraph(" ".join(told), ParagraphStyle.NOTE)

    def _refs(self) -> list[NodeRef]:
        refs = [self.point.ref, *(line.ref for line in self.point.lines)]
        refs += [stage.conclusion.ref for stage in self.point.stages]
        return list(dict.fromkeys(refs))

    def _because(self) -> Iterator[Block]:
        if not self.point.stages and not self.point.reasons:
            yield none_yet("Because", "no reason is given for it")
            return
        yield paragraph("Because", ParagraphStyle.LABEL)
        if self.point.stages:
            for stage in self.point.stages:
                yield from self._stage(stage)
        else:
            reasons = (Item((paragraph(self.case.said(ref)),)) for ref in self.point.reasons)
            yield Items(tuple(reasons))

    def _stage(self, stage: Stage) -> Iterator[Block]:
        blocks: list[Block] = []
        for is_unstated, lines in groupby(stage.premises, key=attrgetter("is_unstated")):
            aside = (Run(" unstated", Style.MUTE),) if is_unstated else ()
            items = Items(
                tuple(
                    Item((Paragraph((Run(line.text), *aside)),), f"{line.number}.")
                    for line in lines
                )
            )
            blocks.append(Frame((items,), FrameStyle.DASHED) if is_unstated else items)
        if len(stage.premises) > 1:
            yield Frame(tuple(blocks), FrameStyle.BAR)
        else:
            yield from blocks
        rules = f" ({', '.join(stage.rules)})" if stage.rules else ""
        so = (
            Run(f"so{rules}: ", Style.MUTE),
            Run(f"{stage.conclusion.number}. {stage.conclusion.text}", Style.STRONG),
        )
        yield Paragraph(so)

    def _chain_and_weighing(self, fill: Fill) -> Iterator[Block]:
        slots, impact = chain(self.case, self.point), self._impacts()
        if fill.is_tight and not any(slots.values()) and impact == (None, None):
            yield in_a_line("Chain", f"{MISSING} ({', '.join(slots)})")
            yield in_a_line("Weighing", f"{MISSING} ({', '.join(MEASURES)})")
            return
        weighing = (paragraph("Weighing", ParagraphStyle.LABEL), weighing_table(*impact, room=6.5))
        yield Columns((tuple(self._chain(slots)), weighing), (1, 1))

    def _chain(self, slots: Mapping[Slot, tuple[NodeRef, ...]]) -> Iterator[Block]:
        yield paragraph("Chain", ParagraphStyle.LABEL)
        items = []
        for slot, refs in slots.items():
            said = "; ".join(self.case.said(ref) for ref in refs)
            run = Run(said) if said else Run(MISSING, Style.MUTE)
            items.append(Item((Paragraph((Run(f"{slot.value}: ", Style.STRONG), run)),)))
        yield Items(tuple(items))

    def _evidence(self, fill: Fill) -> Iterator[Block]:
        cards = self.evidence
        if not cards:
            yield none_yet("Evidence", "nothing is quoted for it")
            return
        yield paragraph("Evidence", ParagraphStyle.LABEL)
        for card in cards[: fill.cards]:
            yield from card_blocks(card)
        if others := cards[fill.cards :]:
            cites = "; ".join(dict.fromkeys(card.cite or "no source" for card in others))
            told = f"In the appendix: {_count(len(others), 'card')} ({cites})"
            yield paragraph(told, ParagraphStyle.NOTE)

    def _impacts(self) -> tuple[Impact | None, Impact | None]:
        """Return what the map says of our impact and of theirs."""
        own = impacts(self.case, (self.point,))
        against = tuple(
            found
            for objection in self.point.objections
            if (found := self.case.point_of(objection.source)) is not None
        )
        other = impacts(self.case, against)
        mine, theirs = (own[0] if own else None), (other[0] if other else None)
        return (mine, theirs) if self.is_ours else (theirs, mine)

    def _clash(self, fill: Fill) -> Iterator[Block]:
        yield from exchange_table(self.case, self.point, 0, fill.answers)
        count = len(self.point.objections)
        if fill.answers is not None and fill.answers < count:
            left = count - fill.answers
            told = f"{_count(left, 'more objection')}: continued on the next page"
            yield paragraph(told, ParagraphStyle.NOTE)

    def _offence(self) -> Iterator[Block]:
        turns = sum(objection.is_offence for objection in self.point.objections)
        defence = len(self.point.objections) - turns
        yield paragraph("If it is dropped", ParagraphStyle.LABEL)
        yield paragraph(if_dropped(self.case, self.point))
        if self.point.objections:
            count = f"Against it: offence {turns}, defence {defence}."
            yield paragraph(count, ParagraphStyle.NOTE)
        if is_turned_twice(self.case, self.point):
            yield Paragraph(
                words(
                    "Double turn: we turn both its link and its impact; keep one of the two.",
                    Style.BAD,
                )
            )

    def _cross(self, fill: Fill) -> Iterator[Block]:
        label = "Cross-examination" + (": be ready for" if self.is_ours else "")
        if not self.questions:
            yield none_yet(label, "the map has nothing to ask about")
            return
        yield paragraph(label, ParagraphStyle.LABEL)
        is_terse = fill.is_terse or self.is_ours
        length = Length.TERSE if is_terse else Length.SHORT
        yield question_list(self.case, self._chosen(fill.questions), length)

    def _chosen(self, most: int) -> list[Question]:
        """Return the questions for the page: a second one about a box when each has had one."""
        asked: dict[NodeRef, int] = {}
        turns = []
        for question in self.questions:
            asked[question.aims] = turn = asked.get(question.aims, 0) + 1
            turns.append((turn, question))
        return [question for _, question in sorted(turns, key=itemgetter(0))][:most]

    def _extension(self) -> Iterator[Block]:
        yield paragraph("Extension", ParagraphStyle.LABEL)
        first = next(iter(self.evidence), None)
        if self.is_student:
            yield Paragraph((Run(self._to_complete(first)), Blank(70.0)))
            return
        yield paragraph(_shortened(f"Extend: {self.point.tag}", _LONGEST_EXTENSION))

    def _to_complete(self, card: Card | None) -> str:
        """Return how an extension begins that students complete."""
        if card is None or not card.cite:
            return "Extend: "
        whose = "our" if self.is_ours else "their"
        if " " in card.date or not card.short:  # no name that can be said in one breath
            return f"Extend {whose} evidence ({card.cite}) – it says "
        return f"Extend {whose} {card.cite} evidence – it says "

    def _foot(self) -> Iterator[Block]:
        told = "; ".join(sources(self.evidence)) or "none"
        aloud = f"Read aloud: {reading_time(self.words())}."
        yield paragraph(f"Sources: {told}. {aloud}", ParagraphStyle.NOTE)

    def words(self) -> int:
        """Return how many words are read aloud: the tag, premises, and cards of this page."""
        said = [self.point.tag, *(line.text for line in self.point.lines if not line.is_unstated)]
        said += [card.quote for card in self.evidence[:MOST_CARDS]]
        return sum(count_words(text) for text in said)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _shortened(text: str, most: int) -> str:
    told = text.split()
    return text if len(told) <= most else " ".join(told[:most]) + " …"
