"""The theme of a web page: its colours are variables, which the page sets for light and dark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from argmap.mapping.argument_map import ArgumentMap, Hue, Row
from argmap.rendering.themes.look import Palette, Theme
from argmap.rendering.themes.paper import PAPER


@dataclass(frozen=True, slots=True)
class _PageTheme(Theme):
    def own_palette(self, color: str) -> Palette:
        """Return the variables of a colour; `page_variables` sets them."""
        return _variables(_own(color))


def page_theme(like: Theme = PAPER) -> Theme:
    """Return a theme whose colours follow the mode of the page.

    like: its boxes and sizes of type are taken, so that a layout can be painted again
    """
    colors: dict[str, object] = {}
    for name, value in _colors(PAPER):
        colors[name] = (
            _variables(name) if isinstance(value, Palette) else f"var(--{_dashed(name)})"
        )
    others = {
        "hues": PAPER.hues,
        "style": like.style,
        "sizes": like.sizes,
        "stroke": like.stroke,
        "own_edges": like.own_edges,
    }
    return _PageTheme(name="page", **colors, **others)  # type: ignore[arg-type]


def page_variables(theme: Theme, argument_map: ArgumentMap | None = None) -> str:
    """Return what sets the variables: those of a theme, and of the colours that a map uses."""
    told = []
    for name, value in _colors(theme):
        if isinstance(value, Palette):
            told += _set(name, value)
        else:
            told.append(f"--{_dashed(name)}:{value}")
    for color in sorted(set(_used(argument_map))) if argument_map else ():
        place = PAPER.hues.index(color) if color in PAPER.hues else None
        told += _set(_own(color), theme.own_palette(color if place is None else theme.hues[place]))
    return ";".join(told)


def _used(argument_map: ArgumentMap) -> Iterator[str]:
    yield from argument_map.relation_colors.values()
    for hue in _hues(argument_map):
        if isinstance(hue.swatch, int):
            yield PAPER.hues[hue.swatch % len(PAPER.hues)]
        elif hue.swatch.startswith("#"):
            yield hue.swatch.upper()


def _hues(argument_map: ArgumentMap) -> Iterable[Hue]:
    yield from argument_map.hues
    for box in argument_map.boxes:
        yield from (part.hue for part in box.parts if isinstance(part, Row) and part.hue)
        yield from (box.hue,) if box.hue else ()
    yield from (group.hue for group in argument_map.groups if group.hue)


def _set(name: str, palette: Palette) -> list[str]:
    return [
        f"--{_dashed(name)}-{_dashed(part.name)}:{getattr(palette, part.name)}"
        for part in fields(Palette)
    ]


def _variables(name: str) -> Palette:
    return Palette(*(f"var(--{_dashed(name)}-{_dashed(part.name)})" for part in fields(Palette)))


def _colors(theme: Theme) -> Iterator[tuple[str, str | Palette]]:
    for part in fields(Theme):
        value = getattr(theme, part.name)
        if part.name not in ("name", "style") and isinstance(value, str | Palette):
            yield part.name, value


def _own(color: str) -> str:
    return "own-" + color.lstrip("#").lower()


def _dashed(name: str) -> str:
    return name.replace("_", "-")
