"""What a box looks like before it has a place: lines of text, rectangles and ports.

All lengths are points; the origin is the box's upper left corner, y grows downwards. Colours are
those of a theme.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.rendering.metrics import text_width

ASCENT = 0.905
"""Height of Arimo's tallest letters above the baseline, in em."""


class Port(NamedTuple):
    """The stretch of a card's side at which edges about one of its parts end.

    `side`: "w" or "e" where only the left or the right side will do, since parts lie side by side.
    """

    name: str
    top: float
    bottom: float
    side: str = ""

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; (x, y) is the start of its baseline."""

    x: float
    y: float
    text: str
    size: float
    color: str
    is_bold: bool = False

    @property
    def width(self) -> float:
        """Width of the ink and its side bearings."""
        return text_width(self.text, self.size, is_bold=self.is_bold)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled or outlined area; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    radius: float = 0.0
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at a place; `href` is a `data:` address, `name` what a listener hears."""

    x: float
    y: float
    width: float
    height: float
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A box that is ready to be placed; `shapes` are painted in order, then `images`, `lines`.

    `has_ports_below`: it stands turned by a quarter, and its ports are stretches of its lower side
    """

    width: int
    height: int
    shapes: tuple[Rectangle, ...]
    lines: tuple[Line, ...]
    ports: tuple[Port, ...] = ()
    images: tuple[Image, ...] = ()
    has_ports_below: bool = False

    def is_open_below(self, name: str) -> bool:
        """Whether a port can be reached from below; not if it keeps to one side of the box."""
        return self.has_ports_below and not self.port(name).side

    def port(self, name: str) -> Port:
        """Return the port with a name; KeyError if there is none."""
        for port in self.ports:
            if port.name == name:
                return port
        raise KeyError(name)


@dataclass(slots=True)
class Pen:
    """Collects the lines and shapes of a figure from the top downwards; `y` is where it is."""

    y: float = 0.0
    shapes: list[Rectangle] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Where the longest line ends."""
        return max((line.x + line.width for line in self.lines), default=0.0)

    def write(  # noqa: PLR0913  (a line of type has that many properties)
        self,
        texts: list[str],
        x: float,
        size: float,
        color: str,
        *,
        leading: float,
        is_bold: bool = False,
    ) -> None:
        """Put lines of text below each other, each `leading` points high."""
        for text in texts:
            # Centres the capitals, not the line box: that is what the eye takes for the middle.
            baseline = self.y + leading / 2 + 0.36 * size
            self.lines.append(Line(x, baseline, text, size, color, is_bold))
            self.y += leading
