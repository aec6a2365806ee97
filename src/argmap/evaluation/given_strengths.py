"""The numbers that authors write: `strength:` of statements, arguments and inferences."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.diagnostic import Finding
from argmap.model.graph import Argument, Inference, Statement
from argmap.model.status import Status
from argmap.model.steps import StepGraph
from argmap.model.written_names import written_name
from argmap.source import Span

KEY = "strength"


@dataclass(frozen=True, slots=True)
class GivenStrengths:
    """The strengths that a map gives, from 0 to 1, and None where it gives none.

    nodes:    one for each node of the step graph
    steps:    one for each step: that of the inference, or that of a reconstructed argument for its
              last inference, which speaks for the argument
    problems: the values that cannot be used, and are not
    """

    nodes: tuple[float | None, ...]
    steps: tuple[float | None, ...]
    problems: tuple[Finding, ...]


def read_strengths(steps: StepGraph) -> GivenStrengths:
    """Read all strengths of a map; what is no number from 0 to 1 is a problem, and left out."""
    graph = steps.graph
    problems: list[Finding] = []
    nodes: list[float | None] = []
    for node in steps.nodes:
        elements = graph.statements if node.is_statement else graph.arguments
        element: Statement | Argument = elements[node.ref.title]
        strength = _of_element(element, problems) if KEY in element.data else None
        if strength is not None and node.status is Status.REJECTED:
            problems.append(_unused(element, strength))
            strength = None
        nodes.append(strength)
    given: list[float | None] = [None] * len(steps.steps)
    for title, inferences in steps.inferences.items():
        argument = graph.arguments[title]
        if KEY in argument.data:
            given[inferences[-1]] = _of_element(argument, problems)
        for index, inference in zip(inferences, argument.inferences, strict=True):
            if KEY in inference.data:
                name = _inference_name(argument, inference)
                given[index] = _read(inference.data, inference.span, name, problems)
    problems.sort(key=lambda problem: problem.span)
    return GivenStrengths(tuple(nodes), tuple(given), tuple(problems))


def _unused(element: Statement | Argument, strength: float) -> Finding:
    name = written_name(element)
    message = f"{name} is marked as rejected: its strength {strength:g} is not used."
    help = "remove `strength`, or what marks it as rejected."
    return Finding(_place(element), message, help, (element.title,))


def _of_element(element: Statement | Argument, problems: list[Finding]) -> float | None:
    value = element.data[KEY]
    if type(value) is float and 0.0 <= value <= 1.0:  # nearly always
        return value
    return _read(element.data, _place(element), written_name(element), problems, element.title)


def _read(
    data: Mapping[str, object],
    place: Span,
    name: str,
    problems: list[Finding],
    title: str | None = None,
) -> float | None:
    value = data[KEY]
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    message = f"The strength of {name} is {as_written(value)}, which is no number from 0 to 1."
    help = "write a number such as `{strength: 0.8}`; without it the usual one is taken."
    problems.append(Finding(place, message, help, (title,) if title else ()))
    return None


def as_written(value: object) -> str:
    """Return a value of somebody's data for a message: short, and on one line."""
    text = repr(value) if isinstance(value, str | float | int | bool) else "a list or mapping"
    if value is None:
        return "empty"
    return text if len(text) <= 40 else f"{text[:39]}…"


def _inference_name(argument: Argument, inference: Inference) -> str:
    number = argument.pcs[inference.conclusion].number
    return f"the inference to ({number}) in {written_name(argument)}"


def _place(element: Statement | Argument) -> Span:
    """Return the last place that gives a strength: that one counts."""
    giving = (each.span for each in reversed(element.occurrences) if KEY in each.data)
    return next(giving, element.span)
