"""The pairs of a YAML mapping, with keys that are given once and mappings that are merged in."""

from argmap.syntax.strict.js_yaml.place import YamlText
from argmap.syntax.strict.js_yaml.types import MERGE, Instant, key_of

_MOST_MERGED = 10_000
_LONGEST_MERGE = 100


class MergeCount:
    """Counts what `<<` merges in a text; the reference refuses more than a certain number."""

    def __init__(self) -> None:
        self._total = 0

    def add(self, size: int, place: YamlText, start: int) -> None:
        """Count a mapping of some size; refuse it if that is too much."""
        self._total += 1 + size
        if self._total > _MOST_MERGED:
            raise place.refuse(f"`<<` merges more than {_MOST_MERGED} keys", start)


class Pairs:
    """Gathers the pairs of one mapping in `values`."""

    def __init__(self, place: YamlText, count: MergeCount) -> None:
        self.values: dict[str, object] = {}
        self._place, self._count = place, count
        self._merged: set[str] = set()  # keys that came with `<<` and may be given again

    def put(self, tag: str | None, node: object, value: object, start: int) -> None:
        """Put a pair in; refuse a key that is there already.

        tag, node: those of the key; start: the offset at which it stands
        """
        key = key_of(node)
        if key is None:
            raise self._place.refuse("a key cannot hold lists in a list", start)
        if tag == MERGE:
            sources = value if isinstance(value, list) else [value]
            if len(sources) > _LONGEST_MERGE:
                raise self._place.refuse(f"`<<` merges more than {_LONGEST_MERGE} values", start)
            for source in sources:
                self._merge(source, start)
        elif key in self.values and key not in self._merged:
            raise self._place.refuse(f"the key `{key}` is given twice", start)
        else:
            self.values[key] = value
            self._merged.discard(key)

    def _merge(self, source: object, start: int) -> None:
        if isinstance(source, list | bytes):
            source = {str(index): entry for index, entry in enumerate(source)}
        elif isinstance(source, Instant):
            source = {}
        if not isinstance(source, dict):
            raise self._place.refuse("`<<` can merge mappings only", start)
        self._count.add(len(source), self._place, start)
        for key, value in source.items():
            if key not in self.values:
                self.values[key] = value
                self._merged.add(key)
