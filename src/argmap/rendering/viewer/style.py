"""The colours and the style sheet of the viewer, and the theme that draws pictures with them."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

from argmap.rendering.theme import DARK, PAPER, Palette, Theme

ASSETS = Path(__file__).parent / "assets"
SHEETS = ("page", "shell", "outline", "stage", "nearby", "detail", "print")


def page_theme() -> Theme:
    """Return the theme whose colours are variables of the page, so that they follow its mode."""
    colors: dict[str, str | Palette] = {}
    for name, value in _colors(PAPER):
        if isinstance(value, Palette):
            colors[name] = Palette(
                *(f"var(--{_dashed(name)}-{_dashed(part.name)})" for part in fields(Palette))
            )
        else:
            colors[name] = f"var(--{_dashed(name)})"
    return replace(PAPER, name="page", **colors)  # type: ignore[arg-type]


def style_sheet() -> str:
    """Return the page's CSS: light, dark where the reader prefers it, light again on paper."""
    sheets = [(ASSETS / f"{name}.css").read_text("utf-8") for name in SHEETS]
    return (
        f":root{{color-scheme:light dark;{_variables(PAPER)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}\n"
        + "".join(sheets)
    )


def _colors(theme: Theme) -> Iterator[tuple[str, str | Palette]]:
    for part in fields(Theme):
        value = getattr(theme, part.name)
        if part.name != "name" and isinstance(value, str | Palette):
            yield part.name, value


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _variables(theme: Theme) -> str:
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
