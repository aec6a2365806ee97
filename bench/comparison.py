"""The shipped maps as argmap and as the reference draw them: how large, and what can be read.

    ARGDOWN=FOLDER/node_modules/.bin/argdown .venv/bin/python bench/comparison.py [FOLDER]

With a folder, both drawings of each map are written there as PNG, 660 pixels wide.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import argmap
from argmap.rendering.engine import run_engine
from argmap.rendering.png import draw_png

_WIDTH = 660
ROOT = Path(__file__).parents[1]
PAGE = 277 / 25.4 * 72, 190 / 25.4 * 72  # a landscape A4 page inside its margins, in points


def main() -> None:
    peer = os.environ.get("ARGDOWN")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    print("| map | drawn by | size in points | aspect | smallest text, A4 width | whole on A4 |")
    print("|---|---|---|---|---|---|")
    for path in sorted((ROOT / "maps").glob("*.argdown")):
        svg = argmap.render(argmap.load(path), "svg")
        assert isinstance(svg, str)
        _report(path.stem, "argmap", svg, folder)
        if peer:
            drawn = _peer(peer, path)
            if drawn is None:
                print(f"| {path.stem} | Argdown | refused | | | |")
            else:
                _report(path.stem, "Argdown", drawn, folder)


def _peer(command: str, path: Path) -> str | None:
    """Return what Graphviz draws of the reference's DOT, at its own size; None if it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        call = [command, "map", "-f", "dot", str(path), folder]
        if subprocess.run(call, check=False, capture_output=True).returncode:
            return None
        found = next(Path(folder).glob("*.dot"), None)
        if found is None:
            return None
        dot = re.sub(r'\bsize ?= ?"[^"]*" ?;', "", found.read_text("utf-8"))
        return run_engine(dot.replace("arial", "Helvetica"), "svg")


def _report(name: str, by: str, svg: str, folder: Path | None) -> None:
    _, _, width, height = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', svg)]
    wide = min(1.0, PAGE[0] / width)
    whole = min(wide, PAGE[1] / height)
    print(
        f"| {name} | {by} | {width:.0f} × {height:.0f} | {width / height:.2f} : 1 "
        f"| {min(sizes) * wide:.1f} pt | {min(sizes) * whole:.1f} pt |"
    )
    if folder is not None:
        drawn = svg.replace('viewBox="0.00 0.00', 'viewBox="0 0').replace('"Helvetica', '"Arimo')
        picture = draw_png(drawn, width=_WIDTH)
        folder.joinpath(f"{name}-{by.lower()}.png").write_bytes(picture.data)


if __name__ == "__main__":
    main()
