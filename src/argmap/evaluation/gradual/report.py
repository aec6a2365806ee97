"""Strengths for programs: what `argmap strength --format json` prints."""

from collections.abc import Iterable, Mapping

from argmap.diagnostic import Finding
from argmap.evaluation.gradual.strengths import Strength, Strengths
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef

Json = dict[str, object]


def report_strengths(strengths: Strengths, only: Iterable[NodeRef] | None = None) -> Json:
    """Return strengths with their derivation, as plain dictionaries and lists.

    only: the statements and arguments to report; without it all, in document order
    """
    graph = strengths.steps.graph
    refs = list(only) if only is not None else list(graph.order)
    return {
        "semantics": strengths.semantics.name,
        "statements": _entries(strengths, (r for r in refs if r.kind is NodeKind.STATEMENT)),
        "arguments": _entries(strengths, (r for r in refs if r.kind is NodeKind.ARGUMENT)),
        "unsettled": list(strengths.steps.titles(strengths.unsettled)),
        "problems": report_problems(graph, strengths.problems),
    }


def report_problems(graph: ArgumentGraph, problems: Iterable[Finding]) -> list[Json]:
    """Return problems with their places; lines and columns count from 1, in code points."""
    found: list[Json] = []
    for problem in problems:
        path, line, column = graph.document.source.locate(problem.span.start)
        found.append(
            {
                "path": path,
                "line": line,
                "column": column,
                "titles": list(problem.titles),
                "message": problem.message,
                "help": problem.help,
            }
        )
    return found


def _entries(strengths: Strengths, refs: Iterable[NodeRef]) -> Mapping[str, Json]:
    return {ref.title: _entry(strengths, strengths.of(ref)) for ref in refs}


def _entry(strengths: Strengths, strength: Strength) -> Json:
    steps = strengths.steps
    return {
        "strength": strength.strength,
        "base": strength.base,
        "given": strength.is_given,
        "supporters": [
            {
                "argument": supporter.argument,
                "premises": list(steps.titles(supporter.premises)),
                "strength": supporter.strength,
                "formula": supporter.formula,
            }
            for supporter in strength.supporters
        ],
        "attackers": [
            {"title": steps.title(node), "strength": value} for node, value in strength.attackers
        ],
        "aggregate": strength.aggregate,
        "formulas": list(strength.formulas),
        "method": str(strength.method),
    }
