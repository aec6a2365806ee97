"""What is wrong with a target and a text, and the smallest text that has the same fault."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from fuzz.targets import TARGETS
from time_limits import in_time

HANGS = 10.0  # seconds of processor time for a text of some kilobytes
_MOST_TRIES = 3000


class Fault(NamedTuple):
    """A target that failed on a text. `kind` is what failed where, the same for like faults."""

    target: str
    text: str
    kind: str
    trace: str

    def told(self) -> str:
        """Return what to put into a test, and what happens then."""
        return f"{self.target}: {self.kind}\n\n    TEXT = {self.text!a}\n\n{self.trace}"


def fault_of(target: str, text: str, limit: float = HANGS) -> Fault | None:
    """Run a target on a text, and return what is wrong, if anything is."""
    try:
        with in_time(limit, of_processor=True):
            TARGETS[target](text)
    except Exception as error:
        return Fault(target, text, _kind(error), "".join(traceback.format_exception(error)[-12:]))
    return None


def _kind(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "TimeoutError"  # wherever the time was up
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.name}" for f in frames if "python3" not in f.filename]
    return f"{type(error).__name__} in {' > '.join(places[-2:])}"


def minimised(fault: Fault) -> Fault:
    """Return the fault with the smallest text that is found to have it too."""
    limit = HANGS / 2 if fault.kind == "TimeoutError" else HANGS

    def has_it(text: str) -> bool:
        found = fault_of(fault.target, text, limit)
        return found is not None and found.kind == fault.kind

    smallest = smallest_text(fault.text, has_it)
    return fault_of(fault.target, smallest, limit) or fault


def smallest_text(text: str, has_it: Callable[[str], bool]) -> str:
    """Take away lines, then characters, then make those that are left plainer."""
    tries = _MOST_TRIES
    changed = True
    while changed and tries > 0:
        changed = False
        for smaller in _smaller(text):
            tries -= 1
            if has_it(smaller):
                text, changed = smaller, True
                break
            if tries <= 0:
                break
    return text


def _smaller(text: str) -> Iterator[str]:
    """Yield texts that are smaller, those first from which most is taken away."""
    size = len(text) // 2
    while size:
        for start in range(0, len(text), size):
            yield text[:start] + text[start + size :]
        size //= 2
    for at, character in enumerate(text):
        if character not in "a \n" and not character.isascii():
            yield f"{text[:at]}a{text[at + 1 :]}"
