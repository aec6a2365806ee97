"""What a map can be turned into: one function per format, and the table of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.dot import write_dot
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.html import page_theme, write_html
from argmap.rendering.layout import find_layout
from argmap.rendering.pdf import draw_pdf
from argmap.rendering.png import DEFAULT_WIDTH, draw_png
from argmap.rendering.report_page import Report
from argmap.rendering.svg import picture_size, write_svg
from argmap.rendering.theme import find_theme


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to draw.

    theme:  a name in `THEMES`
    width:  of a PNG, in pixels
    font:   path of one more font file, for characters that Arimo has not got
    engine: path or name of the Graphviz `dot` to use
    """

    theme: str = "paper"
    width: int = DEFAULT_WIDTH
    font: str | None = None
    engine: str | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """What was drawn, and lines for the user about it."""

    content: str | bytes
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: `extension` without the dot, and what draws it."""

    name: str
    extension: str
    media_type: str
    summary: str
    is_binary: bool
    draw: Callable[[Report, RenderOptions], Rendering]


def _svg(report: Report, options: RenderOptions) -> Rendering:
    theme = find_theme(options.theme)
    layout = find_layout(report.map, theme, engine=options.engine)
    return Rendering(write_svg(report.map, layout, theme))


def _png(report: Report, options: RenderOptions) -> Rendering:
    svg = _svg(report, options).content
    assert isinstance(svg, str)
    picture = draw_png(svg, width=options.width, font=options.font)
    return Rendering(picture.data, (picture.notice,) if picture.notice else ())


def _pdf(report: Report, options: RenderOptions) -> Rendering:
    svg = _svg(report, options).content
    assert isinstance(svg, str)
    size = picture_size(svg)
    picture = draw_pdf(
        svg,
        title=report.map.title or "Argument map",
        width=size.width,
        height=size.height,
        font=options.font,
    )
    return Rendering(picture.data, (picture.notice,) if picture.notice else ())


def _html(report: Report, options: RenderOptions) -> Rendering:
    layout = find_layout(report.map, page_theme(), engine=options.engine)
    return Rendering(write_html(report, layout))


def _dot(report: Report, options: RenderOptions) -> Rendering:
    return Rendering(write_dot(report.map, find_theme(options.theme)))


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        renderer.name: renderer
        for renderer in (
            Renderer("svg", "svg", "image/svg+xml", "a picture with real text", False, _svg),
            Renderer("png", "png", "image/png", "a picture in pixels", True, _png),
            Renderer("pdf", "pdf", "application/pdf", "a page to print", True, _pdf),
            Renderer("html", "html", "text/html", "one page: picture and outline", False, _html),
            Renderer("dot", "dot", "text/vnd.graphviz", "for Graphviz", False, _dot),
        )
    }
)


def render(
    subject: ArgumentMap | Report, output_format: str, options: RenderOptions | None = None
) -> str | bytes:
    """Draw a map (or a report) in a format: text, or bytes for the binary ones.

    UnknownFormatError lists the formats there are.
    """
    return draw(subject, output_format, options).content


def draw(
    subject: ArgumentMap | Report, output_format: str, options: RenderOptions | None = None
) -> Rendering:
    """Do what `render` does, and return the notices for the user too."""
    report = subject if isinstance(subject, Report) else Report(subject)
    return find_renderer(output_format).draw(report, options or RenderOptions())


def find_renderer(output_format: str) -> Renderer:
    """Return the renderer of a format; UnknownFormatError lists the formats there are."""
    if output_format not in RENDERERS:
        raise UnknownFormatError(
            f"unknown format '{output_format}': choose {', '.join(RENDERERS)}"
        )
    return RENDERERS[output_format]
