"""Puts the pictures that a map names into its boxes, embedded; what cannot be is told.

Files are read under the rules of `argmap.reading`: those of the project, and what is allowed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.mapping.argument_map import ArgumentMap, BoxKind, Picture
from argmap.mapping.image_settings import ImageWish, read_image_wishes
from argmap.model.graph import ArgumentGraph
from argmap.reading import STANDARD_INPUT, Files
from argmap.rendering.image_files import ImageFile, embed

MOST_BYTES = 8_000_000
"""The most characters that all pictures of one map take as text."""
_WIDEST, _HIGHEST = 180.0, 120.0
_MOST_NOTICES = 5
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+:|//")


def illustrate(
    argument_map: ArgumentMap, graph: ArgumentGraph, allow: Sequence[str | Path] = ()
) -> ArgumentMap:
    """Return a map with its pictures in their boxes; most maps have none."""
    wishes = read_image_wishes(graph)
    if not wishes.of and not wishes.notices:
        return argument_map
    path = graph.document.source.path
    gallery = _Gallery(Files.of(STANDARD_INPUT if path.startswith("<") else path, allow))
    boxes = tuple(
        replace(box, pictures=gallery.pictures(wishes.of[box.ref]))
        if box.kind is not BoxKind.GROUP and box.ref is not None and box.ref in wishes.of
        else box
        for box in argument_map.boxes
    )
    notices = [*wishes.notices, *gallery.notices]
    more = (
        [f"and {len(notices) - _MOST_NOTICES} more pictures"]
        if len(notices) > _MOST_NOTICES
        else []
    )
    told = (*argument_map.notices, *notices[:_MOST_NOTICES], *more)
    return replace(argument_map, boxes=boxes, notices=told)


@dataclass(slots=True)
class _Gallery:
    """The pictures read so far: each file once, however often it is shown."""

    files: Files
    notices: list[str] = field(default_factory=list)
    _read: dict[str, ImageFile | None] = field(default_factory=dict)
    _bytes: int = 0

    def pictures(self, wishes: tuple[ImageWish, ...]) -> tuple[Picture, ...]:
        """Return those of some pictures that can be shown."""
        found = ((wish, self._file(wish.path)) for wish in wishes)
        return tuple(_sized(wish, image) for wish, image in found if image is not None)

    def _file(self, path: str) -> ImageFile | None:
        if path not in self._read:
            try:
                self._read[path] = self._embedded(path)
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                self._read[path] = None
                self.notices.append(
                    f"the picture {path[:80]} is left out: {reason or 'unreadable'}"
                )
        return self._read[path]

    def _embedded(self, path: str) -> ImageFile:
        if _ADDRESS.match(path):
            raise ValueError("pictures are read from files, not fetched from elsewhere")
        _, data = self.files.read(path)
        image = embed(data)
        if self._bytes + len(image.href) > MOST_BYTES:
            raise ValueError("all pictures together are too large")
        self._bytes += len(image.href)
        return image


def _sized(wish: ImageWish, image: ImageFile) -> Picture:
    """Give a picture the size that the author wants, no larger than a box allows."""
    width, height = wish.width, wish.height
    if width is None and height is None:
        width, height = image.width, image.height
    elif height is None and width is not None:
        height = width * image.height / image.width
    elif width is None and height is not None:
        width = height * image.width / image.height
    assert width is not None
    assert height is not None
    scale = min(1.0, _WIDEST / width, _HIGHEST / height)
    return Picture(image.href, max(width * scale, 1.0), max(height * scale, 1.0), wish.name)
