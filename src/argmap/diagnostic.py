"""What argmap tells the author about a place in the text."""

from typing import NamedTuple

from argmap.severity import Severity
from argmap.source import Span

__all__ = ["Diagnostic", "Edit", "Finding", "Fix", "Problem", "Severity"]


class Edit(NamedTuple):
    """Replace the text of a span (empty: insert before its start)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that remove a finding; `safe` if they cannot change what the map means."""

    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """What a stage or a rule found, before it is known which rule speaks and how loudly.

    span:     the place in the text that the author should look at
    message:  one sentence that states the fact and names things as the author wrote them
    help:     one imperative sentence that shows the syntax to type; may be empty
    titles:   the nodes it is about, without brackets, the main one first
    chain:    a path through the map, from the thesis down to the finding's node; may be empty
    notes:    further lines below the excerpt, such as what follows from the finding
    """

    span: Span
    message: str
    help: str = ""
    titles: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fix: Fix | None = None


class Problem(NamedTuple):
    """A finding made while reading or building, and the code of the rule it belongs to."""

    code: str
    finding: Finding


class Diagnostic(NamedTuple):
    """A finding as it is reported: with its rule's code, name and severity.

    `expected` tells that the map announces it in the `expect:` list of its front matter.
    """

    code: str
    name: str
    severity: Severity
    finding: Finding
    expected: bool = False

    @property
    def span(self) -> Span:
        """The place in the text."""
        return self.finding.span

    @property
    def title(self) -> str | None:
        """The node it is about, or None if it is about the file."""
        return self.finding.titles[0] if self.finding.titles else None
