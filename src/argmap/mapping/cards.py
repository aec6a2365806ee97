"""The inside of a card: inferences as strips, premises and intermediate conclusions as rows.

A card is read from the conclusion down, like the map: the last inference comes first, below it
what it starts from; a conclusion on the way is followed by the inference that leads to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.mapping.argument_map import Part, Row, RowKind, Strip
from argmap.model.graph import Argument, PcsStatement, Role

_ROW_KINDS = {
    Role.INTERMEDIATE_CONCLUSION: RowKind.INTERMEDIATE,
    Role.MAIN_CONCLUSION: RowKind.CONCLUSION,
}


def row_port(position: int) -> str:
    """Name the port of the row of a statement, given its position in `Argument.pcs`."""
    return f"r{position}"


def strip_port(step: int) -> str:
    """Name the port of an inference, given its index in `Argument.inferences`."""
    return f"i{step}"


@dataclass(frozen=True, slots=True)
class _Visit:
    """What is still to be written: a strip (`step`) or a row (`position`)."""

    step: int | None = None
    position: int | None = None


def lay_out_card(
    argument: Argument,
    *,
    shows_conclusion: bool,
    make_row: Callable[[str, RowKind, PcsStatement], Row],
) -> tuple[Part, ...]:
    """Return the parts of a reconstructed argument's card, from the conclusion downwards.

    `shows_conclusion` puts the main conclusion into the card. Every statement of the structure
    has one row at most, and every inference one strip, even if nothing uses its conclusion.
    """
    return tuple(_parts(argument, shows_conclusion, make_row))


def _parts(
    argument: Argument,
    shows_conclusion: bool,
    make_row: Callable[[str, RowKind, PcsStatement], Row],
) -> Iterator[Part]:
    leads_to = {inference.conclusion: step for step, inference in enumerate(argument.inferences)}
    last = len(argument.inferences) - 1
    main = argument.inferences[last].conclusion
    done: set[_Visit] = set() if shows_conclusion else {_Visit(position=main)}
    # Whatever the last inference does not reach stands at the bottom, in document order.
    stack = [_Visit(position=position) for position in reversed(range(len(argument.pcs)))]
    stack += [_Visit(step=last), _Visit(position=main)]
    while stack:
        visit = stack.pop()
        if visit in done:
            continue
        done.add(visit)
        if visit.position is not None:
            line = argument.pcs[visit.position]
            kind = _ROW_KINDS.get(line.role, RowKind.PREMISE)
            yield make_row(row_port(visit.position), kind, line)
            if visit.position in leads_to:
                stack.append(_Visit(step=leads_to[visit.position]))
        elif visit.step is not None:
            inference = argument.inferences[visit.step]
            below = [_Visit(position=position) for position in inference.premises]
            # Plain premises first: a conclusion on the way brings its own inference along.
            below.sort(key=lambda found: found.position in leads_to)
            told = any(found in done for found in below) or _is_scattered(argument, visit.step)
            numbers = tuple(argument.pcs[place].number for place in inference.premises)
            yield Strip(
                strip_port(visit.step), visit.step, inference.rules, numbers if told else ()
            )
            stack.extend(reversed(below))


def _is_scattered(argument: Argument, step: int) -> bool:
    """Whether the rows below a strip would mislead about what its inference starts from."""
    return argument.inferences[step].declares_uses and len(argument.inferences) > 1
