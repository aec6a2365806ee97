"""How each reconstructed argument is drawn: as a card, as boxes at a plus, or as its title.

A choice for one argument wins over one for all, that over the argument's own data
(`{open: boxes}`), and cards are drawn where nobody says anything.
"""

from collections.abc import Iterable, Mapping

from argmap.analysis.named import named_nodes
from argmap.diagnostic import Finding, Problem
from argmap.mapping.argument_map import Opening
from argmap.mapping.settings_reader import MALFORMED_DATA
from argmap.mapping.view import CannotView, View
from argmap.model.graph import Argument, ArgumentGraph, NodeKind

KEY = "open"
"""The key in an argument's data."""


def choose_openings(
    graph: ArgumentGraph, view: View, arguments: Iterable[str]
) -> Mapping[str, Opening]:
    """Return how each of these arguments is drawn, of those that are reconstructed.

    raises: `UnknownTitle`, and `CannotView` for a title with nothing to open
    """
    single = {_reconstructed(graph, title): how for title, how in view.openings.items()}
    chosen = {}
    for title in arguments:
        argument = graph.arguments[title]
        if argument.is_reconstructed:
            own = single.get(title) or view.opening or _of_data(argument)
            chosen[title] = own or Opening.CARDS
    return chosen


def find_opening_problems(graph: ArgumentGraph) -> tuple[Problem, ...]:
    """Return a problem for each argument whose `open:` says nothing that can be drawn."""
    return tuple(
        Problem(MALFORMED_DATA, _complaint(argument))
        for argument in graph.arguments.values()
        if argument.data.get(KEY) is not None and _of_data(argument) is None
    )


def _of_data(argument: Argument) -> Opening | None:
    value = argument.data.get(KEY)
    return Opening(value) if isinstance(value, str) and value in set(Opening) else None


def _complaint(argument: Argument) -> Finding:
    return Finding(
        argument.span,
        f"`{KEY}:` of <{argument.title}> is not one of {', '.join(Opening)}.",
        help=f"write {{{KEY}: {Opening.BOXES}}}, or leave it out.",
        titles=(argument.title,),
    )


def _reconstructed(graph: ArgumentGraph, title: str) -> str:
    arguments = [ref for ref in named_nodes(graph, title) if ref.kind is NodeKind.ARGUMENT]
    where = graph.document.source.path
    if not arguments:
        raise CannotView(f"{where}: {title} is a statement; only arguments can be opened")
    name = arguments[0].title
    if not graph.arguments[name].is_reconstructed:
        raise CannotView(f"{where}: <{name}> has no numbered premises that could be opened")
    return name
