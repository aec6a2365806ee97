"""Cross-examination: yes/no questions to the other side's points, each aimed at one box.

Questions come from the critical questions of schemes (Walton, Reed and Macagno 2008), premises
that nobody stated, facts and figures without a source, words that allow no exception, and premises
with which a conclusion falls. First comes what would take most down; nothing is asked about a
premise that the asker's own side needs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.analysis.cruxes import CruxFinder
from argmap.analysis.figures import find_figure
from argmap.analysis.map_wording import MapWording
from argmap.analysis.scheme_uses import SchemeUse, find_scheme_uses
from argmap.analysis.schemes import QuestionKind, Scheme, find_scheme
from argmap.debate.case import Case
from argmap.debate.phrasing import in_a_sentence, name
from argmap.debate.points import UNSTATED, Point, Stage
from argmap.debate.spoken_schemes import spoken
from argmap.debate.teams import Stance
from argmap.evaluation import base_set, derive
from argmap.model.graph import NodeKind, NodeRef

_MOST_LOOKED_AT = 2_000_000  # nodes, for counting what falls with premises
_NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_MOST_TRIED = 200  # theses and conclusions for which single points of failure are looked for


class Ground(StrEnum):
    """Why a question is asked; in the order in which they are asked of one premise."""

    CRUX = "crux"
    UNSTATED = "unstated premise"
    UNCITED = "fact without a source"
    FIGURE = "figure without a source"
    UNIVERSAL = "no exception allowed"
    CRITICAL = "critical question"
    UNSHOWN = "claim without a source"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with what each answer leads to.

    point:  whose argument it is
    aims:   the box that it aims at
    setup:  said first, so that the question can be answered with yes or no
    falls:  how many conclusions of the map fall if what it aims at is rejected
    """

    point: NodeRef
    aims: NodeRef
    ground: Ground
    setup: str
    text: str
    if_yes: str
    if_no: str
    falls: int


def cross_examine(case: Case, *, every: bool = False) -> tuple[Question, ...]:
    """Return the questions of the case's side to the other, those that take most down first.

    Nothing is asked twice for the same reason, though several points may rest on it.
    every: ask also about premises that the asker's own side needs
    """
    found: dict[tuple[NodeRef, Ground, str], Question] = {}
    for question in questions_to(case, every=every):
        found.setdefault((question.aims, question.ground, question.text), question)
    return tuple(found.values())


def questions_to(case: Case, *, every: bool = False) -> tuple[Question, ...]:
    """Return all questions to each point of the other side, those that take most down first.

    What several points rest on is asked about at each of them; see `cross_examine`.
    """
    asker = _Asker(case, every=every)
    found = [question for point in case.theirs for question in asker.about(point)]
    places = {ref: place for place, ref in enumerate(case.graph.order)}
    grounds = list(Ground)
    found.sort(
        key=lambda each: (
            -each.falls,
            places[each.point],
            grounds.index(each.ground),
            places[each.aims],
        )
    )
    return tuple(dict.fromkeys(found))


def _number(text: str) -> str | None:
    """Return the first number of a text that is neither a year nor a single digit."""
    found = (match[0].rstrip(".,") for match in _NUMBER.finditer(text))
    return next((n for n in found if len(n) > 1 and not _YEAR.fullmatch(n)), None)


def is_uncited(case: Case, ref: NodeRef) -> bool:
    """Tell whether something is given as a fact without anybody's having found it out."""
    node = case.graph.node(ref)
    steps = case.labelling.steps
    is_sourced = steps.nodes[steps.source_of(ref)].is_sourced
    return "fact" in node.tags and (node.data.get("cited") is False or not is_sourced)


class _Asker:
    def __init__(self, case: Case, *, every: bool) -> None:
        self.case = case
        self.steps = case.labelling.steps
        self.graph = case.graph
        self.every = every
        self.wording = MapWording(case.graph)
        self.derivation = derive(self.steps, base_set(self.steps, case.labelling.policy))
        self._fallen: dict[int, int] = {}
        self._left = _MOST_LOOKED_AT

    @cached_property
    def needed(self) -> frozenset[NodeRef]:
        """What our own points rest on or say."""
        found: set[NodeRef] = set()
        for point in self.case.ours:
            found |= {point.ref, *point.reasons}
            for stage in point.stages:
                found |= {stage.conclusion.ref, *(line.ref for line in stage.premises)}
        return frozenset(found)

    @cached_property
    def uses(self) -> dict[NodeRef, list[SchemeUse]]:
        found: dict[NodeRef, list[SchemeUse]] = {}
        for use in find_scheme_uses(self.graph):
            found.setdefault(use.node, []).append(use)
        return found

    @cached_property
    def singles(self) -> frozenset[int]:
        """Leaves with which alone a thesis falls."""
        finder = CruxFinder(self.steps, self.case.labelling.policy)
        found: set[int] = set()
        for ref in self.case.theses[:_MOST_TRIED]:
            found.update(finder.cruxes(self.steps.source_of(ref), size=1).single)
        return frozenset(found)

    def may_ask(self, ref: NodeRef) -> bool:
        if self.every:
            return True
        return ref not in self.needed and self.case.stance(ref) not in (Stance.OURS, Stance.BOTH)

    def falls(self, ref: NodeRef) -> int:
        """Return how many conclusions fall with a node, counted until too much was looked at."""
        node = self.steps.source_of(ref)
        if node not in self._fallen:
            if self._left < 0 or node not in self.derivation:
                return 0
            fallen = self.derivation.fallen(node)
            self._left -= 1 + len(self.steps.nodes)
            self._fallen[node] = sum(1 for each in fallen if self.steps.into[each])
        return self._fallen[node]

    def about(self, point: Point) -> Iterator[Question]:
        refs = [line.ref for line in point.lines] or [point.ref]
        for ref in refs:
            if self.may_ask(ref):
                yield from self.about_premise(point, ref)
        for stage in point.stages or (None,):
            yield from self.critical(point, stage)

    def about_premise(self, point: Point, ref: NodeRef) -> Iterator[Question]:
        node = self.graph.node(ref)
        said = in_a_sentence(self.case.said(ref))
        box, of = name(self.graph, ref), name(self.graph, point.ref)
        falls = self.falls(ref)

        def ask(ground: Ground, setup: str, text: str, if_yes: str, if_no: str) -> Question:
            return Question(point.ref, ref, ground, setup, text, if_yes, if_no, falls)

        is_unstated = UNSTATED in node.tags
        says = (
            f"Your argument {of} needs it that “{said}”." if is_unstated else f"You say: “{said}”."
        )
        if is_unstated:
            yield ask(
                Ground.UNSTATED,
                f"{says} Nobody has said so.",
                "Do you take that for granted?",
                f"Ask what shows it; the map gives no reason for {box}.",
                f"Then {of} does not follow: it needs that premise.",
            )
        index = self.steps.source_of(ref)
        is_sourced = self.steps.nodes[index].is_sourced
        has_reason = bool(self.steps.into[index])
        if is_uncited(self.case, ref):
            yield ask(
                Ground.UNCITED,
                f"You give it as a fact that “{said}”.",
                "Can you name who found that out?",
                "Ask who, when and how; the map has no source for it.",
                f"Then {of} rests on something that nobody has shown.",
            )
        elif not is_sourced and (figure := find_figure(said) or _number(said)):
            yield ask(
                Ground.FIGURE,
                says,
                f"Do you have a source for “{figure}”?",
                "Ask for it, its date, and how it was counted; the map has none.",
                f"Then the figure is nobody's, and {of} has to do without it.",
            )
        if universal := self.wording.find(ref, "universal"):
            yield ask(
                Ground.UNIVERSAL,
                says,
                f"When you say “{universal}”, do you mean without any exception?",
                "One exception is enough then: give it.",
                f"Then ask whether {of} still follows if there are exceptions.",
            )
        if index in self.singles and not has_reason:
            yield ask(
                Ground.CRUX,
                f"Your case rests on {box}: “{said}”.",
                "If that were not so, would your conclusion still stand?",
                "Ask what else would carry it; the map has nothing else.",
                f"Then everything hangs on {box}: stay there.",
            )
        if not (is_sourced or has_reason or is_unstated or "fact" in node.tags):
            yield ask(
                Ground.UNSHOWN,
                says,
                "Can you show that?",
                "Ask for the evidence; the map has no source and no reason for it.",
                "Then it is only claimed: say so, and go on.",
            )

    def critical(self, point: Point, stage: Stage | None) -> Iterator[Question]:
        for scheme, answered in self.schemes(point, stage):
            aims = stage.conclusion.ref if stage is not None else point.ref
            falls = self.falls(aims) if aims.kind is NodeKind.STATEMENT else self.falls(point.ref)
            of = name(self.graph, point.ref)
            for question in scheme.questions:
                if question.key in answered:
                    continue
                helps = question.kind is QuestionKind.ASSUMPTION
                wins = f"Then {of} does not go through."
                goes_on = "Then go on to the next question."
                yield Question(
                    point.ref,
                    point.ref,
                    Ground.CRITICAL,
                    f"Your argument {of} is {scheme.called}.",
                    spoken(scheme, question),
                    "Ask them to show it." if helps else wins,
                    wins if helps else goes_on,
                    falls,
                )

    def schemes(
        self, point: Point, stage: Stage | None
    ) -> Iterator[tuple[Scheme, frozenset[str]]]:
        """Yield the schemes that a step follows, with the questions that the map answers."""
        seen: set[str] = set()
        place = point.stages.index(stage) if stage is not None else None
        for use in self.uses.get(point.ref, ()):
            if use.scheme is None or use.inference not in (None, place):
                continue
            asked = use.data.get("cq")
            answered = frozenset(asked) if isinstance(asked, dict) else frozenset()
            seen.add(use.scheme.name)
            yield use.scheme, answered
        for rule in stage.rules if stage is not None else ():
            scheme = find_scheme(rule)
            if scheme is not None and scheme.name not in seen:
                seen.add(scheme.name)
                yield scheme, frozenset()
