"""What a talk ends on: the premises that its main claims cannot do without."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.analysis import find_theses
from argmap.analysis.single_points import single_points
from argmap.evaluation import Policy, base_set, derive
from argmap.model.graph import ArgumentGraph
from argmap.model.steps import build_steps
from argmap.rendering.presentation.slides import NO_SUPPORT, Slide

QUESTION = "What would change your mind?"
MOST = 5
"""More would neither be read from a distance nor thought about."""


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """What a main claim falls with.

    step: the number of its own step
    why:  what there is to say of it, in a few words
    """

    step: int
    text: str
    why: str


def find_weak_points(slides: Sequence[Slide], graph: ArgumentGraph) -> tuple[WeakPoint, ...]:
    """Return the weakest premises that a talk has told, the weakest first, `MOST` at the most.

    These are conclusions for which the map gives no reason, and leaves that a main claim falls
    with, be they alone rejected (cut sets of size one; attacks are left aside). What has no reason
    comes first, then what most main claims fall with, then what was told first.
    """
    steps = build_steps(graph)
    told = {slide.thought.ref: slide for slide in slides if slide.thought.ref is not None}
    claims = [node for node in find_theses(steps).nodes if steps.nodes[node].ref in told]
    falls: dict[int, int] = {}  # step → how many main claims fall with what it tells
    derivation = derive(steps, base_set(steps, Policy.LENIENT))
    for leaves in single_points(steps, derivation, claims).values():
        for leaf in leaves:
            slide = told.get(steps.nodes[leaf].ref)
            if slide is not None:
                falls[slide.number] = falls.get(slide.number, 0) + 1
    groundless = {slide.number for slide in slides if NO_SUPPORT in slide.marks}
    order = sorted(
        groundless | falls.keys(),
        key=lambda number: (number not in groundless, -falls.get(number, 0), number),
    )
    return tuple(
        WeakPoint(
            number,
            slides[number - 1].text,
            _why(falls.get(number, 0), len(claims), is_groundless=number in groundless),
        )
        for number in order[:MOST]
    )


def _why(falling: int, claims: int, *, is_groundless: bool) -> str:
    words = ["no reason is given for it"] if is_groundless else []
    if falling and claims == 1:
        words.append("without it the main claim falls")
    elif falling and falling == claims:
        words.append("without it all main claims fall")
    elif falling == 1:
        words.append("without it a main claim falls")
    elif falling:
        words.append(f"without it {falling} main claims fall")
    return "; ".join(words)
