"""Data that the reference cannot write as JSON when it exports a map."""

from collections.abc import Iterator

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.groups import is_regrouped
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.refused import refused
from argmap.syntax.strict.values import is_true, mapping_at

_IN_NODES = ("title", "labelTitle", "labelText", "tags", "color", "fontColor", "id")
_PARTS: dict[str, tuple[tuple[str, ...] | None, dict[str, tuple[str, ...]]]] = {
    "relation": (
        (),
        {"from": ("title", "type"), "to": ("title", "type", "argumentTitle", "conclusionIndex")},
    ),
    "map-edge": (
        ("id", "relationType"),
        {
            **dict.fromkeys(("from", "to"), ("id",)),
            **dict.fromkeys(("fromEquivalenceClass", "toEquivalenceClass"), ("title",)),
        },
    ),
    "argument-map-node": (_IN_NODES, {}),
    "statement-map-node": (_IN_NODES, {}),
    "group-map-node": ((*_IN_NODES, "isClosed", "level", "children", "parent"), {}),
    "section": (None, {"parent": ("id",), "heading": ()}),
    **dict.fromkeys(("statement", "argument", "equivalence-class"), (None, {"section": ("id",)})),
}
"""Mappings that the export takes for parts of a map, by their `type`.

Each with the keys that are kept (None: all others), and keys of which only some parts are.
"""


def check_export(reading: Reading, values: DataValues) -> Iterator[Finding]:
    """Yield the data that make the export fail."""
    settings = mapping_at(values.settings, "json")
    exports_data = settings.get("exportData")
    if exports_data is not None and not is_true(exports_data):
        return
    drops_relations = is_true(settings.get("removeEmbeddedRelations"))
    exports_sections = settings.get("exportSections")
    if is_regrouped(values.settings) or not (
        exports_sections is None or is_true(exports_sections)
    ):
        left_out = {heading.data for heading in reading.headings}
    else:
        left_out = set()
    for token in reading.data:
        if token in left_out:
            continue
        if help := _trouble(values.of(token), drops_relations=drops_relations):
            message = "reads this data and fails when it exports it."
            yield refused(Span(token.start, token.end), message, help)


def _trouble(data: object, *, drops_relations: bool) -> str:
    """Return how to mend a value that cannot be exported, or nothing."""
    done: set[int] = set()
    path: set[int] = set()  # what holds the value that is looked at
    waiting: list[tuple[object, bool]] = [(data, False)]
    while waiting:
        value, is_left = waiting.pop()
        if is_left:
            path.discard(id(value))
            done.add(id(value))
        elif isinstance(value, dict | list) and id(value) not in done:
            if id(value) in path:
                return "write no alias (`*`) to data that the alias is a part of."
            if isinstance(value, dict):
                if value.get("type") == "relation" and value.get("to") is None:
                    return "write another value than `relation` for `type:`."
                if drops_relations and value.get("relations", "") is None:
                    return "write a value for `relations:`, or leave it out."
            path.add(id(value))
            waiting.append((value, True))
            waiting.extend((entry, False) for entry in _exported(value))
    return ""


def _exported(value: dict[str, object] | list[object]) -> list[object]:
    """Return what of a list or mapping is exported."""
    if isinstance(value, list):
        return value
    kind = value.get("type")
    kept, parts = _PARTS.get(kind if isinstance(kind, str) else "", (None, {}))
    keys = set(value).difference(parts) if kept is None else kept
    exported = [value.get(key) for key in keys]
    for key, inner in parts.items():
        part = value.get(key)
        exported.extend(part.get(name) for name in inner if isinstance(part, dict))
    return exported
