"""What the commands that answer questions about labels have in common."""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.model import NodeRef
    from argmap.model.steps import StepGraph

_Answer = TypeVar("_Answer")

Title = Annotated[
    str | None,
    typer.Argument(
        metavar="[TITLE]",
        help="`[Title]`, `<Title>` or `Title`; without it, the main claims one after the other.",
        show_default=False,
    ),
]
PolicyName = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="What may stand by itself: lenient (every leaf), declared or sourced.",
    ),
]


def chosen(steps: "StepGraph", title: str | None) -> "list[NodeRef]":
    """Return what is asked about: what the title names or, without one, the theses.

    raises: `UnknownTitle`
    """
    if title is not None:
        from argmap.analysis.named import named_node

        return [named_node(steps.graph, title)]
    from argmap.analysis import find_theses

    return [steps.nodes[node].ref for node in find_theses(steps).nodes]


def conclusion_of(steps: "StepGraph", ref: "NodeRef") -> int:
    """Return the node to ask about: of a reconstructed argument, its main conclusion."""
    return steps.source_of(ref)


def print_json(answer: object) -> None:
    """Print an answer as JSON."""
    output.print_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def print_answers(
    answers: Sequence[_Answer],
    title: str | None,
    as_json: Callable[[_Answer], object] | None,
    as_text: Callable[[_Answer], str],
) -> None:
    """Print one answer or, without a title, a list of them."""
    if as_json is not None:
        found = [as_json(answer) for answer in answers]
        print_json(found if title is None else found[0])
    elif answers:
        output.print_text("\n".join(as_text(answer) for answer in answers))
    else:
        output.tell("argmap: the map has no main claim; name what you ask about")
