"""What the reference refuses when `model.explodeArguments` makes an argument of each step."""

import re
from collections.abc import Iterator

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.reference.tokens import Token
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.model import Model, Node
from argmap.syntax.strict.reading import Step
from argmap.syntax.strict.refused import refused
from argmap.syntax.strict.values import is_true, mapping_at, number_of

_INDEX = re.compile("0|[1-9][0-9]{0,8}")


def check_explosion(text: str, model: Model, values: DataValues) -> Iterator[Finding]:
    """Yield what stops the reference in taking the arguments apart, if the settings ask for it."""
    if not is_true(mapping_at(values.settings, "model").get("explodeArguments")):
        return
    titles = dict.fromkeys(model.arguments)
    for node in _in_order(model.arguments):
        structure = node.structure
        if structure is None:
            continue
        steps = [step for step in structure.steps if step.is_conclusion]
        for step in steps:
            yield from _check_uses(text, step, len(structure.steps), values)
        if len(steps) < 2:
            continue
        del titles[node.title]
        for number in range(1, len(steps) + 1):
            title = f"{node.title} - {number}"
            if title in titles:
                message = f"takes <{node.title}> apart and finds <{title}> in use."
                help = "give one of the two arguments another title."
                yield refused(structure.span, message, help, node.title, title)
            titles[title] = None


def _in_order(arguments: dict[str, Node]) -> list[Node]:
    """Return arguments as JavaScript lists them: those with a number for a title come first."""
    numbers = sorted((title for title in arguments if _INDEX.fullmatch(title)), key=int)
    return [arguments[title] for title in dict.fromkeys((*numbers, *arguments))]


def _check_uses(text: str, step: Step, length: int, values: DataValues) -> Iterator[Finding]:
    """Yield the entries of `uses:` that are no numbers of statements."""
    token, used = _uses(step, values)
    for entry in used:
        number = number_of(entry)
        if token is not None and not (number.is_integer() and 1 <= number <= length):
            at = max(text.find("uses", token.start, token.end), token.start)
            message = f"finds no statement {_shown(entry)} in this structure."
            help = f"write `{{uses: [1, 2]}}` with numbers from 1 to {length}."
            yield refused(Span(at, min(at + 4, token.end)), message, help)


def _uses(step: Step, values: DataValues) -> tuple[Token | None, list[object]]:
    """Return which statements a step uses, and the data that says so."""
    bar, own = step.inference, step.element.data
    in_bar, in_own = values.mapping(bar), values.mapping(own)
    for token, value in (
        (bar, in_bar.get("uses")),
        (own, in_own.get("uses")),
        (bar, in_bar.get("from")),
        (own, in_own.get("from") if is_true(in_own.get("uses")) else None),
    ):
        if isinstance(value, list):
            return token, value
    return None, []


def _shown(entry: object) -> str:
    shown = repr(entry)
    return shown if len(shown) <= 20 else f"{shown[:19]}…"
