"""What a map can be turned into: one function per format, and the table of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from argmap.mapping.argument_map import ArgumentMap
from argmap.mapping.rank_direction import wanted_direction
from argmap.rendering.alt_text import describe
from argmap.rendering.dot import write_dot
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.fit import text_size
from argmap.rendering.layout import AUTO, LEAST, Layout, find_layout, repaint
from argmap.rendering.lesson import for_lesson
from argmap.rendering.mermaid import write_mermaid
from argmap.rendering.pages import ONE_PAGE, pages
from argmap.rendering.pdf import PdfPage, draw_pdf
from argmap.rendering.png import DEFAULT_WIDTH, draw_png
from argmap.rendering.report_page import Report
from argmap.rendering.svg import picture_size, write_svg
from argmap.rendering.theme import BoxStyle, find_theme, theme_for
from argmap.rendering.themes.page import page_theme
from argmap.rendering.turning import direction_named
from argmap.rendering.viewer import write_viewer


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to draw.

    theme:  a name in `THEMES`
    width:  of a PNG, in pixels
    font:   path of one more font file, for characters that Arimo has not got
    engine: path or name of the Graphviz `dot` to use
    direction: where conclusions stand: up, down, left, right, or auto: what the map says, else
            what fits a page
    """

    theme: str = "paper"
    width: int = DEFAULT_WIDTH
    font: str | None = None
    engine: str | None = None
    direction: str = AUTO


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
        return find_layout(
            self.report.map,
            self.theme,
            engine=self.options.engine,
            direction=self.direction,
        )

    @property
    def direction(self) -> str:
        """What the options name, or else what the map's front matter asks for."""
        graph = self.report.graph
        if self.options.direction != AUTO or graph is None:
            return self.options.direction
        wanted = wanted_direction(graph.document, graph.settings)
        return direction_named(wanted).value if wanted else AUTO

    @cached_property
    def svg(self) -> str:
        """The picture."""
        return write_svg(self.report.map, self.layout, self.theme)

    def draw(self, part: ArgumentMap) -> str:
        """Return a picture of a part of the map, laid out by itself."""
        layout = find_layout(
            part, self.theme, engine=self.options.engine, direction=self.direction
        )
        return write_svg(part, layout, self.theme)


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
    return Rendering(scene.svg, _small_text(scene))


def _png(scene: Scene) -> Rendering:
    picture = draw_png(scene.svg, width=scene.options.width, font=scene.options.font)
    notices = (picture.notice,) if picture.notice else ()
    return Rendering(picture.data, (*notices, *_small_text(scene)))


def _small_text(scene: Scene) -> tuple[str, ...]:
    """Return a line for the user of a large map if its words are too small for a page."""
    size = text_size(scene.layout.width)
    if len(scene.report.map.boxes) <= ONE_PAGE or size >= LEAST:
        return ()
    return (
        f"the smallest text is {size:.1f} pt on an A4 page: `--root TITLE` draws one part, "
        "and a PDF has an overview and a page for each part",
    )


def _pdf(scene: Scene) -> Rendering:
    """Draw a map on one page; a large one as an overview and a page for each part."""
    drawn = scene.report.map
    title = drawn.title or "Argument map"
    sheets = pages(drawn)
    svgs = [scene.svg] if len(sheets) == 1 else [scene.draw(sheet.map) for sheet in sheets]
    picture = draw_pdf(
        [
            PdfPage(svg, *picture_size(svg), sheet.title, describe(sheet.map))
            for svg, sheet in zip(svgs, sheets, strict=True)
        ],
        title=title,
        language=drawn.language,
        font=scene.options.font,
    )
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
