"""Which claims a map reports: those with a speaker or a source."""

from collections.abc import Mapping

from argmap.model.steps import StepGraph

_KEYS = ("speaker", "source")


def is_reported(data: Mapping[str, object]) -> bool:
    """Tell whether data names a speaker or a source."""
    return any(data.get(key) not in (None, "", [], {}) for key in _KEYS)


def reported_claims(steps: StepGraph) -> tuple[int, ...]:
    """Return the statements that somebody is said to have made, as nodes in document order.

    Those have a `speaker` or a `source` themselves, or are concluded by an inference of an
    argument that has one.
    """
    graph = steps.graph
    found = {
        steps.statements[title]
        for title, statement in graph.statements.items()
        if statement.data and is_reported(statement.data)
    }
    for title, argument in graph.arguments.items():
        if argument.data and argument.inferences and is_reported(argument.data):
            found.update(steps.steps[step].conclusion for step in steps.inferences[title])
    return tuple(sorted(found))
