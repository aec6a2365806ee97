"""Some conclusion of the map has no reason; pupils find it."""

from argmap.classroom.covering import made_bare
from argmap.classroom.dice import mixed_up
from argmap.classroom.exercise import Exercise, Option, answer_lines, bank, letter, said
from argmap.classroom.gaps import Answer, CannotAsk, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.mapping.arrange import UNSUPPORTED_CODES
from argmap.model.graph import NodeKind, NodeRef
from argmap.publishing import Block

_WHAT = "conclusions without support"
_MOST_OTHERS = 9


def make(lesson: Lesson, request: Request) -> Exercise:
    """Ask which of the conclusions have no reason at all.

    raises: `CannotAsk` if every conclusion has one
    """
    told = {each.title for each in lesson.findings if each.code in UNSUPPORTED_CODES}
    statements = [ref for ref in lesson.graph.order if ref.kind is NodeKind.STATEMENT]
    found = [ref for ref in statements if ref.title in told]
    concluded = {lesson.steps.nodes[step.conclusion].ref for step in lesson.steps.steps}
    others = [ref for ref in statements if ref in concluded and ref not in found]
    if not found:
        raise CannotAsk(
            "every conclusion of this map has a reason, so there is none to find: tag a claim for"
            " which nothing is said with #conclusion, or choose another kind"
        )
    if not others:
        raise CannotAsk(
            "no conclusion of this map has a reason, so none stands out: choose another kind"
        )
    refs = choose(found, request, _WHAT)
    shown = request.dice("others").shuffled(others)[:_MOST_OTHERS]
    entries = mixed_up([*refs, *shown], request.dice(f"list {request.version}"))
    numbers = {ref: str(number) for number, ref in enumerate(entries, 1)}
    chosen = lettered(refs, request)
    gaps = tuple(_gap(lesson, name, ref, numbers, chosen, shown) for name, ref in chosen)
    options = tuple(Option(numbers[ref], lesson.said(ref)) for ref in entries)
    drawn = made_bare(lesson.drawn)
    one = len(gaps) == 1
    task = (
        f"{'One' if one else len(gaps)} of these conclusions {'has' if one else 'have'} no reason:"
        " neither the text nor the map says why it should be true. Find it, write its number, and"
        " say what kind of reason is missing."
    )
    return Exercise(
        task,
        gaps,
        drawn,
        drawn,
        (bank("Conclusions", options, filled=False), *_lines(gaps)),
        (bank("Conclusions", options, filled=True),),
        options,
    )


def _gap(  # noqa: PLR0913, PLR0917 (what a gap is made of)
    lesson: Lesson,
    name: str,
    ref: NodeRef,
    numbers: dict[NodeRef, str],
    chosen: list[tuple[str, NodeRef]],
    others: list[NodeRef],
) -> Gap:
    rival = others[0]
    into = lesson.steps.into[lesson.steps.source_of(rival)]
    step = lesson.steps.steps[into[0]]
    because = lesson.name(lesson.steps.nodes[step.premises[0]].ref)
    above = lesson.names(lesson.ties.above(ref))
    onward = f" Yet {above[0]} is drawn from it." if above else ""
    return Gap(
        letter=name,
        node=lesson.name(ref),
        kind=Answer.NUMBER,
        answer=numbers[ref],
        accepted=(numbers[ref], *lesson.ways_to_say(ref)),
        reason=f"{lesson.name(ref)} is a conclusion, and nothing leads to it.{onward}",
        is_exact=True,
        mistake=Mistake(numbers[rival], f"does not see its reason, {because}"),
        swaps=tuple(other for other, _ in chosen if other != name),
        leads_to=above,
        led_by=lesson.names(lesson.ties.below(ref)),
        title=ref.title,
    )


def _lines(gaps: tuple[Gap, ...]) -> tuple[Block, ...]:
    rows = [(letter(gap), said(""), said("")) for gap in gaps]
    heads = ("", "Number", "What reason is missing?")
    return answer_lines(heads, rows, (0.06, 0.14, 0.8), 20.0)
