"""The page of a talk: a list of steps to read and to print, and a stage to present them on."""

import json
from collections.abc import Iterator
from typing import Any

from argmap.rendering.display_text import escape, printable
from argmap.rendering.layout import Layout
from argmap.rendering.metrics import text_width
from argmap.rendering.policy import source_hash
from argmap.rendering.presentation.camera import Area, find_frames
from argmap.rendering.presentation.closing import QUESTION, WeakPoint
from argmap.rendering.presentation.controls import CONTROLS
from argmap.rendering.presentation.deck import Deck
from argmap.rendering.presentation.growth import find_growth
from argmap.rendering.presentation.picture import GROWN, Picture
from argmap.rendering.presentation.slides import Slide
from argmap.rendering.presentation.style import script, style_sheet
from argmap.rendering.theme import Theme

MOST_PICTURES = 60_000
"""With more parts than that in the pictures of all steps together, the printed steps have none."""
_LENGTHS = ((24.0, "short"), (60.0, "medium"), (120.0, "long"))


def write_presentation(deck: Deck, layout: Layout, theme: Theme) -> str:
    """Return the page; `layout` is that of the talk's map, in the colours of a `page_theme`."""
    return "\n".join(_Page(deck, layout, theme).lines()) + "\n"


class _Page:
    def __init__(self, deck: Deck, layout: Layout, theme: Theme) -> None:
        self.deck = deck
        self.slides = deck.slides
        growth = find_growth(deck.talk, deck.report.graph)
        self.picture = Picture(deck.talk.map, layout, theme, growth)
        self.frames = find_frames(deck.talk, layout)
        parts = len(growth.boxes) + len(growth.parts) + len(growth.edges)
        self.has_pictures = parts * len(self.slides) <= MOST_PICTURES

    def lines(self) -> Iterator[str]:
        title = escape(self.deck.title)
        style, code = style_sheet(len(self.slides), self.deck.talk.map), script()
        closed = "default-src 'none'; base-uri 'none'; form-action 'none'"
        policy = (
            f"{closed}; img-src data:;"
            f" style-src {source_hash(style)}; script-src {source_hash(code)}"
        )
        language = printable(self.deck.report.map.language or "") or "en"
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(language)}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="generator" content="argmap">'
        yield f"<title>{title}</title>"
        yield f"<style>{style}</style>"
        yield "</head>"
        yield "<body>"
        yield "<main>"
        yield from self._cover()
        yield '<ol class="steps">'
        for slide, frame in zip(self.slides, self.frames, strict=True):
            yield from self._step(slide, frame)
        if self.deck.weak:
            yield from self._closing(self.deck.weak)
        yield "</ol>"
        yield "</main>"
        yield from self._stage()
        yield from CONTROLS
        yield f'<script type="application/json" id="talk">{self._data()}</script>'
        yield f"<script>{code}</script>"
        yield "</body>"
        yield "</html>"

    def _cover(self) -> Iterator[str]:
        report = self.deck.report
        yield '<section class="cover" id="cover" aria-labelledby="title">'
        yield f'<h1 id="title">{escape(self.deck.title)}</h1>'
        if report.subtitle:
            yield f'<p class="subtitle">{escape(printable(report.subtitle))}</p>'
        if report.author:
            yield f'<p class="author">{escape(printable(report.author))}</p>'
        # One step past the last: everything is there, and nothing is new.
        yield self._map("whole", self.picture.area, len(self.slides) + 1, with_legend=True)
        yield "</section>"

    def _map(self, kind: str, area: Area, step: int, *, with_legend: bool = False) -> str:
        legend = self.picture.legend if with_legend else ""
        return (
            f'<svg class="{kind} k{step}" viewBox="{_box(area)}" aria-hidden="true"'
            f' font-family="{escape(self.picture.font)}"><use href="#{GROWN}"/>{legend}</svg>'
        )

    def _step(self, slide: Slide, frame: Area) -> Iterator[str]:
        number, tongue = slide.number, f' lang="{slide.language}"' if slide.language else ""
        kicker = slide.kicker
        yield f'<li class="step" id="step-{number}" value="{number}">'
        yield f'<article class="{kicker.role}">'
        sign = f'<span class="sign" aria-hidden="true">{kicker.sign}</span>' if kicker.sign else ""
        marks = "".join(f'<span class="mark">{escape(mark)}</span>' for mark in slide.marks)
        link = f'<a class="to" href="#step-{number}">{number}</a>'
        yield f'<p class="kicker">{link}{sign}<span>{escape(kicker.words)}</span>{marks}</p>'
        if slide.name:
            yield f'<p class="name">{escape(slide.name)}</p>'
        yield f'<h2 class="thought {_length(slide.text)}"{tongue}>{escape(slide.text)}</h2>'
        if slide.speaker:
            yield f'<p class="speaker">{escape(slide.speaker)}</p>'
        lead, about = slide.about
        if about:
            yield f'<p class="about"><span>{lead}</span> {escape(about)}</p>'
        yield "</article>"
        if self.has_pictures:
            yield self._map("sheet", frame, number)
        # Nothing between the tags of empty notes: the style sheet knows them by that.
        yield (
            f'<aside class="notes" aria-label="Notes on step {slide.number}">'
            f"{''.join(self._notes(slide))}</aside>"
        )
        yield "</li>"

    def _closing(self, weak: tuple[WeakPoint, ...]) -> Iterator[str]:
        """Give a last step that asks the audience; its picture is the whole map."""
        number = len(self.slides) + 1
        yield f'<li class="step closing" id="step-{number}" value="{number}">'
        yield '<article class="claim">'
        link = f'<a class="to" href="#step-{number}">{number}</a>'
        yield f'<p class="kicker">{link}<span>In the end</span></p>'
        yield f'<h2 class="question">{QUESTION}</h2>'
        yield '<ul class="weak">'
        for point in weak:
            tongue = self.slides[point.step - 1].language
            said_in = f' lang="{tongue}"' if tongue else ""
            yield (
                f'<li><a href="#step-{point.step}"{said_in}>{escape(point.text)}</a>'
                f" <span>{point.why}</span></li>"
            )
        yield "</ul></article>"
        if self.has_pictures:
            yield self._map("sheet", self.picture.area, number)
        yield f'<aside class="notes" aria-label="Notes on step {number}"></aside>'
        yield "</li>"

    def _notes(self, slide: Slide) -> Iterator[str]:
        yield from (f"<p>{escape(note)}</p>" for note in slide.notes)
        for passage in slide.passages:
            before, words, after = (
                escape(printable(part)) for part in (passage.before, passage.quote, passage.after)
            )
            where = f"<cite>{escape(printable(passage.place))}</cite>" if passage.place else ""
            yield (f"<blockquote><p>{before} <mark>{words}</mark> {after}</p>{where}</blockquote>")
        for finding in slide.findings:
            yield (
                f'<p class="finding"><strong>{escape(finding.code)}</strong>'
                f" {escape(printable(finding.message))}</p>"
            )

    def _stage(self) -> Iterator[str]:
        yield '<div class="stage" aria-hidden="true">'
        yield f'<svg id="map" font-family="{escape(self.picture.font)}">'
        yield f'<g id="camera">{self.picture.graph}</g>'
        yield "</svg></div>"

    def _data(self) -> str:
        whole = [round(number, 1) for number in self.picture.area]
        data: dict[str, list[Any]] = {
            "steps": [
                [
                    slide.above,
                    [round(number, 1) for number in frame],
                    int(slide.thought.number is not None),
                ]
                for slide, frame in zip(self.slides, self.frames, strict=True)
            ],
            "whole": whole,
        }
        if self.deck.weak:  # at the last step what may fall is lit, and nothing is new
            data["steps"].append([0, whole, 0, [point.step for point in self.deck.weak]])
        return json.dumps(data, separators=(",", ":"))


def _box(area: Area) -> str:
    return " ".join(f"{number:.1f}".removesuffix(".0") for number in area)


def _length(text: str) -> str:
    """Return how large a thought can be set, from how wide its words are."""
    ems = text_width(text, 1.0)
    return next((name for most, name in _LENGTHS if ems <= most), "longest")
