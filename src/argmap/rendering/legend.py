"""The lines below a map: what its signs mean, and where things were said."""

from dataclasses import dataclass

from argmap.mapping.argument_map import ArgumentMap, EdgeKind, Footnote, LegendEntry
from argmap.rendering.curves import Curve, Point, straight
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Line, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.theme import SIGNS, Theme
from argmap.rendering.wrapping import wrap

_SIZE = 10.0
_NOTE = 10.0
_LINE = 16.0
_SAMPLE = 30.0
_GAP = 20.0

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
    lines: list[Line] = []
    samples: list[Sample] = []
    shapes: list[Rectangle] = []
    x, y = 0.0, 0.0
    for entry in argument_map.legend:
        kind = _EDGES.get(entry)
        sign = SIGNS.get(kind, "") if kind else ""
        indent = text_width(sign, _SIZE, is_bold=True) + 5.0 if sign else 0.0
        needed = _SAMPLE + 7.0 + indent + text_width(entry.value, _SIZE)
        if x > 0 and x + needed > width:
            x, y = 0.0, y + _LINE
        middle = y + _LINE / 2
        baseline = middle + 0.36 * _SIZE
        if kind is not None:
            samples.append(Sample(kind, straight(Point(x, middle), Point(x + _SAMPLE, middle))))
            color = theme.palette(kind).line
            lines.append(Line(x + _SAMPLE + 7.0, baseline, sign, _SIZE, color, is_bold=True))
        else:
            shapes.append(_swatch(entry, x, middle, theme))
        text_x = x + _SAMPLE + 7.0 + indent
        lines.append(Line(text_x, baseline, entry.value, _SIZE, theme.mute))
        x += needed + _GAP
    y += _LINE if argument_map.legend else 0.0
    for note in _footnote_lines(argument_map.footnotes, width):
        lines.append(Line(0.0, y + 10.0, note, _NOTE, theme.mute))
        y += 13.0
    lines = [line for line in lines if line.text]
    return Notes(y, tuple(lines), tuple(samples), tuple(shapes))


def _swatch(entry: LegendEntry, x: float, middle: float, theme: Theme) -> Rectangle:
    if entry is LegendEntry.UNSTATED:
        palette, dash = theme.plain, "4 2.5"
    elif entry is LegendEntry.JUNCTION:
        palette, dash = theme.support, ""
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
