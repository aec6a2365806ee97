"""`ArgumentMap` or `Report` → something to look at: SVG, PNG, PDF, HTML, DOT.

What draws is imported when it is first asked for: a check prints its findings without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.rendering.errors import (
        EngineError,
        MissingExtraError,
        RenderingError,
        UnknownFormatError,
    )
    from argmap.rendering.renderers import (
        RENDERERS,
        Renderer,
        Rendering,
        RenderOptions,
        draw,
        draw_all,
        find_renderer,
        render,
    )
    from argmap.rendering.report_page import Passage, Report, ReportFinding

__all__ = [
    "RENDERERS",
    "EngineError",
    "MissingExtraError",
    "Passage",
    "RenderOptions",
    "Renderer",
    "Rendering",
    "RenderingError",
    "Report",
    "ReportFinding",
    "UnknownFormatError",
    "draw",
    "draw_all",
    "find_renderer",
    "render",
]

_PLACES = {
    **dict.fromkeys(("Passage", "Report", "ReportFinding"), "report_page"),
    **dict.fromkeys(
        ("EngineError", "MissingExtraError", "RenderingError", "UnknownFormatError"), "errors"
    ),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'argmap.rendering' has no attribute {name!r}")
    place = _PLACES.get(name, "renderers")
    value = getattr(import_module(f"argmap.rendering.{place}"), name)
    globals()[name] = value
    return value
