"""The viewer's script: small files with one purpose each, joined into one closed scope."""

from argmap.rendering.viewer.style import ASSETS

SCRIPTS = (
    "data",
    "elements",
    "labels",
    "news",
    "selection",
    "outline",
    "folding",
    "camera",
    "gestures",
    "picture",
    "layout",
    "nearby",
    "stage",
    "prose",
    "detail",
    "filters",
    "findings",
    "whatif",
    "panels",
    "help",
    "keys",
    "links",
    "start",
)
MARK = "document.documentElement.classList.add('js')"
"""What runs before anything is shown: the style sheet goes by it."""


def script() -> str:
    """Return the script as it stands in the page."""
    parts = [(ASSETS / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"
