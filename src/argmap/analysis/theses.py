"""What a map argues for."""

from dataclasses import dataclass, field

from argmap.analysis.flow import Flow
from argmap.model.front_titles import bare_title, listed_titles
from argmap.model.graph import ArgumentGraph
from argmap.model.steps import StepGraph


@dataclass(frozen=True, slots=True)
class Theses:
    """The theses of a map, as indices of nodes.

    Declared theses stand in a group each; computed ones are grouped by the terminal component of
    the flow that they share. `missing` are the declared titles that no statement has.
    """

    steps: StepGraph = field(repr=False)
    is_declared: bool
    groups: tuple[tuple[int, ...], ...]
    missing: tuple[str, ...]

    @property
    def nodes(self) -> tuple[int, ...]:
        """All theses in document order."""
        return tuple(sorted(node for group in self.groups for node in group))

    @property
    def titles(self) -> tuple[str, ...]:
        """Their titles in document order."""
        return self.steps.titles(self.nodes)


def find_theses(steps: StepGraph, flow: Flow | None = None) -> Theses:
    """Return the declared theses of a map or, if it declares none, the computed ones.

    Declared is a statement that is tagged `#thesis`, or that `thesis:` in the front matter names.
    Computed are, for each terminal component of the flow graph that has an edge, those of its
    statements that some step concludes or, if there is none, all of its statements.

    flow: that of the step graph, if it is at hand
    """
    declared, missing = _declared(steps)
    if declared:
        return Theses(steps, True, tuple((node,) for node in declared), missing)
    return Theses(steps, False, _computed(steps, flow or Flow(steps)), missing)


def _declared(steps: StepGraph) -> tuple[list[int], tuple[str, ...]]:
    graph: ArgumentGraph = steps.graph
    declared = {
        steps.statements[statement.title]
        for statement in graph.statements.values()
        if "thesis" in statement.tags
    }
    missing = []
    for written in listed_titles(graph.settings.get("thesis")):
        title = written if written in steps.statements else bare_title(written)
        if title in steps.statements:
            declared.add(steps.statements[title])
        else:
            missing.append(title)
    return sorted(declared), tuple(missing)


def _computed(steps: StepGraph, flow: Flow) -> tuple[tuple[int, ...], ...]:
    groups = []
    for members in flow.terminal_components:
        statements = [member for member in members if steps.nodes[member].is_statement]
        concluded = [statement for statement in statements if steps.into[statement]]
        if statements:
            groups.append(tuple(concluded or statements))
    return tuple(sorted(groups))
