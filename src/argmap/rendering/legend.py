"""The lines below a map: what its signs mean, and where things were said."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.mapping.argument_map import ArgumentMap, EdgeKind, Footnote, LegendEntry
from argmap.rendering.box_notes import shortened
from argmap.rendering.curves import Curve, Point, straight
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Line, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.spines import draw_spine
from argmap.rendering.theme import SIGNS, Swatch, Theme
from argmap.rendering.wrapping import wrap

_SIZE = 10.0
_NOTE = 10.0
_LINE = 16.0
_SAMPLE = 30.0
_GAP = 20.0
_BAR = 10.0

_EDGES = {
    entry: EdgeKind[entry.name] for entry in LegendEntry if entry.name in EdgeKind.__members__
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A short line that shows how edges of a kind are drawn."""

    kind: EdgeKind
    curve: Curve


@dataclass(frozen=True, slots=True)
class Notes:
    """Legend and footnotes, laid out from (0, 0) downwards; sizes in points."""

    height: float
    lines: tuple[Line, ...]
    samples: tuple[Sample, ...]
    shapes: tuple[Rectangle, ...]


def write_notes(argument_map: ArgumentMap, width: float, theme: Theme) -> Notes:
    """Return the legend and the footnotes of a map, wrapped to a width in points."""
    writer = _Writer(width, theme)
    for entry in argument_map.legend:
        kind = _EDGES.get(entry)
        sign = SIGNS.get(kind, "") if kind else ""
        x, middle = writer.next(entry.value, sign, theme.palette(kind).line)
        if kind is not None:
            line = straight(Point(x, middle), Point(x + _SAMPLE, middle))
            writer.samples.append(Sample(kind, line))
        else:
            writer.shapes.append(_swatch(entry, x, middle, theme))
            if entry is LegendEntry.JUNCTION:
                writer.lines.append(_plus(x + _SAMPLE / 2, middle, theme))
    writer.break_line()
    for hue in argument_map.hues:
        x, middle = writer.next(shortened(printable(hue.name)))
        writer.shapes += _hue_sample(theme.swatch(hue), x, middle, theme)
    writer.break_line()
    y = writer.y
    for told in wrap(printable(argument_map.part or ""), max(width, 120.0), _NOTE, is_bold=True):
        writer.lines.append(Line(0.0, y + 10.0, told, _NOTE, theme.mute, is_bold=True))
        y += 13.0
    for note in _footnote_lines(argument_map.footnotes, width):
        writer.lines.append(Line(0.0, y + 10.0, note, _NOTE, theme.mute))
        y += 13.0
    lines = tuple(line for line in writer.lines if line.text)
    return Notes(y, lines, tuple(writer.samples), tuple(writer.shapes))


class _Writer:
    """Sets samples with their words side by side, and goes on below where there is no room."""

    def __init__(self, width: float, theme: Theme) -> None:
        self.width, self.theme = width, theme
        self.x, self.y = 0.0, 0.0
        self.lines: list[Line] = []
        self.samples: list[Sample] = []
        self.shapes: list[Rectangle] = []

    def next(self, words: str, sign: str = "", color: str = "") -> tuple[float, float]:
        """Write the words of an entry; return the left end and the middle of its sample."""
        indent = text_width(sign, _SIZE, is_bold=True) + 5.0 if sign else 0.0
        needed = _SAMPLE + 7.0 + indent + text_width(words, _SIZE)
        if self.x > 0 and self.x + needed > self.width:
            self.break_line()
        left, middle = self.x, self.y + _LINE / 2
        start, baseline = left + _SAMPLE + 7.0, middle + 0.36 * _SIZE
        if sign:
            self.lines.append(Line(start, baseline, sign, _SIZE, color, is_bold=True))
        self.lines.append(Line(start + indent, baseline, words, _SIZE, self.theme.mute))
        self.x += needed + _GAP
        return left, middle

    def break_line(self) -> None:
        """Go on at the left, unless nothing stands on the line."""
        if self.x > 0:
            self.x, self.y = 0.0, self.y + _LINE


def _hue_sample(swatch: Swatch, x: float, middle: float, theme: Theme) -> Iterable[Rectangle]:
    """Draw a small box with its bar, as the map has large ones."""
    palette = swatch.palette
    yield Rectangle(x + 3.0, middle - 6.0, 27.0, 12.0, palette.tint, palette.line, 1.2, radius=3.0)
    yield from draw_spine(
        swatch, Rectangle(x + 5.0, middle - 4.0, _BAR, 8.0), is_grey=theme.is_grey
    )


def _plus(x: float, middle: float, theme: Theme) -> Line:
    """Write the sign of a junction around a point."""
    left = x - text_width("+", _SIZE, is_bold=True) / 2
    return Line(left, middle + 0.36 * _SIZE, "+", _SIZE, theme.support.line, is_bold=True)


def _swatch(entry: LegendEntry, x: float, middle: float, theme: Theme) -> Rectangle:
    if entry is LegendEntry.UNSTATED:
        palette, dash = theme.plain, "4 2.5"
    elif entry is LegendEntry.JUNCTION:
        line = theme.support.line
        return Rectangle(x + 8.5, middle - 6.5, 13.0, 13.0, theme.box, line, 1.4, radius=6.5)
    else:
        palette, dash = theme.warning, ""
    return Rectangle(
        x + 3, middle - 5.5, 24.0, 11.0, palette.tint, palette.line, 1.4, radius=4.0, dash=dash
    )


def _footnote_lines(footnotes: tuple[Footnote, ...], width: float) -> list[str]:
    """Set notes one behind the other, several to a line, without breaking one that fits."""
    rows: list[str] = []
    for note in footnotes:
        told = printable(note.text)
        text = f"[{note.number}] {told}" if note.number else f"Source: {told}"
        joined = f"{rows[-1]}     {text}" if rows else ""
        if rows and text_width(joined, _NOTE) <= width:
            rows[-1] = joined
        else:
            rows.extend(wrap(text, max(width, 120.0), _NOTE))
    return rows
