"""Random maps as Argdown texts, for property tests of what follows from them."""

from hypothesis import strategies as st

from argmap.model import ArgumentGraph, build_graph
from argmap.source import Source
from argmap.syntax import parse

STATEMENTS = [f"[S{number}]" for number in range(5)]
SKETCHES = ["<A>", "<B>", "<C>"]
RECONSTRUCTED = ["<P>", "<Q>"]
UNTITLED = ["Nobody knows.", "Dogs bark."]
MARKS = ["", "", "", "", " #todo", " #undeveloped", " #assumption", " #thesis", " #conclusion"]
DATA = [
    *("", "", "", "", "", ' {source: "S"}', " {status: accepted, quote: q}"),
    *(f" {{status: {status}}}" for status in ("rejected", "false", "todo", "verified")),
]
SYMBOLS = ["+", "+", "+", "-", "-", "+>", "+>", "->", "_", "_>", "><"]


def graph_of(text: str) -> ArgumentGraph:
    """Parse and build."""
    return build_graph(parse(Source.of(text)))


@st.composite
def maps(draw: st.DrawFn) -> str:
    """Draw a small map with circles, conflicts, undercuts, structures, marks and front matter."""
    blocks = [draw(_front_matter())]
    everything = STATEMENTS + SKETCHES + RECONSTRUCTED
    for name in draw(st.lists(st.sampled_from(RECONSTRUCTED), unique=True)):
        blocks.append(draw(_structure(name)))
    for _ in range(draw(st.integers(0, 9))):
        symbol = draw(st.sampled_from(SYMBOLS))
        children = STATEMENTS if symbol == "><" else everything + UNTITLED
        owner, child = draw(st.sampled_from(everything)), draw(st.sampled_from(children))
        blocks.append(f"{owner}\n  {symbol} {child}")
    for _ in range(draw(st.integers(0, 2))):
        owner = draw(st.sampled_from(everything))
        below = draw(st.lists(st.sampled_from(everything), min_size=1, max_size=3))
        symbols = draw(st.lists(st.sampled_from(["+", "+", "<+", "-", "+>", "_"]), min_size=3))
        lines = [f"  {symbol} {child}" for symbol, child in zip(symbols, below, strict=False)]
        blocks.append("\n".join([f"{owner} {{linked: true}}", *lines]))
    for name in draw(st.lists(st.sampled_from(everything), unique=True)):
        text = draw(st.sampled_from(["Cats purr", "A cat purrs.", f"about {name[1:-1]}"]))
        marks = draw(st.sampled_from(MARKS)) + draw(st.sampled_from(DATA))
        blocks.append(f"{name}: {text}{marks}")
    return "\n\n".join(block for block in blocks if block) + "\n"


@st.composite
def acyclic_maps(draw: st.DrawFn) -> str:
    """Draw claims that only later ones speak for or against, some of them through a structure."""
    count = draw(st.integers(2, 8))
    lines = []
    for number in range(count):
        lines.append(
            f"[N{number}]: n {{strength: {draw(st.sampled_from([0, 0.2, 0.5, 0.7, 1]))}}}"
        )
        later = range(number + 1, count)
        for other in draw(st.lists(st.sampled_from(later), max_size=4)) if later else []:
            lines.append(f"  {draw(st.sampled_from('+-_'))} [N{other}]")
        lines.append("")
        if len(later) > 1 and draw(st.booleans()):
            first, second = draw(st.lists(st.sampled_from(later), min_size=2, max_size=2))
            lines += [f"<A{number}>", "", f"(1) [N{first}]", f"(2) [N{second}]", "----"]
            lines += [f"(3) [N{number}]", ""]
    return "\n".join(lines)


@st.composite
def _structure(draw: st.DrawFn, name: str) -> str:
    lines: list[str] = []
    number = 0
    for _ in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(0 if number else 1, 2))):
            number += 1
            lines.append(f"({number}) {draw(st.sampled_from([*STATEMENTS, 'Cats purr']))}")
        if number > 1 and draw(st.booleans()):
            used = draw(st.lists(st.integers(1, number), min_size=1, unique=True))
            lines.append(f"-- rule {{uses: {used}}} --")
        else:
            lines.append("----")
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"  _ {draw(st.sampled_from(STATEMENTS + SKETCHES + [name]))}")
        number += 1
        lines.append(f"({number}) {draw(st.sampled_from([*STATEMENTS, 'so it is']))}")
    return f"{name}\n\n" + "\n".join(lines)


@st.composite
def _front_matter(draw: st.DrawFn) -> str:
    settings = draw(
        st.lists(
            st.sampled_from(
                [
                    "model: {mode: strict}",
                    "thesis: [S0]",
                    "thesis: [[S1], Nowhere]",
                    "assume: all",
                    'assume: [S2, "<A>"]',
                ]
            ),
            max_size=2,
            unique_by=lambda line: line.split(":")[0],
        )
    )
    return "\n".join(["===", *settings, "==="]) if settings else ""
