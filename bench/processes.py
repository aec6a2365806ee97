"""Timing: processor time of a piece of work, and of whole processes as the system counts it."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def best_time(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least processor time that some work in this process takes, in seconds."""
    return timed(work, runs)[0]


def timed(work: Callable[[], T], runs: int = 3) -> tuple[float, T]:
    """Return the least processor time of some runs, and what the last one returned."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def processor_time(command: Sequence[str], runs: int = 9) -> float:
    """Return the median processor time of a command in seconds, after one run to warm up."""
    times = [_once(command) for _ in range(runs + 1)][1:]
    return statistics.median(times)


def _once(command: Sequence[str]) -> float:
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, descriptor) for descriptor in (0, 1, 2)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, _, usage = os.wait4(process, 0)
    os.close(null)
    return usage.ru_utime + usage.ru_stime
