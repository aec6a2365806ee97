"""Large boxes for a lesson: premises side by side under a bar that says what they do.

The bars are dark for reasons, black-red for objections and light for undercuts, so that a copy in
grey still tells them apart; and each says in words what it is.
"""

from dataclasses import replace

from argmap.rendering.themes.look import BoxStyle, Sizes
from argmap.rendering.themes.paper import PAPER

CLASSROOM = replace(
    PAPER,
    name="classroom",
    style=BoxStyle.CELLS,
    sizes=Sizes(body=14.0, title=14.0, thesis=20.0, small=11.0),
    stroke=2.6,
)
