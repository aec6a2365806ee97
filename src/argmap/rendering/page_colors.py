"""Colours as variables of a page, so that a picture follows the page's light or dark mode."""

from collections.abc import Iterator
from dataclasses import fields, replace

from argmap.rendering.theme import PAPER, Palette, Theme


def variable_theme() -> Theme:
    """Return the theme whose colours are the variables that `color_variables` defines."""
    colors: dict[str, str | Palette] = {}
    for name, value in _colors(PAPER):
        if isinstance(value, Palette):
            colors[name] = Palette(
                *(f"var(--{_dashed(name)}-{_dashed(part.name)})" for part in fields(Palette))
            )
        else:
            colors[name] = f"var(--{_dashed(name)})"
    return replace(PAPER, name="page", **colors)  # type: ignore[arg-type]


def color_variables(theme: Theme) -> str:
    """Return the CSS that gives the variables the colours of a theme."""
    told = []
    for name, value in _colors(theme):
        if isinstance(value, Palette):
            told += [
                f"--{_dashed(name)}-{_dashed(part.name)}:{getattr(value, part.name)}"
                for part in fields(Palette)
            ]
        else:
            told.append(f"--{_dashed(name)}:{value}")
    return ";".join(told)


def _colors(theme: Theme) -> Iterator[tuple[str, str | Palette]]:
    for part in fields(Theme):
        value = getattr(theme, part.name)
        if part.name != "name" and isinstance(value, str | Palette):
            yield part.name, value


def _dashed(name: str) -> str:
    return name.replace("_", "-")
