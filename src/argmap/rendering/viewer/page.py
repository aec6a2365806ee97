"""The skeleton of the viewer's page: what a reader without JavaScript sees, in this order."""

from collections.abc import Callable, Iterator, Mapping

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.display_text import escape, printable
from argmap.rendering.layout import Layout
from argmap.rendering.policy import source_hash
from argmap.rendering.report_page import Passage, Report, ReportFinding
from argmap.rendering.svg import write_svg
from argmap.rendering.themes.look import Theme
from argmap.rendering.viewer.data import findings_by_entity, viewer_data, write_json
from argmap.rendering.viewer.entities import Entities, gather_entities
from argmap.rendering.viewer.excerpt import LARGE, excerpt
from argmap.rendering.viewer.outline import write_outline
from argmap.rendering.viewer.passages import around
from argmap.rendering.viewer.places import lay_out_places
from argmap.rendering.viewer.script import MARK, script
from argmap.rendering.viewer.spoken import Speaker
from argmap.rendering.viewer.style import style_sheet
from argmap.rendering.viewer.tongues import tongue_of

Draw = Callable[[ArgumentMap], Layout]


def write_viewer(report: Report, theme: Theme, draw: Draw) -> str:
    """Return the page.

    theme: a `page_theme`
    draw:  lays out a map in that theme; of a large map it is asked for a part
    """
    return "\n".join(_page(report, theme, draw)) + "\n"


def _page(report: Report, theme: Theme, draw: Draw) -> Iterator[str]:
    entities = gather_entities(report.map, report.graph)
    page_tongue = printable(report.map.language or "") or "en"
    tongues = _tongues(entities, page_tongue)
    is_large = len(entities.all) > LARGE
    drawn = excerpt(report.map) if is_large else report.map
    layout = draw(drawn)
    data = viewer_data(report, entities, None if is_large else layout, theme, tongues)
    code = script()
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(page_tongue)}">'
    yield from _head(report, code)
    yield "<body>"
    yield '<a class="skip" href="#outline">Skip to the map in words</a>'
    yield from _header(report)
    yield "<main>"
    yield from _outline(report, entities, tongues, is_large)
    yield '<section id="map" aria-labelledby="map-heading">'
    yield '<h2 id="map-heading">Map</h2>'
    if is_large:
        yield (
            '<p class="excerpt">The main claims and what is nearest to them. All'
            f" {len(entities.all)} statements and arguments stand in the outline.</p>"
        )
    yield '<div class="picture" tabindex="0" role="region" aria-label="Picture of the map">'
    yield write_svg(drawn, layout, theme, prefix="map-", has_title=False).rstrip()
    yield "</div>"
    yield "</section>"
    yield from _findings(report.findings)
    yield from _passages(report.passages, page_tongue)
    yield "</main>"
    yield "<footer><p>Drawn with argmap.</p></footer>"
    yield f'<script type="application/json" id="data">{write_json(data)}</script>'
    yield f"<script>{code}</script>"
    yield "</body>"
    yield "</html>"


def _title(report: Report) -> str:
    return printable(report.map.title or "") or "Argument map"


def _head(report: Report, code: str) -> Iterator[str]:
    style = style_sheet(report.map)
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
        f" script-src {source_hash(MARK)} {source_hash(code)}; style-src {source_hash(style)}"
    )
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(_title(report))}</title>"
    yield f"<style>{style}</style>"
    yield f"<script>{MARK}</script>"
    yield "</head>"


def _header(report: Report) -> Iterator[str]:
    yield '<header id="top">'
    yield f"<h1>{escape(_title(report))}</h1>"
    for line in (report.subtitle, report.author):
        if line:
            yield f'<p class="under">{escape(printable(line))}</p>'
    yield from _contents(report)
    yield "</header>"


def _outline(
    report: Report, entities: Entities, tongues: Mapping[int, str], is_large: bool
) -> Iterator[str]:
    found = findings_by_entity(report, entities)
    speaker = Speaker(entities, {index: len(numbers) for index, numbers in found.items()})
    places = lay_out_places(entities)
    yield '<section id="outline" aria-labelledby="outline-heading">'
    yield '<h2 id="outline-heading">The map in words</h2>'
    yield from write_outline(entities, places, speaker, tongues, folds_groups=is_large)
    if not entities.all:
        yield '<p class="empty">There is nothing in this map yet.</p>'
    yield "</section>"


def _tongues(entities: Entities, page: str) -> dict[int, str]:
    found = {}
    for index, entity in enumerate(entities.all):
        node = entities.node(entity)
        said = node.data.get("lang") if node is not None else None
        if tongue := tongue_of(entity.text or entity.title, said, page):
            found[index] = printable(tongue)
    return found


def _contents(report: Report) -> Iterator[str]:
    entries = [("map", "Map"), ("outline", "In words")]
    if report.findings:
        entries.append(("findings", f"Findings ({len(report.findings)})"))
    if report.passages:
        entries.append(("quotes", f"Quotes ({len(report.passages)})"))
    links = "".join(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in entries)
    yield f'<nav id="contents" aria-label="On this page"><ul>{links}</ul></nav>'


def _findings(findings: tuple[ReportFinding, ...]) -> Iterator[str]:
    if not findings:
        return
    yield '<section id="findings" aria-labelledby="findings-heading">'
    yield '<h2 id="findings-heading">Findings</h2>'
    yield '<ul class="findings">'
    for finding in findings:
        announced = " (announced by the map)" if finding.is_expected else ""
        yield f'<li class="{escape(finding.severity)}">'
        yield (
            f'<p><span class="note">{escape(finding.severity)}</span>'
            f" <strong>{escape(finding.code)} {escape(finding.name)}</strong>{announced}</p>"
        )
        yield f"<p>{escape(printable(finding.message))}</p>"
        if finding.help:
            yield f'<p class="help">{escape(printable(finding.help))}</p>'
        if finding.place:
            yield f"<p><code>{escape(printable(finding.place))}</code></p>"
        yield "</li>"
    yield "</ul>"
    yield "</section>"


def _passages(passages: tuple[Passage, ...], page: str) -> Iterator[str]:
    if not passages:
        return
    yield '<section id="quotes" aria-labelledby="quotes-heading">'
    yield '<h2 id="quotes-heading">Quotes in their context</h2>'
    for passage in passages:
        who = f" · {escape(printable(passage.speaker))}" if passage.speaker else ""
        where = f" · {escape(printable(passage.place))}" if passage.place else ""
        tongue = tongue_of(passage.quote, None, page)
        said_in = f' lang="{tongue}"' if tongue else ""
        yield "<figure>"
        before, quote, after = (escape(words) for words in around(passage))
        yield (
            f'<blockquote{said_in} dir="auto"><p>{before}<mark>{quote}</mark>{after}</p>'
            "</blockquote>"
        )
        yield f"<figcaption>{escape(printable(passage.title))}{who}{where}</figcaption>"
        yield "</figure>"
    yield "</section>"
