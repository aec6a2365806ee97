"""What the commands that answer questions about labels have in common."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.diagnostic import Finding
    from argmap.model import ArgumentGraph

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


def tell_problems(graph: "ArgumentGraph", problems: "Iterable[Finding]") -> None:
    """Tell what of a map could not be used, with the place and the way out."""
    for problem in problems:
        path, line, column = graph.document.source.locate(problem.span.start)
        output.tell(f"{path}:{line}:{column}: {problem.message}\n  help: {problem.help}")


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
