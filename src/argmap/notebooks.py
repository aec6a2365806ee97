"""What a notebook shows of a graph, a map or a labelling: a picture, and the same in words."""

import hashlib
from collections import Counter
from collections.abc import Container

from argmap.evaluation import Labelling
from argmap.mapping.argument_map import ArgumentMap
from argmap.model import ArgumentGraph

HTML, SVG, TEXT = "text/html", "image/svg+xml", "text/plain"
MOST_BOXES = 400
"""Beyond this a picture in a cell is too small to be read, and slow to draw."""
_WIDTH = 100
_FITTING = "max-width:100%;height:auto"

_shown: Counter[str] = Counter()
"""How often each picture was shown in this process."""

Showable = ArgumentGraph | ArgumentMap | Labelling


def mime_bundle(
    shown: Showable,
    include: Container[str] | None = None,
    exclude: Container[str] | None = None,
) -> dict[str, str]:
    """Return what Jupyter asks an object for: MIME type → content.

    include: only these types; exclude: none of these
    return:  `text/html`, the picture as wide as the cell at most, with its links;
             `image/svg+xml`, the picture alone, for what shows no HTML; both with ids of their
             own, so that several pictures share a page; and `text/plain`, the map as a tree.
             What cannot be drawn is told in words: nothing raises
    """
    bundle: dict[str, str] = {}
    notice = ""
    pictures = [kind for kind in (HTML, SVG) if _is_wanted(kind, include, exclude)]
    if pictures:
        try:
            svg = _picture(shown)
            fitted = svg.replace("<svg ", f'<svg style="{_FITTING}" ', 1)
            bundle.update((kind, fitted if kind == HTML else svg) for kind in pictures)
        except Exception as failure:  # a notebook shows an object whatever happens
            notice = f"(no picture: {_in_one_line(failure)})\n"
    if _is_wanted(TEXT, include, exclude):
        bundle[TEXT] = notice + _words(shown)
    return bundle


def _is_wanted(kind: str, include: Container[str] | None, exclude: Container[str] | None) -> bool:
    return (not include or kind in include) and not (exclude and kind in exclude)


def _picture(shown: Showable) -> str:
    from argmap.errors import ArgmapError
    from argmap.rendering.layout import find_layout
    from argmap.rendering.svg import write_svg
    from argmap.rendering.theme import find_theme, theme_for

    drawn = _map(shown)
    if not drawn.boxes:
        raise ArgmapError("nothing supports or attacks anything here")
    if len(drawn.boxes) > MOST_BOXES:
        raise ArgmapError(
            f"{len(drawn.boxes)} boxes are too many for a cell; argmap.render(graph, 'html') makes"
            " a page of them"
        )
    theme = theme_for(drawn, find_theme("paper"))
    layout = find_layout(drawn, theme)
    return write_svg(drawn, layout, theme, prefix=_prefix(repr(drawn)))


def _prefix(content: str) -> str:
    """Return what stands before the ids of a picture: the same whenever the notebook is run."""
    stamp = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:8]
    _shown[stamp] += 1
    again = f"-{_shown[stamp]}" if _shown[stamp] > 1 else ""
    return f"map-{stamp}{again}-"


def _map(shown: Showable) -> ArgumentMap:
    from argmap.drawing import draw_map
    from argmap.pipeline import check

    match shown:
        case ArgumentMap():
            return shown
        case Labelling():
            return draw_map(shown.steps.graph, check(shown.steps.graph), shown)
        case ArgumentGraph():
            return draw_map(shown, check(shown))


def _words(shown: Showable) -> str:
    try:
        match shown:
            case ArgumentMap():
                from argmap.rendering.alt_text import describe

                return describe(shown)
            case Labelling():
                return _labels(shown)
            case ArgumentGraph():
                return _tree(shown)
    except Exception as failure:  # as above
        return f"{type(shown).__name__} ({_in_one_line(failure)})"


def _tree(graph: ArgumentGraph) -> str:
    from argmap.analysis import find_theses
    from argmap.model.steps import build_steps
    from argmap.rendering.terminal import write_tree

    tree = write_tree(graph, find_theses(build_steps(graph)).titles, width=_WIDTH).rstrip()
    count = f"{len(graph.statements)} statements, {len(graph.arguments)} arguments"
    return tree or f"argument graph: {count}"


def _labels(labelling: Labelling) -> str:
    titles = [f"[{title}]" for title in labelling.steps.statements]
    verdicts = labelling.node_verdicts
    places = labelling.steps.statements.values()
    lines = [
        f"{verdicts[place].label!s:<10}{title}"
        for title, place in zip(titles, places, strict=True)
    ]
    return "\n".join(lines)


def _in_one_line(failure: Exception) -> str:
    return " ".join(str(failure).split()) or type(failure).__name__
