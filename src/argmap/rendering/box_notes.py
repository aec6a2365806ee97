"""What stands in a box besides the author's words: tags, numbers of footnotes, pictures."""

from argmap.mapping.argument_map import Box, Hue, Picture, Row
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Image, Pen
from argmap.rendering.theme import Swatch, Theme

BETWEEN = " · "
BESIDE = 8.0
"""The least distance of a tag from the words before it, in points."""
ALSO = "also in "
"""How a line begins that names the other cards with the same premise."""
_LONGEST = 28
_BETWEEN_PICTURES = 6.0


def swatch_of(part: Box | Row, theme: Theme) -> Swatch | None:
    """Return the colours of a box or row that has a hue."""
    return theme.swatch(part.hue) if part.hue is not None else None


def tags_of(part: Box | Row, around: Hue | None = None) -> list[str]:
    """Return the tags of a box or row; what the box around a row says already is not repeated."""
    tags = []
    if isinstance(part, Box) and part.number is not None:
        tags.append(f"PREMISE {part.number}")
    if part.is_unsupported:
        tags.append("NO SUPPORT YET")
    if part.is_unstated:
        tags.append("UNSTATED")
    if part.label:
        tags.append(printable(part.label).upper())
    is_told = part.hue is None or part.hue == around or part.hue.tag in _told_as(part)
    if part.hue is not None and part.hue.tag and not is_told:
        tags.append(shortened(printable(part.hue.tag)))
    return tags


def _told_as(part: Box | Row) -> tuple[str, ...]:
    """Return the tags that a box says in capitals already."""
    is_thesis = isinstance(part, Box) and part.is_thesis
    return ("#unstated",) * part.is_unstated + ("#thesis",) * is_thesis


def row_tags(row: Row, around: Hue | None = None) -> list[str]:
    """Return the lines below a row's words."""
    tags = tags_of(row, around)
    lines = [BETWEEN.join(tags)] if tags else []
    if row.also_in:
        lines.append(ALSO + ", ".join(printable(title) for title in row.also_in))
    return lines


def shortened(text: str) -> str:
    """Return a name that fits into a box."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def sources_text(sources: tuple[int, ...]) -> str:
    """Return the numbers of footnotes as they are printed."""
    return " ".join(f"[{number}]" for number in sources)


def write_sources(pen: Pen, sources: tuple[int, ...], x: float, theme: Theme) -> None:
    """Write the numbers of footnotes on a line of their own, if there are any."""
    if sources:
        pen.write([sources_text(sources)], x, theme.sizes.small, theme.mute, leading=12.0)


def place_pictures(pen: Pen, pictures: tuple[Picture, ...], x: float, limit: float) -> float:
    """Put pictures side by side, smaller if they are too wide together; return where they end."""
    if not pictures:
        return x
    between = _BETWEEN_PICTURES * (len(pictures) - 1)
    wide = sum(picture.width for picture in pictures)
    scale = min(1.0, max(limit - between, 1.0) / wide)
    high = max(picture.height for picture in pictures) * scale
    for picture in pictures:
        width, height = picture.width * scale, picture.height * scale
        top = pen.y + (high - height) / 2
        pen.images.append(Image(x, top, width, height, picture.href, picture.name))
        x += width + _BETWEEN_PICTURES
    pen.y += high + 6.0
    return x - _BETWEEN_PICTURES
