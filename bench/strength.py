"""What strengths cost, beside reading the map, and how that grows with circles."""

import argparse
import gc
import random
import time

from generated import SHAPES, generate
from processes import timed

from argmap.evaluation.gradual import SEMANTICS, measure
from argmap.evaluation.gradual.settling import Method
from argmap.model import build_graph
from argmap.model.steps import build_steps
from argmap.source import Source
from argmap.syntax import parse

SIZE = 100_000
AIMS = {"acyclic": 1.0, "cyclic": 5.0}
SYMBOLS = ("+", "+", "-")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 nodes in place of 100,000")
    options = parser.parse_args()
    size = SIZE // 10 if options.quick else SIZE
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    for kind, aim in AIMS.items():
        for relations in (1, 2, 4):
            graph = build_graph(parse(Source.of(_random_map(size, relations, kind))))
            start = time.process_time()
            steps = build_steps(graph)
            building = time.process_time() - start
            print(
                f"{size:,} statements, {relations} relations each, {kind}"
                f" (aim: {aim * size / SIZE:g} s; the step graph alone: {building:.2f} s)"
            )
            for semantics in SEMANTICS:
                seconds, strengths = timed(lambda s=steps, m=semantics: measure(s, m))
                methods = strengths.solution.methods
                counts = ", ".join(
                    f"{method}: {methods.count(method):,}"
                    for method in Method
                    if method in methods
                )
                print(f"  {semantics.name:18}{seconds:6.2f} s   {counts}")
            del graph, steps, strengths
            gc.collect()
    _beside_parsing(size // 10)


def _beside_parsing(size: int) -> None:
    print(f"strengths of {size:,} statements, beside parsing them")
    for shape in SHAPES:
        text = generate(shape, size)
        parsing, document = timed(lambda text=text: parse(Source.of(text)))
        steps = build_steps(build_graph(document))
        ratios = []
        for semantics in SEMANTICS:
            seconds, _ = timed(lambda s=steps, m=semantics: measure(s, m))
            ratios.append(f"{semantics.name} {seconds / parsing:.2f} ×")
        print(f"  {shape:10}{', '.join(ratios)}")


def _random_map(size: int, relations: int, kind: str) -> str:
    """Return statements with random relations; without circles they come from later ones."""
    draw = random.Random(1)
    lines = []
    for number in range(size):
        lines.append(f"[S{number}]: {{strength: {draw.random():.3f}}}")
        if kind == "acyclic" and number == size - 1:
            break
        first = number + 1 if kind == "acyclic" else 0
        for _ in range(relations):
            lines.append(f"  {draw.choice(SYMBOLS)} [S{draw.randrange(first, size)}]")
        lines.append("")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
