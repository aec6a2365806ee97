"""Whether results depend on the seed of Python's hashes: the same texts in two processes."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from fuzz.targets import TARGETS

_TESTS = Path(__file__).parents[1]
_PROGRAM = """
import json, sys
from fuzz.hash_seeds import digests
print(json.dumps(digests(json.load(sys.stdin))))
"""


def differing(texts: Sequence[str], seeds: Sequence[str] = ("1", "2")) -> list[tuple[str, str]]:
    """Return target and text wherever the results differ between seeds."""
    results = [_digests_with(seed, texts) for seed in seeds]
    names = [(target, text) for text in texts for target in TARGETS]
    return [name for name, *found in zip(names, *results, strict=True) if len(set(found)) > 1]


def digests(texts: Sequence[str]) -> list[str]:
    """Return a digest of what each target makes of each text, or the name of what it raises."""
    found: list[str] = []
    for text in texts:
        for target in TARGETS.values():
            try:
                result = target(text)
            except Exception as error:
                result = type(error).__name__
            found.append(hashlib.sha256(result.encode("utf-8", "surrogatepass")).hexdigest())
    return found


def _digests_with(seed: str, texts: Sequence[str]) -> list[str]:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join([str(_TESTS.parent / "src"), str(_TESTS), *sys.path[1:]]),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input=json.dumps(list(texts)),
        capture_output=True,
        check=True,
        text=True,
        env=environment,
    )
    found: list[str] = json.loads(done.stdout)
    return found
