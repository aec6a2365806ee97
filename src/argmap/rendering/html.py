"""One page about a map: picture, outline, findings, quotes. No scripts, nothing from elsewhere."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.display_text import escape, printable
from argmap.rendering.layout import Layout
from argmap.rendering.outline import Entry, write_outline
from argmap.rendering.report_page import Passage, Report, ReportFinding
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import DARK, PAPER, SIGNS, Theme
from argmap.rendering.themes.page import page_theme, page_variables

STYLE = Path(__file__).parent / "assets" / "page.css"


def write_html(report: Report, layout: Layout, theme: Theme | None = None) -> str:
    """Return the page; `layout` is that of the report's map, painted in a `page_theme`."""
    return "\n".join(_page(report, layout, theme or page_theme())) + "\n"


def style_sheet(argument_map: ArgumentMap | None = None) -> str:
    """Return the page's CSS: light, dark where the reader prefers it, light again on paper.

    argument_map: the map whose own colours it sets too
    """
    day, night = (page_variables(theme, argument_map) for theme in (PAPER, DARK))
    return (
        f":root{{color-scheme:light dark;{day}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
        + STYLE.read_text("utf-8")
    )


def _page(report: Report, layout: Layout, theme: Theme) -> Iterator[str]:
    title = printable(report.map.title or "") or "Argument map"
    style = style_sheet(report.map)
    digest = b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    closed = "default-src 'none'; base-uri 'none'; form-action 'none'"
    policy = f"{closed}; img-src data:; style-src 'sha256-{digest}'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(printable(report.map.language or "en"))}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#outline">Skip to the map in words</a>'
    yield "<header>"
    yield f"<h1>{escape(title)}</h1>"
    for line in (report.subtitle, report.author):
        if line:
            yield f"<p>{escape(printable(line))}</p>"
    yield from _contents(report)
    yield "</header>"
    yield "<main>"
    yield '<section id="map" aria-labelledby="map-heading">'
    yield '<h2 id="map-heading">Map</h2>'
    yield '<div class="picture" tabindex="0" role="region" aria-label="Picture of the map">'
    yield write_svg(report.map, layout, theme, prefix="map-", has_title=False).rstrip()
    yield "</div>"
    yield "</section>"
    yield '<section id="outline" aria-labelledby="outline-heading">'
    yield '<h2 id="outline-heading">The map in words</h2>'
    yield from _outline(write_outline(report.map))
    yield "</section>"
    yield from _findings(report.findings)
    yield from _passages(report.passages)
    yield "</main>"
    yield "<footer><p>Drawn with argmap.</p></footer>"
    yield "</body>"
    yield "</html>"


def _contents(report: Report) -> Iterator[str]:
    entries = [("map", "Map"), ("outline", "In words")]
    if report.findings:
        entries.append(("findings", f"Findings ({len(report.findings)})"))
    if report.passages:
        entries.append(("quotes", f"Quotes ({len(report.passages)})"))
    links = "".join(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in entries)
    yield f'<nav aria-label="On this page"><ul>{links}</ul></nav>'


def _outline(entries: list[Entry]) -> Iterator[str]:
    depth = -1
    for entry in entries:
        if entry.depth > depth:
            yield '<ul class="outline">' if depth < 0 else "<ul>"
        else:
            yield "</li>" + "</ul></li>" * (depth - entry.depth)
        depth = entry.depth
        yield _entry(entry)
    if depth >= 0:
        yield "</li></ul>" * (depth + 1)


def _entry(entry: Entry) -> str:
    kind = f" {entry.kind.value}" if entry.kind else ""
    identity = f' id="{escape(entry.id)}"' if entry.id else ""
    parts = []
    if entry.relation:
        sign = SIGNS.get(entry.kind, "") if entry.kind else ""
        mark = f'<span class="sign" aria-hidden="true">{sign}</span>' if sign else ""
        parts.append(f'<span class="relation">{mark}{escape(entry.relation)}</span>')
    parts += [f'<span class="note">{escape(note)}</span>' for note in entry.notes]
    if entry.see:
        words = entry.heading or entry.text
        parts.append(f'see <a href="#{escape(entry.see)}">{escape(words)}</a>')
    else:
        if entry.heading:
            parts.append(f"<strong>{escape(entry.heading)}</strong>")
        if entry.text:
            parts.append(f"<span>{escape(entry.text)}</span>")
    return f'<li class="entry{kind}"{identity}><p>{" ".join(parts)}</p>'


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


def _passages(passages: tuple[Passage, ...]) -> Iterator[str]:
    if not passages:
        return
    yield '<section id="quotes" aria-labelledby="quotes-heading">'
    yield '<h2 id="quotes-heading">Quotes in their context</h2>'
    for passage in passages:
        who = f" · {escape(printable(passage.speaker))}" if passage.speaker else ""
        where = f" · {escape(printable(passage.place))}" if passage.place else ""
        yield "<figure>"
        yield (
            f"<blockquote><p>{escape(printable(passage.before))}"
            f" <mark>{escape(printable(passage.quote))}</mark>"
            f" {escape(printable(passage.after))}</p></blockquote>"
        )
        yield f"<figcaption>{escape(printable(passage.title))}{who}{where}</figcaption>"
        yield "</figure>"
    yield "</section>"
