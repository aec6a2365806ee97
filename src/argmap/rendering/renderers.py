"""What a map can be turned into: one function per format, and the table of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.alt_text import describe
from argmap.rendering.dot import write_dot
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.layout import Layout, find_layout, repaint
from argmap.rendering.lesson import for_lesson
from argmap.rendering.mermaid import write_mermaid
from argmap.rendering.pdf import PdfPage, draw_pdf
from argmap.rendering.png import DEFAULT_WIDTH, draw_png
from argmap.rendering.report_page import Report
from argmap.rendering.svg import picture_size, write_svg
from argmap.rendering.theme import BoxStyle, find_theme, theme_for
from argmap.rendering.themes.page import page_theme
from argmap.rendering.viewer import write_viewer


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


class Scene:
    """What is to be drawn, laid out once for all formats."""

    def __init__(self, report: Report, options: RenderOptions) -> None:
        self.options = options
        theme = find_theme(options.theme)
        drawn = for_lesson(report.map) if theme.style is BoxStyle.CELLS else report.map
        self.report = replace(report, map=drawn)
        self.theme = theme_for(drawn, theme)

    @cached_property
    def layout(self) -> Layout:
        """The layout in the colours of the options' theme."""
        return find_layout(self.report.map, self.theme, engine=self.options.engine)

    @cached_property
    def svg(self) -> str:
        """The picture."""
        return write_svg(self.report.map, self.layout, self.theme)


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: `extension` without the dot, and what draws it."""

    name: str
    extension: str
    media_type: str
    summary: str
    is_binary: bool
    draw: Callable[[Scene], Rendering]


def _svg(scene: Scene) -> Rendering:
    return Rendering(scene.svg)


def _png(scene: Scene) -> Rendering:
    picture = draw_png(scene.svg, width=scene.options.width, font=scene.options.font)
    return Rendering(picture.data, (picture.notice,) if picture.notice else ())


def _pdf(scene: Scene) -> Rendering:
    drawn = scene.report.map
    title = drawn.title or "Argument map"
    page = PdfPage(scene.svg, *picture_size(scene.svg), title, describe(drawn))
    picture = draw_pdf([page], title=title, language=drawn.language, font=scene.options.font)
    return Rendering(picture.data, (picture.notice,) if picture.notice else ())


def _html(scene: Scene) -> Rendering:
    theme = page_theme(scene.theme)

    def drawn(argument_map: ArgumentMap) -> Layout:
        if argument_map is scene.report.map:
            return repaint(scene.layout, argument_map, theme)
        return find_layout(argument_map, theme, engine=scene.options.engine)

    return Rendering(write_viewer(scene.report, theme, drawn))


def _dot(scene: Scene) -> Rendering:
    return Rendering(write_dot(scene.report.map, replace(scene.theme, style=BoxStyle.CARDS)))


def _mermaid(scene: Scene) -> Rendering:
    return Rendering(write_mermaid(scene.report.map, scene.theme))


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        renderer.name: renderer
        for renderer in (
            Renderer("svg", "svg", "image/svg+xml", "a picture with real text", False, _svg),
            Renderer("png", "png", "image/png", "a picture in pixels", True, _png),
            Renderer("pdf", "pdf", "application/pdf", "a page to print", True, _pdf),
            Renderer(
                "html",
                "html",
                "text/html",
                "a page to look at, walk through and share",
                False,
                _html,
            ),
            Renderer("dot", "dot", "text/vnd.graphviz", "for Graphviz", False, _dot),
            Renderer("mermaid", "mmd", "text/vnd.mermaid", "for Mermaid", False, _mermaid),
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
    return draw_all(subject, [output_format], options)[output_format]


def draw_all(
    subject: ArgumentMap | Report,
    output_formats: Iterable[str],
    options: RenderOptions | None = None,
) -> Mapping[str, Rendering]:
    """Draw several formats of one layout, by their names."""
    renderers = [find_renderer(name) for name in output_formats]
    report = subject if isinstance(subject, Report) else Report(subject)
    scene = Scene(report, options or RenderOptions())
    drawn = {renderer.name: renderer.draw(scene) for renderer in renderers}
    told = report.map.notices
    return {
        name: replace(rendering, notices=(*told, *rendering.notices)) if told else rendering
        for name, rendering in drawn.items()
    }


def find_renderer(output_format: str) -> Renderer:
    """Return the renderer of a format, or of the ending of its files.

    UnknownFormatError lists the formats there are.
    """
    for renderer in RENDERERS.values():
        if output_format in (renderer.name, renderer.extension):
            return renderer
    raise UnknownFormatError(f"unknown format '{output_format}': choose {', '.join(RENDERERS)}")
