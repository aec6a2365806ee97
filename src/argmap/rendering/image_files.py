"""What may stand in a box as a picture: PNG, JPEG, GIF, WebP, and SVG that does nothing.

The bytes come from anywhere. Only their kind and their size are read here; whoever shows them
decodes them. An SVG is refused if anything in it could run, or fetch something.
"""

import re
import struct
import xml.etree.ElementTree as ET
from base64 import b64encode
from typing import NamedTuple

LARGEST = 1_000_000
"""The most bytes of one picture; `MOST_PIXELS` is the most on one side."""
MOST_PIXELS = 20_000
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|mm|cm|in)?")
_POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_SVG = "{http://www.w3.org/2000/svg}"
_REFUSED = frozenset(
    {
        "script",
        "foreignobject",
        "handler",
        "listener",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "animate",
        "set",
        "animatetransform",
        "animatemotion",
    }
)
_FETCHES = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|javascript:|\\", re.IGNORECASE)
_INLINE = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)


class ImageFile(NamedTuple):
    """A picture as it may be embedded: a `data:` address, and its own size in points."""

    href: str
    width: float
    height: float


def embed(data: bytes) -> ImageFile:
    """Return a picture as a `data:` address; raise `ValueError` with the reason against it."""
    if len(data) > LARGEST:
        raise ValueError(f"it has {len(data):,} bytes; {LARGEST:,} are the most")
    kind, width, height = _measure(data)
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        raise ValueError("it has no size that can be drawn")
    return ImageFile(f"data:{kind};base64,{b64encode(data).decode('ascii')}", width, height)


def _measure(data: bytes) -> tuple[str, float, float]:
    """Return media type, width and height; 96 pixels are an inch."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return ("image/png", *_points(*struct.unpack_from(">LL", data, 16)))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return ("image/gif", *_points(*struct.unpack_from("<HH", data, 6)))
        if data.startswith(b"\xff\xd8"):
            return ("image/jpeg", *_points(*_jpeg_size(data)))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return ("image/webp", *_points(*_webp_size(data)))
    except struct.error:
        raise ValueError("it is cut off") from None
    if b"<svg" in data or b":svg" in data:
        return ("image/svg+xml", *_svg_size(data))
    raise ValueError("it is no PNG, JPEG, GIF, WebP or SVG")


def _points(width: int, height: int) -> tuple[float, float]:
    return width * 0.75, height * 0.75


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk the segments of a JPEG to the frame header."""
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            break
        marker = data[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        if marker == 0xFF:
            place += 1
            continue
        length = struct.unpack_from(">H", data, place + 2)[0]
        place += 2 + max(length, 2)
    raise ValueError("it is no complete JPEG")


def _webp_size(data: bytes) -> tuple[int, int]:
    chunk = data[12:16]
    if chunk == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = struct.unpack_from("<L", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError("it is no complete WebP")


def _svg_size(data: bytes) -> tuple[float, float]:
    if b"<!ENTITY" in data.upper() or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("it declares entities, or is not UTF-8")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        raise ValueError("it is no well-formed SVG") from None
    if root.tag != f"{_SVG}svg":
        raise ValueError("it is no SVG picture")
    for element in root.iter():
        _inspect(element)
    box = [
        float(part) for part in re.findall(r"[-\d.]+", root.get("viewBox", "")) if _is_number(part)
    ]
    sizes = [_length(root.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1]:
        return sizes[0], sizes[1]
    if len(box) == 4:
        return box[2] * 0.75, box[3] * 0.75
    return 75.0, 75.0


def _inspect(element: ET.Element) -> None:
    """Raise `ValueError` if an element could run or fetch anything."""
    name = str(element.tag).rpartition("}")[2].lower()
    if name in _REFUSED:
        raise ValueError(f"its <{name}> could run; only still pictures are shown")
    texts = [element.text or ""] if name == "style" else []
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on"):
            raise ValueError(f"its `{plain}` could run; only still pictures are shown")
        if plain in ("href", "src"):
            if not (value.strip().startswith("#") or _INLINE.match(value)):
                if name == "a":
                    continue  # a link in a picture leads nowhere
                raise ValueError("it fetches something from elsewhere")
        else:
            texts.append(value)
    if any(_FETCHES.search(text) for text in texts):
        raise ValueError("its style fetches something from elsewhere")


def _length(text: str) -> float:
    found = _NUMBER.fullmatch(text.strip())
    return float(found[1]) * _POINTS[found[2] or ""] if found else 0.0


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
