"""An outline with gaps, and its lines in a heap; pupils put them back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from argmap.classroom.covering import made_bare
from argmap.classroom.dice import mixed_up
from argmap.classroom.exercise import Exercise, Option, bank
from argmap.classroom.gaps import Answer, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.classroom.relations import place_of
from argmap.mapping.argument_map import BoxKind
from argmap.model.graph import NodeKind, NodeRef
from argmap.publishing import (
    Block,
    Item,
    Items,
    Lines,
    Paragraph,
    ParagraphStyle,
    Run,
    Style,
    Text,
    paragraph,
)
from argmap.rendering.outline import Entry, write_outline

_WHAT = "lines of the outline that can be left out (the main claims stay)"
_TASK = (
    "Lines of this outline stand in a heap. Put each where it belongs: write its number beside the"
    " letter of that place. A line bears on the nearest line above it that is less indented."
)
_DEEPEST = 8


@dataclass(slots=True)
class _Line:
    """A line of the outline; `shape` tells which lines may change places."""

    entry: Entry
    ref: NodeRef | None
    parent: int | None
    children: list[int] = field(default_factory=list)
    shape: int = 0


def make(lesson: Lesson, request: Request) -> Exercise:
    """Leave lines out of the outline of the whole map."""
    lines = _read(lesson)
    askable = frozenset(lesson.askable)
    candidates = [
        number for number, line in enumerate(lines) if line.ref in askable and not line.entry.see
    ]
    chosen = lettered(choose(candidates, request, _WHAT), request)
    _shape(lines, {number for _, number in chosen})
    heap = mixed_up([number for _, number in chosen], request.dice(f"heap {request.version}"))
    numbers = {number: str(place) for place, number in enumerate(heap, 1)}
    options = tuple(Option(numbers[number], lines[number].entry.text) for number in heap)
    gaps = tuple(_gap(lesson, name, number, lines, chosen, numbers) for name, number in chosen)
    names = {number: name for name, number in chosen}
    return Exercise(
        _TASK,
        gaps,
        None,
        None,
        (bank("The heap", options, filled=False), *_outline(lines, names, numbers, filled=False)),
        _outline(lines, names, numbers, filled=True),
        options,
    )


def _read(lesson: Lesson) -> list[_Line]:
    drawn = made_bare(lesson.drawn)
    refs = {
        box.id: box.ref for box in drawn.boxes if box.kind in {BoxKind.STATEMENT, BoxKind.ARGUMENT}
    }
    by_words = {lesson.said(ref): ref for ref in lesson.askable if ref.kind is NodeKind.STATEMENT}
    lines: list[_Line] = []
    open_lines: list[int] = []
    for entry in write_outline(drawn):
        del open_lines[entry.depth :]
        parent = open_lines[-1] if open_lines else None
        ref = refs.get(entry.id) if entry.id else by_words.get(entry.text)
        lines.append(_Line(entry, ref, parent))
        if parent is not None:
            lines[parent].children.append(len(lines) - 1)
        open_lines.append(len(lines) - 1)
    return lines


def _shape(lines: list[_Line], missing: set[int]) -> None:
    """Give each line a shape: branches of one shape differ only in what is missing."""
    known: dict[object, int] = {}
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        own: object = (
            (line.entry.relation, line.entry.notes) if number in missing else ("as it is", number)
        )
        inside = tuple(sorted(lines[child].shape for child in line.children))
        line.shape = known.setdefault((own, inside), len(known))


def _alike(lines: list[_Line], number: int) -> list[int]:
    """Return the lines that may change places with one: nothing tells their places apart."""
    line = lines[number]
    parents = [line.parent]
    if line.parent is not None:
        parents = _climb(lines, line.parent)
    found = []
    for parent in parents:
        siblings = (
            lines[parent].children
            if parent is not None
            else [n for n, other in enumerate(lines) if other.parent is None]
        )
        found += [n for n in siblings if lines[n].shape == line.shape]
    return found


def _climb(lines: list[_Line], number: int) -> list[int | None]:
    """Return the same for a line above, from the top downwards, without recursion."""
    way = []
    at: int | None = number
    while at is not None:
        way.append(at)
        at = lines[at].parent
    level: list[int | None] = [None]
    for step in reversed(way):
        siblings: list[int | None] = []
        for parent in level:
            below = (
                lines[parent].children
                if parent is not None
                else [n for n, other in enumerate(lines) if other.parent is None]
            )
            siblings += [n for n in below if lines[n].shape == lines[step].shape]
        level = siblings
    return level


def _gap(  # noqa: PLR0913, PLR0917 (what a gap is made of)
    lesson: Lesson,
    name: str,
    number: int,
    lines: list[_Line],
    chosen: Sequence[tuple[str, int]],
    numbers: dict[int, str],
) -> Gap:
    line = lines[number]
    assert line.ref is not None
    alike = set(_alike(lines, number)) - {number}
    above = lines[line.parent] if line.parent is not None else None
    mistake = None
    if above is not None and line.parent in numbers:
        shows = "turns a claim and what bears on it upside down"
        mistake = Mistake(numbers[line.parent], shows)
    return Gap(
        letter=name,
        node=lesson.name(line.ref),
        kind=Answer.NUMBER,
        answer=numbers[number],
        accepted=(numbers[number], *lesson.ways_to_say(line.ref)),
        reason=place_of(lesson, line.ref),
        is_exact=True,
        mistake=mistake,
        swaps=tuple(other for other, another in chosen if another in alike),
        leads_to=lesson.names(lesson.ties.above(line.ref)),
        led_by=lesson.names(lesson.ties.below(line.ref)),
        title=line.ref.title,
    )


def _outline(
    lines: list[_Line], names: dict[int, str], numbers: dict[int, str], *, filled: bool
) -> tuple[Block, ...]:
    """Return the outline as lists in lists, and very deep lines at one depth."""
    hidden = {line.ref for number, line in enumerate(lines) if number in names}
    stack: list[list[Item]] = [[]]

    def close(depth: int) -> None:
        while len(stack) > depth + 1:
            inner = tuple(stack.pop())
            last = stack[-1][-1]
            stack[-1][-1] = Item((*last.blocks, Items(inner)), last.mark)

    for number, line in enumerate(lines):
        depth = min(line.entry.depth, _DEEPEST)
        close(depth)
        if depth == len(stack):
            stack.append([])
        told = _told(line, numbers.get(number), filled=filled, hidden=hidden)
        room = (Lines(1),) if number in names and not filled else ()
        stack[-1].append(Item((Paragraph(told), *room), names.get(number, "–")))
    close(0)
    return (paragraph("The outline", ParagraphStyle.LABEL), Items(tuple(stack[0])))


def _told(
    line: _Line, number: str | None, *, filled: bool, hidden: Collection[NodeRef | None]
) -> Text:
    entry = line.entry
    runs: list[Run] = []
    if entry.relation:
        runs.append(Run(f"{entry.relation}: ", Style.MUTE))
    if number is not None:
        runs += [Run(f"{number}  {entry.text}", Style.GOOD)] if filled else []
    elif entry.see and line.ref in hidden:
        runs.append(Run("(stands elsewhere)", Style.MUTE))
    else:
        runs.append(Run(": ".join(part for part in (entry.heading, entry.text) if part)))
    if notes := ", ".join(note for note in entry.notes if note):
        runs.append(Run(f"  ({notes})", Style.MUTE))
    return tuple(runs)
