"""Which pictures authors want in which boxes: `images:` settings and `{images: […]}` data.

As in Argdown: `images.files` gives names to files, a tag of that name puts the picture into a box,
and `images` in the data of a statement or argument is a list of names or paths.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.model.graph import Argument, ArgumentGraph, NodeRef, Statement

MOST_IN_A_BOX = 4


class ImageWish(NamedTuple):
    """A picture that is wanted: its file, its name, and its size in points if one is given."""

    path: str
    name: str
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class ImageWishes:
    """The pictures of all nodes that have some, and lines about what cannot be read."""

    of: Mapping[NodeRef, tuple[ImageWish, ...]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def read_image_wishes(graph: ArgumentGraph) -> ImageWishes:
    """Return what a map says about pictures; linear in its nodes."""
    settings = graph.settings.get("images")
    table: Mapping[object, object] = settings if isinstance(settings, Mapping) else {}
    listed = table.get("files")
    notices: list[str] = []
    files = {}
    for key, entry in listed.items() if isinstance(listed, Mapping) else ():
        wish = _file(str(key), entry)
        if wish is None:
            notices.append(f"images.files.{key} names no file: write {{path: picture.png}}")
        else:
            files[str(key)] = wish
    by_data, by_tag = table.get("useData") is not False, table.get("useTags") is not False
    wishes = {}
    for ref in graph.order:
        node = graph.node(ref)
        wanted = [*(_of_data(node, files, notices) if by_data else ())]
        wanted += [files[tag] for tag in node.tags if by_tag and tag in files]
        if wanted:
            if len(wanted) > MOST_IN_A_BOX:
                notices.append(f"{node.title} has more than {MOST_IN_A_BOX} pictures")
            wishes[ref] = tuple(wanted[:MOST_IN_A_BOX])
    return ImageWishes(wishes, tuple(notices))


def _file(key: str, entry: object) -> ImageWish | None:
    if isinstance(entry, str) and entry.strip():
        return ImageWish(entry.strip(), key)
    if not isinstance(entry, Mapping):
        return None
    path = entry.get("path")
    if not isinstance(path, str) or not path.strip():
        return None
    return ImageWish(path.strip(), key, _size(entry.get("width")), _size(entry.get("height")))


def _size(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e5:
        return float(value)
    return None


def _of_data(
    node: Statement | Argument, files: Mapping[str, ImageWish], notices: list[str]
) -> list[ImageWish]:
    value = node.data.get("images")
    if value is None:
        return []
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        notices.append(
            f'the images of {node.title} are no list: write {{images: ["picture.png"]}}'
        )
        return []
    return [files.get(str(name)) or ImageWish(str(name), str(name)) for name in names]
