"""A talk in words: its steps, what stands at its beginning, and what it ends on."""

from dataclasses import dataclass, field

from argmap.mapping.talk.planning import Talk
from argmap.rendering.display_text import printable
from argmap.rendering.presentation.closing import WeakPoint, find_weak_points
from argmap.rendering.presentation.slides import Slide, write_slides
from argmap.rendering.report_page import Report


@dataclass(frozen=True, slots=True)
class Deck:
    """All steps of a talk.

    weak: what the last step asks about, which follows all others; no such step if there is nothing
    """

    talk: Talk
    report: Report = field(repr=False)
    slides: tuple[Slide, ...]
    weak: tuple[WeakPoint, ...] = ()

    @property
    def title(self) -> str:
        """What the talk is about, or a name for it."""
        return printable(self.report.map.title or "") or "An argument"

    @property
    def steps(self) -> int:
        """How many steps there are, the last one included."""
        return len(self.slides) + bool(self.weak)


def make_deck(talk: Talk, report: Report) -> Deck:
    """Put a talk about a report's map into words."""
    slides = write_slides(talk, report)
    weak = () if report.graph is None else find_weak_points(slides, report.graph)
    return Deck(talk, report, slides, weak)
