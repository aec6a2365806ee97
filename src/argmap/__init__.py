"""argmap: a compiler for arguments.

    import argmap

    graph = argmap.load("maps/huang.argdown")
    for diagnostic in argmap.check(graph):
        print(diagnostic.code, diagnostic.finding.message)
    argmap.render(graph, "svg")
    graph.to_networkx()

What stands here is imported when it is first used, so that `argmap --version` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagnostic import Diagnostic, Severity
    from argmap.drafting import draft
    from argmap.drawing import draw_map, present, render
    from argmap.errors import ArgmapError
    from argmap.mapping.argument_map import Opening
    from argmap.mapping.view import Labels, Only, View
    from argmap.model import ArgumentGraph
    from argmap.notebooks import mime_bundle
    from argmap.pipeline import (
        check,
        convert,
        evaluate,
        format_text,
        judge,
        load,
        loads,
        quotes,
        review_text,
        strength,
    )
    from argmap.questions import attacks, cruxes, whatif, why
    from argmap.solving import read_framework, solve

__version__ = "0.1.0"

_PLACES = {
    "ArgmapError": "argmap.errors",
    "ArgumentGraph": "argmap.model",
    "Diagnostic": "argmap.diagnostic",
    "Opening": "argmap.mapping.argument_map",
    **dict.fromkeys(("Labels", "Only", "View"), "argmap.mapping.view"),
    "Severity": "argmap.diagnostic",
    "draft": "argmap.drafting",
    "mime_bundle": "argmap.notebooks",
    "read_framework": "argmap.solving",
    "solve": "argmap.solving",
    **dict.fromkeys(
        (
            "check",
            "convert",
            "evaluate",
            "format_text",
            "judge",
            "load",
            "loads",
            "quotes",
            "review_text",
            "strength",
        ),
        "argmap.pipeline",
    ),
    **dict.fromkeys(("draw_map", "present", "render"), "argmap.drawing"),
    **dict.fromkeys(("attacks", "cruxes", "whatif", "why"), "argmap.questions"),
}

__all__ = [
    "ArgmapError",
    "ArgumentGraph",
    "Diagnostic",
    "Labels",
    "Only",
    "Opening",
    "Severity",
    "View",
    "__version__",
    "attacks",
    "check",
    "convert",
    "cruxes",
    "draft",
    "draw_map",
    "evaluate",
    "format_text",
    "judge",
    "load",
    "loads",
    "mime_bundle",
    "present",
    "quotes",
    "read_framework",
    "render",
    "review_text",
    "solve",
    "strength",
    "whatif",
    "why",
]


def __getattr__(name: str) -> object:
    if name in _PLACES:
        value = getattr(import_module(_PLACES[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
