"""Waiting until something may have changed in some folders."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_STEP = 20  # milliseconds without a further change, until a change is told
_DEBOUNCE = 100  # milliseconds that changes are gathered for at most
_TIMEOUT = 50  # milliseconds, after which the waiting loop comes up for air
_LOOK_ANYWAY = 1.0  # seconds after which stamps are compared, whatever was reported,
_SHARE = 50  # or so many times what that takes, in large folders
_POLL = 0.25  # seconds between looks where the operating system reports nothing

Folders = Mapping[Path, int]
"""Folders with their inodes: one may be made anew under its name."""


@dataclass(slots=True)
class Bell:
    """Waits for the operating system to say that something changed in some folders."""

    folders: Folders = field(default_factory=dict)
    changes: Iterator[object] | None = None

    def wait(self, folders: Folders, cost: float) -> None:
        """Return when something may have changed; at once, if these are other folders now.

        cost: the seconds that it takes to look, which should be few of all
        """
        if folders != self.folders or self.changes is None:
            self.folders = folders
            self.changes = _changes(tuple(folders))
            next(self.changes)  # from here on, no change goes unheard
            return
        until = time.monotonic() + max(_LOOK_ANYWAY, _SHARE * cost)
        for change in self.changes:
            if change or time.monotonic() > until:
                return


def _changes(folders: Sequence[Path]) -> Iterator[object]:
    """Yield something true after a change, and something false now and then."""
    # No watchfiles for this machine, too many folders, or one that went away just now: poll.
    with suppress(ImportError, OSError, RuntimeError):
        from watchfiles import watch

        yield from watch(
            *folders,
            watch_filter=None,
            debounce=_DEBOUNCE,
            step=_STEP,
            rust_timeout=_TIMEOUT,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
    while True:
        time.sleep(_POLL)
        yield True
