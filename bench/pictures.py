"""The drawings of the shipped maps: how they fit a page, and whether they are repeatable."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import argmap

ROOT = Path(__file__).parents[1]
PAGE = 277 / 25.4 * 72  # width of a landscape A4 page inside its margins, in points
LEAST = 7.0

DRAW = "import sys, argmap; sys.stdout.write(argmap.render(argmap.load(sys.argv[1]), 'svg'))"


def main() -> None:
    for path in sorted((ROOT / "maps").glob("*.argdown")):
        start = time.process_time()
        svg = argmap.render(argmap.load(path), "svg")
        seconds = time.process_time() - start
        assert isinstance(svg, str)
        _, _, width, height = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', svg)]
        smallest = min(sizes) * min(1.0, PAGE / width)
        bytes_ = {_drawn(path, seed) for seed in ("0", "1", "42")} | {svg.encode()}
        same = "the same bytes" if len(bytes_) == 1 else "DIFFERENT BYTES"
        print(
            f"{path.name:<26} {width:.0f} × {height:.0f} pt, {width / height:.2f}:1, "
            f"smallest text {smallest:.1f} pt on A4 (aim: {LEAST}), {same}, {seconds:.2f} s"
        )


def _drawn(path: Path, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DRAW, str(path)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


if __name__ == "__main__":
    main()
