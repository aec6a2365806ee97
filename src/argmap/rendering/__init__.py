"""`ArgumentMap` or `Report` → something to look at: SVG, PNG, PDF, HTML, DOT."""

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
    "find_renderer",
    "render",
]
