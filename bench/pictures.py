"""The drawings of maps: how they fit a page, whether they are repeatable, and what they cost.

The cost is that of going from a map that has been built to its SVG, with the direction given,
beside the bare layout engine on the DOT of the same map (`argmap render -f dot`), in one run.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from generated import generate

import argmap
from argmap.drawing import draw_map
from argmap.rendering import RenderOptions, render
from argmap.rendering.engine import find_engine

ROOT = Path(__file__).parents[1]
PAGE = 277 / 25.4 * 72  # width of a landscape A4 page inside its margins, in points
LEAST = 7.0
RATIO = 1.3
SIZES = (10, 60, 200, 1000)

DRAW = "import sys, argmap; sys.stdout.write(argmap.render(argmap.load(sys.argv[1]), 'svg'))"


def main() -> None:
    paths = sorted((ROOT / "maps").glob("*.argdown"))
    for path in paths:
        graph = argmap.load(path)
        svg = argmap.render(graph, "svg")
        assert isinstance(svg, str)
        bytes_ = {_drawn(path, seed) for seed in ("0", "1", "42")} | {svg.encode()}
        same = "the same bytes" if len(bytes_) == 1 else "DIFFERENT BYTES"
        print(f"{path.name:<26} {_fit(svg)}, {same}")
    print(f"\nmodel to SVG, direction given, beside the bare engine (aim: {RATIO} ×)")
    for path in paths:
        _compare(path.name, argmap.load(path))
    for shape in ("tree", "pcs", "mixed"):
        for size in SIZES:
            graph = argmap.loads(generate(shape, size))
            _compare(f"{shape} {size}", graph)
    graph = argmap.loads(generate("tree", 5000))
    drawn = draw_map(graph)
    seconds = _seconds(lambda: render(drawn, "svg", RenderOptions(direction="up")), 1)
    print(f"{'tree 5000':<26} {len(drawn.boxes)} boxes: {seconds:.2f} s")


def _fit(svg: str) -> str:
    _, _, width, height = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', svg)]
    smallest = min(sizes) * min(1.0, PAGE / width)
    return (
        f"{width:.0f} × {height:.0f} pt, {width / height:.2f}:1, "
        f"smallest text {smallest:.1f} pt on A4 (aim: {LEAST})"
    )


def _compare(name: str, graph: argmap.ArgumentGraph) -> None:
    drawn = draw_map(graph)
    options = RenderOptions(direction="up")
    dot = render(drawn, "dot", options)
    assert isinstance(dot, str)
    command = [str(find_engine()), "-Tsvg", "-q"]
    bare = _seconds(
        lambda: subprocess.run(command, input=dot.encode(), stdout=subprocess.DEVNULL, check=True)
    )
    own = _seconds(lambda: render(drawn, "svg", options))
    auto = _seconds(lambda: render(drawn, "svg"))
    met = "" if own <= RATIO * bare else "  MISSED"
    print(
        f"{name:<26} {len(drawn.boxes):>5} boxes: {own / bare:5.2f} × ({own:.3f} s, engine "
        f"{bare:.3f} s){met}; with the direction chosen {auto:.3f} s"
    )


def _seconds(work: object, runs: int = 5) -> float:
    assert callable(work)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _drawn(path: Path, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DRAW, str(path)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


if __name__ == "__main__":
    main()
