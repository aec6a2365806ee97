"""Searching forward for a closing mark without ever searching the same stretch twice."""


class ForwardSearch:
    """Remembers, for each mark, where it was last found and from where on it is missing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, tuple[int, int | None]] = {}

    def next(self, mark: str, start: int) -> int | None:
        """Return the offset of the first `mark` at or after `start`, or None."""
        known = self._found.get(mark)
        if known is not None:
            searched_from, found = known
            if searched_from <= start and (found is None or start <= found):
                return found
        position = self._text.find(mark, start)
        result = None if position < 0 else position
        self._found[mark] = (start, result)
        return result
