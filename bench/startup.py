"""How much processor time argmap takes as a command, against bare Python and the reference."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from processes import processor_time

MAP = Path(__file__).parents[1] / "maps" / "huang.argdown"


def main() -> None:
    argmap = str(Path(sys.executable).with_name("argmap"))
    if not Path(argmap).exists():
        sys.exit("bench: install argmap into this environment first (pip install .)")
    bare = processor_time([sys.executable, "-c", "pass"], 25)
    print(f"python -c pass            {bare * 1000:7.1f} ms")
    for aim, arguments in ((8, ["--version"]), (25, ["check", str(MAP)])):
        time = processor_time([argmap, *arguments])
        ratio = f"{time / bare:5.1f} × bare (aim: {aim})"
        print(f"argmap {arguments[0]:<18} {time * 1000:7.1f} ms  {ratio}")
    reference = os.environ.get("ARGDOWN") or shutil.which("argdown")
    if not reference:
        print("argdown                   not there: set ARGDOWN to compare with the reference")
        return
    with tempfile.TemporaryDirectory() as folder:
        peer = processor_time([reference, "json", str(MAP), folder], 5)
    share = f"check takes {time / peer:.2f} of it (aim: 0.33)"
    print(f"argdown json              {peer * 1000:7.1f} ms  {share}")


if __name__ == "__main__":
    main()
