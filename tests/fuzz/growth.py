"""Whether a target takes quadratic time: a text against one that is four times as long."""

import time

from fuzz.targets import TARGETS
from fuzz.texts import Recipe
from time_limits import in_time

SHORT = 4_000  # characters
NOTICED = 0.15  # seconds of processor time, below which nothing is told from noise
LIMIT = 30.0
RATIO = 8.0  # linear is 4, quadratic is 16


def growth(target: str, recipe: Recipe) -> float:
    """Return how many times longer a text takes that is four times as long; 0 if that is quick.

    If that looks quadratic, it is measured again, and between lengths that are greater.
    """
    for attempt, short in enumerate((SHORT, SHORT, 2 * SHORT)):
        long_time = seconds(target, recipe.text(4 * short))
        if long_time < NOTICED:
            return 0.0
        ratio = long_time / max(seconds(target, recipe.text(short)), 0.002)
        if ratio < RATIO or attempt == 2:
            return ratio
    return ratio


def seconds(target: str, text: str) -> float:
    """Return the processor time of a target, at most about `LIMIT`."""
    start = time.process_time()
    try:
        with in_time(LIMIT, of_processor=True):
            TARGETS[target](text)
    except Exception:
        return time.process_time() - start
    return time.process_time() - start
