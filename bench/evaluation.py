"""What labels and cruxes cost, beside building the step graph, and how they grow with the map."""

import argparse
import gc
import random
from collections.abc import Iterator

from generated import SHAPES, generate
from processes import best_time

from argmap.analysis.cruxes import CruxFinder
from argmap.evaluation import evaluate
from argmap.model import ArgumentGraph, build_graph
from argmap.model.steps import build_steps
from argmap.source import Source
from argmap.syntax import parse

GROWTH_SIZES = (12_500, 25_000, 50_000, 100_000)
LEAVES = 10_000
FEW = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing above 12,500 statements")
    options = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    _labels(GROWTH_SIZES[:1] if options.quick else GROWTH_SIZES)
    _cruxes(1_000 if options.quick else LEAVES)


def _labels(sizes: tuple[int, ...]) -> None:
    print("labelling a map: seconds, beside building its step graph, and for each statement")
    for shape in SHAPES:
        first = 0.0
        for size in sizes:
            graph = _graph(generate(shape, size))
            steps = build_steps(graph)
            building = best_time(lambda graph=graph: build_steps(graph))
            labelling = best_time(lambda steps=steps: evaluate(steps))
            first = first or labelling / size
            print(
                f"  {shape:10}{size:>8,}{labelling:7.2f} s{labelling / building:7.2f} × building"
                f"{labelling / size / first:7.2f} × the first for each statement"
            )


def _cruxes(leaves: int) -> None:
    print(
        f"the first {FEW} cruxes of a conclusion on {leaves:,} leaves: seconds, beside labelling"
    )
    for name, lines in _made(leaves):
        graph = _graph("\n".join(lines) + "\n")
        steps = build_steps(graph)
        top = steps.statements["T"]
        labelling = best_time(lambda steps=steps: evaluate(steps))

        def find(steps: object = steps, top: int = top) -> object:
            return CruxFinder(steps).cruxes(top, limit=FEW)

        cruxes = CruxFinder(steps).cruxes(top, limit=FEW)
        seconds = best_time(find)
        sizes = sorted({len(cut) for cut in cruxes.sets})
        print(
            f"  {name:24}{seconds:6.2f} s{seconds / labelling:7.1f} × labelling   "
            f"{len(cruxes.sets)} found, of {sizes or 'no'} leaves; none of fewer than "
            f"{cruxes.cuts.least}"
        )


def _made(leaves: int) -> Iterator[tuple[str, list[str]]]:
    draw = random.Random(1)
    root = int(leaves**0.5)
    groups = [range(start, start + root) for start in range(0, leaves, root)]
    yield "one long argument", [*_step(range(leaves), "T", 0)]
    yield "alternatives", [x for n, g in enumerate(groups) for x in _step(g, "T", n)]
    halves = [draw.sample(range(leaves), leaves // 2) for _ in range(3)]
    yield "overlapping halves", [x for n, g in enumerate(halves) for x in _step(g, "T", n)]
    fifths = [draw.sample(range(leaves), leaves // 5) for _ in range(10)]
    yield "overlapping fifths", [x for n, g in enumerate(fifths) for x in _step(g, "T", n)]
    yield "chain", _chain(leaves)
    for ways in ((1, 2), (1, 3)):
        yield f"layers, {ways[0]} or {ways[1]} reasons", _layers(draw, leaves, ways)


def _step(premises: object, conclusion: str, number: int) -> list[str]:
    names = [premise if isinstance(premise, str) else f"L{premise}" for premise in premises]
    lines = [f"({place}) [{name}]" for place, name in enumerate(names, 1)]
    end = f"({len(names) + 1}) [{conclusion}]"
    return [f"<A{conclusion}{number}>", "", *lines, "----", end, ""]


def _chain(leaves: int) -> list[str]:
    lines: list[str] = []
    for number in range(1, leaves):
        conclusion = "T" if number == leaves - 1 else f"N{number}"
        below = f"N{number - 1}" if number > 1 else "L0"
        lines += _step([below, f"L{number}"], conclusion, 0)
    return lines


def _layers(draw: random.Random, leaves: int, ways: tuple[int, int]) -> list[str]:
    below = [f"L{number}" for number in range(leaves)]
    lines: list[str] = []
    for layer in range(6):
        width = max(1, int(len(below) * 0.3)) if layer < 5 else 1
        here = [f"N{layer}-{number}" for number in range(width)] if layer < 5 else ["T"]
        for name in here:
            for number in range(draw.randint(*ways)):
                chosen = dict.fromkeys(draw.choice(below) for _ in range(draw.randint(2, 4)))
                lines += _step(list(chosen), name, number)
        below = here
    return lines


def _graph(text: str) -> ArgumentGraph:
    return build_graph(parse(Source.of(text)))


if __name__ == "__main__":
    main()
