"""How much a finding matters, and from where on it makes a check fail."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; ordered by `rank`, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an information."""
        return list(Severity).index(self)


class FailOn(StrEnum):
    """From which severity on a finding makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"
