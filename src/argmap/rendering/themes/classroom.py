"""Large boxes for a lesson: premises side by side under a bar that says what they do.

The bars are lighter for reasons, darker for objections and pale for undercuts, so that a copy in
grey tells them apart too; and each says in words what it is.
"""

from dataclasses import replace

from argmap.rendering.themes.look import BoxStyle, Palette, Sizes
from argmap.rendering.themes.paper import PAPER

CLASSROOM = replace(
    PAPER,
    name="classroom",
    support=Palette("#006B56", "#E3F4EE", "#007A60", "#FFFFFF"),
    attack=Palette("#A11C14", "#FDECEA", "#8C150E", "#FFFFFF"),
    undercut=Palette("#6B3290", "#F7EFFB", "#E3CDF1", "#3F1560"),
    style=BoxStyle.CELLS,
    sizes=Sizes(body=14.0, title=14.0, thesis=20.0, small=11.0),
    stroke=2.6,
)
