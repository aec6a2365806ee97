"""A limit on the time of what stands below it, many times what is needed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT = 20  # seconds


@contextmanager
def in_time(limit: float = LIMIT, *, of_processor: bool = False) -> Iterator[None]:
    """Raise `TimeoutError` if what stands below takes longer than a limit in seconds.

    of_processor: the time that the processor spends on it counts, and not the clock's
    """

    def stop(*_: object) -> None:
        raise TimeoutError(f"it takes longer than {limit} seconds")

    number, timer = (
        (signal.SIGVTALRM, signal.ITIMER_VIRTUAL)
        if of_processor
        else (signal.SIGALRM, signal.ITIMER_REAL)
    )
    before = signal.signal(number, stop)
    signal.setitimer(timer, limit)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, before)
