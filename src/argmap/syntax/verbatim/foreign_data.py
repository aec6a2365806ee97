"""YAML that argmap refuses and the reference does not: anchors, merges, keys that are no words.

The values are what JavaScript makes of them: a key is turned into a text, and data that is a list
or a text is merged into a mapping by its indices.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.syntax.scalars import key_of, plain_value
from argmap.syntax.verbatim.not_accepted import NotAcceptedError

if TYPE_CHECKING:
    import yaml

_TAG = "tag:yaml.org,2002:"
_MAX_DEPTH = 100
_MERGE = object()


def read_foreign(text: str, room: int) -> tuple[Mapping[str, object], int]:
    """Read a block of YAML.

    room:   how much aliases may repeat: values and their characters, all together
    return: the data, and the room that is left
    raises: NotAcceptedError if the reference would not read it either, or for what argmap cannot
            do: tags other than those of scalars, and aliases that repeat more
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composer = _Composer(room)
    try:
        for event in yaml.parse(text, Loader=loader):
            composer.take(event)
    except (yaml.YAMLError, ValueError) as error:
        raise NotAcceptedError from error
    return _as_mapping(composer.value), composer.room


def _as_mapping(value: object) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    if isinstance(value, list | str):
        return {str(index): entry for index, entry in enumerate(value)}
    return {}


class _Composer:
    """Builds a value from events, without recursion. A size counts values and characters."""

    def __init__(self, room: int) -> None:
        self.value: object = None
        self.room = room
        self._open: list[_Collection] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._documents = self._size = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 (events differ in what they have)
        """Go on with the next event."""
        import yaml

        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise NotAcceptedError
            case yaml.AliasEvent():
                if event.anchor not in self._anchors:
                    raise NotAcceptedError
                value, size = self._anchors[event.anchor]
                self.room -= size
                if self.room < 0:
                    raise NotAcceptedError
                self._put(value, size)
            case yaml.ScalarEvent():
                size = 1 + len(event.value)
                self._anchor(event.anchor, _scalar(event), size)
                self._put(_scalar(event), size)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                if event.tag not in (None, "!", _TAG + "map", _TAG + "seq"):
                    raise NotAcceptedError
                if len(self._open) >= _MAX_DEPTH:
                    raise NotAcceptedError
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self._open.append(_Collection({} if is_mapping else [], event.anchor, self._size))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = self._open.pop()
                self._anchor(done.anchor, done.value, 1 + self._size - done.size_before)
                self._put(done.value, 1)
            case _:
                pass

    def _anchor(self, name: str | None, value: object, size: int) -> None:
        if name:
            self._anchors[name] = (value, size)

    def _put(self, value: object, size: int) -> None:
        self._size += size
        if self._open:
            self._open[-1].put(value)
        else:
            self.value = value


class _Collection:
    """A list or mapping that is being filled."""

    def __init__(self, value: Any, anchor: str | None, size_before: int) -> None:  # noqa: ANN401
        self.value, self.anchor, self.size_before = value, anchor, size_before
        self._key: list[object] = []  # the key that waits for its value
        self._merged: set[str] = set()  # keys that may be given again

    def put(self, value: object) -> None:
        """Add an entry, a key, or the value of the last key."""
        if isinstance(self.value, list):
            self.value.append("<<" if value is _MERGE else value)
        elif not self._key:
            self._key.append(value)
        elif (key := self._key.pop()) is _MERGE:
            self._merge(value)
        else:
            self._set(_as_key(key), "<<" if value is _MERGE else value)

    def _set(self, key: str, value: object) -> None:
        if key in self.value and key not in self._merged:
            raise NotAcceptedError  # given twice
        self.value[key] = value
        self._merged.discard(key)

    def _merge(self, value: object) -> None:
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                raise NotAcceptedError
            for key, entry in source.items():
                if key not in self.value:
                    self.value[key] = entry
                    self._merged.add(key)


def _scalar(event: "yaml.ScalarEvent") -> object:
    text: str = event.value
    if event.implicit[0]:
        return _MERGE if text == "<<" else plain_value(text, instants=True)
    if event.tag in (None, "!", _TAG + "str"):
        return text
    value = plain_value(text, instants=True)
    kinds = {"int": int, "float": int | float, "bool": bool, "null": type(None)}
    wanted = kinds.get(event.tag.removeprefix(_TAG))
    if wanted is None or not isinstance(value, wanted):
        raise NotAcceptedError
    return value


def _as_key(key: object) -> str:
    if isinstance(key, list):
        if any(isinstance(entry, list) for entry in key):
            raise NotAcceptedError
        return ",".join("" if entry is None else _as_key(entry) for entry in key)
    if isinstance(key, dict):
        return "[object Object]"
    return key if isinstance(key, str) else key_of(key)
