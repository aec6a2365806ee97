"""Fingerprints: by them other programs know a finding again after the map has been edited."""

from collections import Counter

from argmap.checks.identity import identity
from argmap.diagnostic import Diagnostic
from argmap.source import Source


class Fingerprints:
    """Makes the fingerprints of one report; findings that are alike are numbered in its order."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def make(self, path: str, source: Source, diagnostic: Diagnostic) -> str:
        """Return a fingerprint that no other finding in the file has."""
        same = identity(source, diagnostic)
        return _hash(*same, self._number((path, *same)))

    def make_unique(self, path: str, source: Source, diagnostic: Diagnostic) -> str:
        """Return a fingerprint that no other finding of the report has."""
        same = (path, *identity(source, diagnostic))
        return _hash(*same, self._number(same))

    def _number(self, same: tuple[str, ...]) -> str:
        self._seen[same] += 1
        return str(self._seen[same])


def _hash(*parts: str) -> str:
    import hashlib

    text = "\0".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
