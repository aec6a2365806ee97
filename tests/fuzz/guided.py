"""The driver that is guided by coverage: python tests/fuzz/guided.py SECONDS SEED TARGET…

Needs atheris. Texts are changed by the mutator of `fuzz.texts` and by libFuzzer's own, which knows
Argdown's fragments as a dictionary; those that reach something new are kept and changed again.
"""

import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["argmap"]):
    from fuzz.targets import TARGETS

from fuzz.faults import Fault, fault_of, minimised  # noqa: E402
from fuzz.texts import ALL_FRAGMENTS, Maker, corpus  # noqa: E402

_LONGEST = 4000
_known: set[tuple[str, str]] = set()


def main() -> None:
    seconds, seed, *targets = sys.argv[1:]
    names = targets or list(TARGETS)

    def try_text(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        for name in names:
            if fault := fault_of(name, text):
                _report(fault)

    def change(data: bytes, longest: int, chance: int) -> bytes:
        maker = Maker(chance)
        if chance % 4 == 0:
            return atheris.Mutate(data, longest)  # type: ignore[no-any-return]
        text = data.decode("utf-8", "replace")
        text = maker.text() if chance % 16 == 1 else maker.mutated(text)
        return text.encode("utf-8")[:longest]

    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "corpus")
        seeds.mkdir()
        for number, text in enumerate(corpus(TESTS.parent)):
            (seeds / str(number)).write_bytes(text.encode("utf-8"))
        dictionary = Path(folder, "argdown.dict")
        dictionary.write_text("".join(map(_entry, ALL_FRAGMENTS)), "ascii")
        options = [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            f"-max_len={_LONGEST}",
            f"-dict={dictionary}",
            "-timeout=300",
            "-print_final_stats=1",
            "-verbosity=0",
            str(seeds),
        ]
        atheris.Setup(options, try_text, custom_mutator=change)
        atheris.Fuzz()


def _report(fault: Fault) -> None:
    """Print a fault once; reading goes on, and the process fails at its end."""
    key = (fault.target, fault.kind)
    if key not in _known:
        _known.add(key)
        print(f"\n=== {minimised(fault).told()}", flush=True)


def _entry(fragment: str) -> str:
    quoted = "".join(f"\\x{byte:02x}" for byte in fragment.encode("utf-8"))
    return f'"{quoted}"\n'


if __name__ == "__main__":
    main()
