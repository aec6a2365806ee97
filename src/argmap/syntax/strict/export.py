"""Data that the reference cannot write as JSON when it exports a map."""

from collections.abc import Iterator

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.reference.tokens import Token
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.groups import is_regrouped
from argmap.syntax.strict.merging import merged
from argmap.syntax.strict.model import Model
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


def check_export(reading: Reading, model: Model, values: DataValues) -> Iterator[Finding]:
    """Yield the data that make the export fail."""
    settings = mapping_at(values.settings, "json")
    if not _is_on(settings, "exportData"):
        return
    drops_relations = is_true(settings.get("removeEmbeddedRelations"))
    has_sections = _is_on(settings, "exportSections") and not is_regrouped(values.settings)
    left_out = set() if has_sections else {heading.data for heading in reading.headings}
    troubled: set[Token] = set()
    for tokens in _exported_together(reading, model):
        if left_out.isdisjoint(tokens) and troubled.isdisjoint(tokens):
            data = [values.of(token) for token in tokens]
            whole = merged(data) if len(data) > 1 else data[0]
            if help := _trouble(whole, drops_relations=drops_relations):
                last = tokens[-1]
                troubled.add(last)
                message = "reads this data and fails when it exports it."
                yield refused(Span(last.start, last.end), message, help)


def _is_on(settings: dict[str, object], key: str) -> bool:
    """Tell whether a switch is on, as it is unless something else is said."""
    return settings.get(key) is None or is_true(settings[key])


def _exported_together(reading: Reading, model: Model) -> Iterator[list[Token]]:
    """Yield the data of each place, and then the data of all places under one title."""
    yield from ([token] for token in reading.data)
    for node in (*model.statements.values(), *model.arguments.values()):
        tokens = [member.data for member in node.members if member.data is not None]
        if len(tokens) > 1:
            yield tokens


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
    keys = [key for key in value if key not in parts] if kept is None else kept
    exported = [value.get(key) for key in keys]
    for key, inner in parts.items():
        part = value.get(key)
        exported.extend(part.get(name) for name in inner if isinstance(part, dict))
    return exported
