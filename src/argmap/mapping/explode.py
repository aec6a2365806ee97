"""`model.explodeArguments`: each step of a reconstruction becomes an argument of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.diagnostic import Finding, Problem
from argmap.mapping.resolve import Resolution, ResolvedRelation
from argmap.mapping.settings_reader import MALFORMED_DATA
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    Inference,
    NodeKind,
    NodeRef,
    Occurrence,
    PcsStatement,
    Role,
    Statement,
)
from argmap.syntax import Text


def explode(resolution: Resolution) -> tuple[Resolution, tuple[Problem, ...]]:
    """Take the reconstructions of a resolved graph apart, step by step.

    `<A>` with two steps becomes `<A - 1>` and `<A - 2>`. Relations of the whole follow the last
    step. An argument whose parts would take the titles of others stays as it is, told as SYN004.
    """
    graph = resolution.graph
    taken = set(graph.arguments)
    places = _Places(graph)
    arguments: dict[str, Argument] = {}
    renamed: dict[str, list[str]] = {}
    problems = []
    for argument in graph.arguments.values():
        arguments[argument.title] = argument
        steps = _steps(argument)
        titles = [f"{argument.title} - {number}" for number in range(1, len(steps) + 1)]
        in_use = [title for title in titles if title in taken]
        if len(steps) < 2:
            for step in steps:
                _part(argument, places, argument.title, step, 0)  # moves its occurrences
        elif in_use:
            problems.append(_collision(argument, in_use))
        else:
            del arguments[argument.title]
            for index, (title, step) in enumerate(zip(titles, steps, strict=True)):
                arguments[title] = _part(argument, places, title, step, index)
            renamed[argument.title] = titles
    exploded = replace(
        graph,
        arguments=arguments,
        statements={
            title: places.rewritten(statement) for title, statement in graph.statements.items()
        },
        order=tuple(_order(graph.order, renamed)),
    )
    return _follow(resolution, exploded, renamed), tuple(problems)


class _Places:
    """The occurrences of each statement, in the order in which exploding leaves them.

    What a step uses is taken out of the list and put at its end, as in the reference: which
    wording is the canonical one may change by that.
    """

    def __init__(self, graph: ArgumentGraph) -> None:
        self.lists = {
            title: {(occurrence.item, 0): occurrence for occurrence in statement.occurrences}
            for title, statement in graph.statements.items()
        }
        self.moved: set[str] = set()
        self.uses = 0

    def use(self, title: str, occurrence: Occurrence) -> None:
        """Let an occurrence stand in a step of an exploded argument."""
        occurrences = self.lists[title]
        occurrences.pop((occurrence.item, 0), None)
        self.uses += 1
        occurrences[occurrence.item, self.uses] = occurrence
        self.moved.add(title)

    def rewritten(self, statement: Statement) -> Statement:
        """Return a statement with its occurrences as they are now."""
        if statement.title not in self.moved:
            return statement
        occurrences = tuple(self.lists[statement.title].values())
        text = _canonical(occurrences)
        return statement._replace(
            occurrences=occurrences, text=text.plain if text is not None else None
        )


def _canonical(occurrences: tuple[Occurrence, ...]) -> Text | None:
    saying = [occurrence for occurrence in reversed(occurrences) if not occurrence.is_reference]
    declared = (occurrence for occurrence in saying if occurrence.data.get("isCanonical"))
    chosen = next(declared, saying[0] if saying else None)
    return chosen.text if chosen is not None else None


def _steps(argument: Argument) -> list[list[int]]:
    """Return the positions that each step consists of, its conclusion last."""
    steps = []
    for inference in argument.inferences:
        premises = _declared(argument, inference)
        if premises is None:
            premises = _since_last_conclusion(argument, inference.conclusion)
        steps.append([*premises, inference.conclusion])
    return steps


def _declared(argument: Argument, inference: Inference) -> list[int] | None:
    """Return the positions that a step declares; None if it declares none, or not rightly.

    Wrong ones have been reported where the graph was built.
    """
    entries = _uses(argument, inference)
    if entries is None:
        return None
    positions = [_position(entry) for entry in entries]
    known = [
        place for place in positions if place is not None and place in range(len(argument.pcs))
    ]
    return known if len(known) == len(entries) else None


def _uses(argument: Argument, inference: Inference) -> list[object] | None:
    """Find the premises that a step declares: at its inference line, or at its conclusion."""
    conclusion = argument.pcs[inference.conclusion].occurrence.data
    for data, key in ((inference.data, "uses"), (conclusion, "uses"), (inference.data, "from")):
        value = data.get(key)
        if isinstance(value, list | tuple):
            return list(value)
    return None


def _position(entry: object) -> int | None:
    """Turn a declared premise, counted from 1, into a position; printed numbers do not count."""
    if isinstance(entry, str) and entry.strip().isdecimal():
        return int(entry) - 1
    if isinstance(entry, int) or (isinstance(entry, float) and entry.is_integer()):
        return int(entry) - 1
    return None


def _since_last_conclusion(argument: Argument, conclusion: int) -> list[int]:
    first = conclusion - 1
    while first > 0 and argument.pcs[first].role is not Role.INTERMEDIATE_CONCLUSION:
        first -= 1
    return list(range(max(first, 0), conclusion))


def _part(
    argument: Argument, places: _Places, title: str, step: list[int], index: int
) -> Argument:
    # The reference walks backwards to the last conclusion unless the step declares its premises.
    declared = _declared(argument, argument.inferences[index]) is not None
    premises = step[:-1] if declared else step[-2::-1]
    used = {position: _stand(argument.pcs[position], title, Role.PREMISE) for position in premises}
    for position in premises:
        places.use(used[position].title, used[position].occurrence)
    conclusion = _stand(argument.pcs[step[-1]], title, Role.MAIN_CONCLUSION)
    places.use(conclusion.title, conclusion.occurrence)
    pcs = [*(used[position] for position in step[:-1]), conclusion]
    inference = argument.inferences[index]._replace(
        premises=tuple(range(len(pcs) - 1)),
        conclusion=len(pcs) - 1,
    )
    return argument._replace(title=title, pcs=tuple(pcs), inferences=(inference,))


def _stand(statement: PcsStatement, title: str, role: Role) -> PcsStatement:
    occurrence = statement.occurrence._replace(role=role, argument=title)
    return statement._replace(role=role, occurrence=occurrence)


def _order(order: Iterable[NodeRef], renamed: Mapping[str, list[str]]) -> Iterable[NodeRef]:
    for ref in order:
        if ref.kind is NodeKind.ARGUMENT and ref.title in renamed:
            yield from (NodeRef(NodeKind.ARGUMENT, title) for title in renamed[ref.title])
        else:
            yield ref


def _follow(
    resolution: Resolution, exploded: ArgumentGraph, renamed: Mapping[str, list[str]]
) -> Resolution:
    """Let relations of an argument end at its last step.

    An undercut that was written at an inference keeps its old name, and so is drawn nowhere: the
    reference leaves it behind like that.
    """
    relations = list(resolution.relations)
    touching = dict(resolution.touching)
    for title, parts in renamed.items():
        whole, last = NodeRef(NodeKind.ARGUMENT, title), NodeRef(NodeKind.ARGUMENT, parts[-1])
        indices = touching.pop(whole, ())
        touching[last] = indices
        for index in indices:
            relations[index] = _at_last_step(relations[index], whole, last)
        for step, part in enumerate(parts):
            undercuts = touching.get(NodeRef(NodeKind.INFERENCE, title, step))
            if undercuts:
                touching[NodeRef(NodeKind.INFERENCE, part, 0)] = undercuts
    return Resolution(exploded, tuple(relations), touching)


def _at_last_step(relation: ResolvedRelation, whole: NodeRef, last: NodeRef) -> ResolvedRelation:
    if relation.source != whole:
        return relation._replace(target=last)
    return relation._replace(
        source=last, target=last if relation.target == whole else relation.target
    )


def _collision(argument: Argument, titles: list[str]) -> Problem:
    others = " and ".join(f"<{title}>" for title in titles)
    finding = Finding(
        argument.span,
        f"<{argument.title}> cannot be taken apart: its steps would be called {others}.",
        f"give {others} another title.",
        (argument.title, *titles),
    )
    return Problem(MALFORMED_DATA, finding)
