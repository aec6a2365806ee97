"""Tags, anchors and aliases of YAML: what stands in front of a value, or in its place."""

import re
from urllib.parse import unquote_to_bytes

from argmap.syntax.strict.js_yaml.place import FLOW_SIGNS, YamlText
from argmap.syntax.strict.js_yaml.types import PREFIX

_NAME = re.compile(r"[^ \t\r\n\0,\[\]{}]*")
_HANDLE = re.compile(r"!|!!|![0-9A-Za-z-]+!")
_ADDRESS = re.compile(
    r"(?:!|[^,\[\]{}])(?:%[0-9a-fA-F]{2}|[0-9a-zA-Z\-#;/?:@&=+$,_.!~*'()\[\]])*+"
)
_MISSING = object()


class Tags:
    """Reads tags with the handles that `%TAG` directives have declared in a document."""

    def __init__(self) -> None:
        self._handles: dict[str, str] = {}

    def declare(self, place: YamlText, arguments: list[str], start: int) -> None:
        """Take in the arguments of a `%TAG` directive that stands at an offset."""
        handle, prefix = arguments if len(arguments) == 2 else ("", "")
        is_good = _HANDLE.fullmatch(handle) and _ADDRESS.fullmatch(prefix)
        if not is_good or handle in self._handles:
            raise place.refuse("this `%TAG` cannot be read", start)
        self._handles[handle] = _decoded(prefix, place, start)

    def read(self, place: YamlText) -> str:
        """Read the tag that begins here and return it in full."""
        start = place.at
        if place.after() == "<":
            closing = place.text.find(">", start + 3)
            if closing < 0:
                raise place.refuse("`>` is missing behind this tag")
            place.at = closing + 1
            return _address(place.text[start + 2 : closing], place, start)
        place.at += 1
        handle, _, suffix = place.word().rpartition("!")
        handle = f"!{handle}!" if handle or place.text[start + 1] == "!" else "!"
        if not _HANDLE.fullmatch(handle) or any(sign in FLOW_SIGNS for sign in suffix):
            raise place.refuse("this tag cannot be read", start)
        suffix = _address(suffix, place, start)
        known = {"!": "!", "!!": PREFIX, **self._handles}.get(handle)
        if known is None:
            raise place.refuse(f"no `%TAG` says what `{handle}` is", start)
        return known + suffix


class Anchors:
    """The values that anchors of a document name; what was named can be undone."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}
        self._changes: list[tuple[str, object]] = []

    def name(self, anchor: str | None, value: object) -> None:
        """Let an anchor, if there is one, name a value."""
        if anchor is not None:
            self._changes.append((anchor, self._values.get(anchor, _MISSING)))
            self._values[anchor] = value

    def mark(self) -> int:
        """Return what `undo` needs to come back to what is named now."""
        return len(self._changes)

    def undo(self, mark: int) -> None:
        """Forget what was named since a mark."""
        while len(self._changes) > mark:
            anchor, value = self._changes.pop()
            if value is _MISSING:
                del self._values[anchor]
            else:
                self._values[anchor] = value

    def read_alias(self, place: YamlText) -> object:
        """Read the alias that begins here and return what it stands for."""
        start = place.at
        anchor = read_name(place)
        if anchor not in self._values:
            raise place.refuse(f"`*` begins an alias, and nothing is called `&{anchor}`", start)
        place.separate()
        return self._values[anchor]


def read_name(place: YamlText) -> str:
    """Read the name of an anchor or alias, behind its sign."""
    match = _NAME.match(place.text, place.at + 1)
    if match is None or not match[0]:
        raise place.refuse(f"`{place.here}` has a meaning of its own here, and needs a name")
    place.at = match.end()
    return match[0]


def _address(written: str, place: YamlText, start: int) -> str:
    if written and not _ADDRESS.fullmatch(written):
        raise place.refuse("this tag cannot be read", start)
    return _decoded(written, place, start)


def _decoded(address: str, place: YamlText, start: int) -> str:
    """Resolve `%41` and the like."""
    if "%" not in address:
        return address
    try:
        return unquote_to_bytes(address).decode("utf-8")
    except UnicodeError:
        raise place.refuse("this tag cannot be read", start) from None
