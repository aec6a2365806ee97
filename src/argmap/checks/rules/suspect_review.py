"""A review that was made before the claim, its premises or its quote changed."""

import re
from collections.abc import Iterator

from argmap.analysis.review import Stamp, stamps
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
"""With it, other tools and authors note when they reviewed; that is no stamp gone wrong."""


def find(subject: Subject) -> Iterator[Finding]:
    """Report `reviewed:` stamps that are not the fingerprint of what stands there now."""
    if "reviewed" not in subject.data_keys:
        return
    for stamp in stamps(subject.steps):
        if stamp.is_current or _DATE.match(stamp.written):
            continue
        fact, help = _words(subject.name(stamp.node), stamp, subject)
        yield Finding(stamp.span, fact, help, (stamp.node.title,))


def _words(name: str, stamp: Stamp, subject: Subject) -> tuple[str, str]:
    """Return what is the matter with a stamp, and what to do."""
    is_titled = subject.graph.node(stamp.node).is_titled
    if stamp.is_fingerprint:
        fact = f"{name}, its quote or its premises have changed since it was reviewed."
    else:
        fact = f"The `reviewed:` of {name} is no fingerprint that `argmap review` writes."
        if not is_titled:  # a command cannot name it, and leaves alone what is no fingerprint
            return fact, "delete it, or write it under another key, `note: …`."
    command = f"argmap review FILE '{name}'" if is_titled else "argmap review FILE"
    return fact, f"read it again with its premises, then type `{command}`."


RULE = Rule(
    "SRC005",
    "suspect-review",
    Severity.WARNING,
    "A claim, its premises or its quote has changed since it was reviewed.",
    find,
    Default.DATA,
)
