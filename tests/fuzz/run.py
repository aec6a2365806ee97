"""Look for texts that argmap cannot stand: python tests/fuzz/run.py --seconds 3600

Without `--seed`, each run tries other texts. With atheris installed (`pip install atheris`), half
of the time goes to texts that are chosen by what they reach in the code. A text that is found is
made as small as possible and printed, ready to be put into tests/test_found_by_fuzzing.py; then the exit
code is 1.
"""

import argparse
import importlib.util
import random
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

from fuzz import plain  # noqa: E402
from fuzz.faults import Fault, minimised  # noqa: E402
from fuzz.targets import TARGETS  # noqa: E402
from fuzz.texts import corpus  # noqa: E402

GUIDED = Path(__file__).with_name("guided.py")


def main() -> int:
    arguments = _arguments()
    targets = arguments.targets or list(TARGETS)
    share = {"plain": 1.0, "atheris": 0.0, "both": 0.5}[arguments.driver]
    if share < 1 and importlib.util.find_spec("atheris") is None:
        print(
            "atheris is not installed (pip install atheris): the plain driver takes all the time"
        )
        share = 1.0
    known: set[tuple[str, str]] = set()
    print(f"--seed {arguments.seed}", flush=True)

    def report(fault: Fault) -> None:
        key = (fault.target, fault.kind)
        if key not in known:
            known.add(key)
            small = minimised(fault) if fault.trace else fault
            print(f"\n=== {small.told()}", flush=True)

    if share:
        seconds = arguments.seconds * share
        texts = corpus(TESTS.parent)
        count = plain.run(seconds, arguments.seed, targets, texts, report, _tell)
        print(f"plain: {count} texts, {len(known)} faults")
    failed = bool(known)
    if share < 1:
        seconds = arguments.seconds * (1 - share)
        failed |= _run_guided(seconds, arguments.seed, targets)
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--driver", choices=("both", "plain", "atheris"), default="both")
    parser.add_argument("targets", nargs="*", help=f"of: {', '.join(TARGETS)}  [default: all]")
    arguments = parser.parse_args()
    if unknown := set(arguments.targets) - set(TARGETS):
        parser.error(f"there is no target {', '.join(sorted(unknown))}")
    return arguments


def _run_guided(seconds: float, seed: int, targets: list[str]) -> bool:
    """Run atheris in a process of its own, for it ends the one that it runs in."""
    command = [sys.executable, str(GUIDED), str(int(seconds)), str(seed), *targets]
    return subprocess.run(command, check=False).returncode != 0


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
