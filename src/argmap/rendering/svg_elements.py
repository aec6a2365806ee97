"""Single shapes and lines of text as elements of SVG."""

from collections.abc import Iterable

from argmap.rendering.curves import Curve
from argmap.rendering.display_text import escape
from argmap.rendering.figure import Line, Rectangle
from argmap.rendering.text_runs import split_runs


def text_element(line: Line, wide_family: str) -> str:
    """Write a line of text; `wide_family` are the fonts of what Arimo has not got."""
    weight = ' font-weight="bold"' if line.is_bold else ""
    runs = split_runs(line.text, line.size, is_bold=line.is_bold)
    if len(runs) == 1 and not runs[0].is_wide:
        content = escape(line.text)
    else:
        content = "".join(
            f'<tspan x="{num(line.x + run.offset)}"'
            + (f' font-family="{wide_family}"' if run.is_wide else "")
            + f">{escape(run.text)}</tspan>"
            for run in runs
        )
    return (
        f'<text x="{num(line.x)}" y="{num(line.y)}" font-size="{num(line.size)}"{weight}'
        f' fill="{line.color}">{content}</text>'
    )


def rectangle_element(shape: Rectangle) -> str:
    """Write a rectangle."""
    radius = f' rx="{num(shape.radius)}"' if shape.radius else ""
    stroke = (
        f' stroke="{shape.stroke}" stroke-width="{num(shape.stroke_width)}"'
        if shape.stroke_width
        else ""
    )
    dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
    return (
        f'<rect x="{num(shape.x)}" y="{num(shape.y)}" width="{num(shape.width)}"'
        f' height="{num(shape.height)}"{radius} fill="{shape.fill}"{stroke}{dash}/>'
    )


def path_element(curve: Curve, color: str, dash: str, width: float) -> str:
    """Write a curve; `dash` is its `stroke-dasharray`, or empty."""
    points: Iterable[str] = (f"{num(point.x)} {num(point.y)}" for point in curve[1:])
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    cap = ' stroke-linecap="round"' if dash.startswith("0.1") else ""
    return (
        f'<path d="M{num(curve[0].x)} {num(curve[0].y)}C{" ".join(points)}" fill="none"'
        f' stroke="{color}" stroke-width="{num(width)}"{dashes}{cap}/>'
    )


def num(number: float) -> str:
    """Write a number with two decimals at most."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
