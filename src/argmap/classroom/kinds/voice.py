"""Claims without their speakers; pupils say who makes them."""

from argmap.analysis.quotes import check_quotes
from argmap.analysis.speakers import Speakers
from argmap.classroom.exercise import Exercise, Option, answer, answer_lines, bank, letter, said
from argmap.classroom.gaps import Answer, CannotAsk, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.model.graph import NodeRef
from argmap.publishing import Block, Cell

_WHAT = "claims with a speaker"
_TASK = (
    "Who says it? Write the speaker of each claim, and whether the text gives their own words, a"
    " report, or somebody else's reading of them."
)
_BORROWED = ("gloss", "headline", "indirect")


def make(lesson: Lesson, request: Request) -> Exercise:
    """Ask for the speakers of claims, of those that the text quotes if it is at hand.

    raises: `CannotAsk` if there are not two speakers
    """
    speakers = Speakers.of(lesson.graph)
    by_ref = {
        ref: names[0]
        for ref in lesson.shown
        if len(names := _speakers(lesson, speakers, ref)) == 1
    }
    names = tuple(dict.fromkeys(by_ref.values()))
    if len(names) < 2:
        raise CannotAsk(
            "this map does not tell two speakers apart, so there is nothing to ask: give claims"
            " their `speaker:`, such as {speaker: Huang}, or choose another kind"
        )
    quoted = {quote.node for quote in check_quotes(lesson.graph, lesson.texts) if quote.is_found}
    refs = [ref for ref in by_ref if ref in quoted] or list(by_ref)
    chosen = lettered(choose(refs, request, _WHAT, sort=by_ref.__getitem__), request)
    gaps = tuple(_gap(lesson, name, ref, by_ref, speakers) for name, ref in chosen)
    options = tuple(Option(str(number), name) for number, name in enumerate(sorted(names), 1))
    return Exercise(
        _TASK,
        gaps,
        None,
        None,
        (bank("Speakers", options, filled=False), *_lines(lesson, chosen, gaps, filled=False)),
        _lines(lesson, chosen, gaps, filled=True),
        options,
    )


def _speakers(lesson: Lesson, speakers: Speakers, ref: NodeRef) -> tuple[str, ...]:
    value = lesson.graph.node(ref).data.get("speaker")
    values = value if isinstance(value, list) else [value]
    written = [each for each in values if isinstance(each, str) and each.strip()]
    return tuple(dict.fromkeys(speakers.name(each) for each in written))


def _gap(
    lesson: Lesson, name: str, ref: NodeRef, by_ref: dict[NodeRef, str], speakers: Speakers
) -> Gap:
    speaker = by_ref[ref]
    data = lesson.graph.node(ref).data
    voice = str(data.get("voice", "")).strip()
    quote = data.get("quote")
    given = f" ({voice})" if voice else ""
    words = f" The text has: “{quote}”." if isinstance(quote, str) else ""
    return Gap(
        letter=name,
        node=lesson.name(ref),
        kind=Answer.SPEAKER,
        answer=speaker,
        accepted=(speaker, *(each for each, to in speakers.aliases.items() if to == speaker)),
        reason=f"The map gives it to {speaker}{given}.{words}",
        is_exact=True,
        mistake=_mistake(speaker, voice, by_ref),
        title=ref.title,
    )


def _mistake(speaker: str, voice: str, by_ref: dict[NodeRef, str]) -> Mistake:
    count: dict[str, int] = {}
    for name in by_ref.values():
        if name != speaker:
            count[name] = count.get(name, 0) + 1
    other = max(count, key=lambda name: (count[name], name))
    if voice in _BORROWED:
        return Mistake(other, "takes whoever reports it for whoever says it")
    return Mistake(other, "gives one speaker's own words to another")


def _lines(
    lesson: Lesson, chosen: list[tuple[str, NodeRef]], gaps: tuple[Gap, ...], *, filled: bool
) -> tuple[Block, ...]:
    rows = []
    for (_, ref), gap in zip(chosen, gaps, strict=True):
        voice = str(lesson.graph.node(ref).data.get("voice", ""))
        speaker = Cell((answer(gap),)) if filled else said("")
        rows.append((letter(gap), said(lesson.said(ref)), speaker, said(voice if filled else "")))
    heads = ("", "The claim", "Who says it?", "Own words, report, or reading?")
    return answer_lines(heads, rows, (0.06, 0.48, 0.23, 0.23), 13.0)
