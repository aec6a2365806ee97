"""How wide a text is, in points, read from the font that draws it.

The widths come from the `cmap` and `hmtx` tables of the Arimo files beside this module. Other
scripts are drawn by whatever font the reader has: Chinese, Japanese and Korean characters and
emoji are one em wide in every such font; for the rest a generous guess.
"""

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
REGULAR = FONTS / "Arimo-Regular.ttf"
BOLD = FONTS / "Arimo-Bold.ttf"

_GUESS = 0.75
"""Width in em of a character that no table knows (Arabic, Devanagari, symbols …)."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class FontMetrics:
    """Advance widths of one font file, in em."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        tables = _tables(data)
        units = struct.unpack_from(">H", data, tables["head"] + 18)[0]
        count = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
        pairs = struct.unpack_from(f">{count * 2}H", data, tables["hmtx"])
        self._widths: list[float] = [pairs[index * 2] / units for index in range(count)]
        self._glyphs = _character_map(data, tables["cmap"])

    def has(self, character: str) -> bool:
        """Whether the font can draw a character."""
        return ord(character) in self._glyphs

    def width(self, character: str) -> float:
        """Return the width of a character in em."""
        glyph = self._glyphs.get(ord(character))
        if glyph is not None:
            return self._widths[min(glyph, len(self._widths) - 1)]
        if unicodedata.category(character) in _NO_WIDTH:
            return 0.0
        return 1.0 if unicodedata.east_asian_width(character) in "WF" else _GUESS


@lru_cache(maxsize=4)
def font_metrics(is_bold: bool = False) -> FontMetrics:
    """Return the metrics of the regular or the bold font; read when first asked for."""
    return FontMetrics(BOLD if is_bold else REGULAR)


@lru_cache(maxsize=4096)
def _character_width(character: str, is_bold: bool) -> float:
    return font_metrics(is_bold).width(character)


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width in points of a line of text at a font size in points."""
    return size * sum([_character_width(character, is_bold) for character in text])


def missing_characters(text: str) -> set[str]:
    """Return the characters that the vendored font cannot draw."""
    metrics = font_metrics()
    return {char for char in set(text) if not char.isspace() and not metrics.has(char)}


def _tables(data: bytes) -> dict[str, int]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLL", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset in entries}


def _character_map(data: bytes, start: int) -> dict[int, int]:
    """Read a `cmap` table of format 4: code point to glyph."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * index)
        table = start + offset
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, table)[0] == 4:
            return _segments(data, table)
    return {}


def _segments(data: bytes, table: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, table + 14 + 2 * (part * count + (part > 0)))
        for part in range(4)
    )
    offsets_at = table + 16 + 6 * count
    glyphs: dict[int, int] = {}
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            if offsets[index] == 0:
                glyph = (code + deltas[index]) & 0xFFFF
            else:
                place = offsets_at + 2 * index + offsets[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", data, place)[0]
                glyph = (glyph + deltas[index]) & 0xFFFF if glyph else 0
            if glyph:
                glyphs[code] = glyph
    return glyphs
