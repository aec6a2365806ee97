"""Settings of the front matter that the reference stumbles over, as they are of a wrong kind."""

from collections.abc import Iterator

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.model import Model, Node
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.values import is_iterable, is_searchable, is_true, mapping_at


def check_settings(
    text: str, reading: Reading, model: Model, values: DataValues
) -> Iterator[Finding]:
    """Yield the settings that make the reference fail with what is in the text."""
    yield from _check_shortcodes(text, reading, values)
    selection = mapping_at(values.settings, "selection")
    for key, help in (*_check_regroup(values.settings), *_check_selection(selection, model, values)):
        span = _place(text, reading, key)
        yield Finding(span, f"The reference fails with this value of `{key}:`.", help)


def _place(text: str, reading: Reading, key: str) -> Span:
    """Return where the front matter says a key."""
    front = reading.front_matter
    if front is None:
        return Span(0, 0)
    at = text.find(key, front.start, front.end)
    return Span(at, at + len(key)) if at >= 0 else Span(front.start, front.start + 3)


def _check_shortcodes(text: str, reading: Reading, values: DataValues) -> Iterator[Finding]:
    """Yield the special characters that the settings leave without a sign."""
    settings = values.settings
    if "model" not in settings:
        return
    table = mapping_at(settings, "model").get("shortcodes", {})
    has_table = isinstance(settings["model"], dict) and table is not None
    for token in reading.shortcodes:
        name = text[token.start : token.end].strip()
        if has_table and (not isinstance(table, dict) or _has_sign(table, name)):
            continue
        message = f"The settings leave `{name}` without a sign, and the reference fails."
        help = f'write `model: {{shortcodes: {{"{name}": {{unicode: "…"}}}}}}` in the front matter.'
        yield Finding(Span(token.start, token.end), message, help)


def _has_sign(table: dict[str, object], name: str) -> bool:
    entry = table.get(name)
    if name not in table or not is_true(entry):
        return True
    if not isinstance(entry, dict):
        return False
    return entry.get("unicode", SHORTCODES.get(name)) is not None


# -- groups -------------------------------------------------------------------------------------


def _check_regroup(settings: dict[str, object]) -> Iterator[tuple[str, str]]:
    groups = mapping_at(settings, "group").get("regroup")
    waiting: list[object] = list(groups) if isinstance(groups, list) else []
    waiting = [group for group in waiting if isinstance(group, dict)]
    seen: set[int] = set()
    while waiting:
        group = waiting.pop()
        if group is None or id(group) in seen:
            yield "regroup", "write a list of groups, `regroup: [{title: …, statements: […]}]`."
            return
        if not isinstance(group, dict):
            continue
        seen.add(id(group))
        for key in ("statements", "arguments"):
            titles = group.get(key)
            if is_true(titles) and not is_iterable(titles):
                yield key, f"write a list of titles, `{key}: [Title, …]`."
        children = group.get("children")
        waiting.extend(children if isinstance(children, list) else ())


# -- what the map shows -------------------------------------------------------------------------


def _check_selection(
    selection: dict[str, object], model: Model, values: DataValues
) -> Iterator[tuple[str, str]]:
    ignores_mark = is_true(selection.get("ignoreIsInMap"))

    def is_bad(key: str) -> bool:
        return is_true(selection.get(key)) and not is_searchable(selection.get(key))

    bad = {key for key in _SELECTORS if is_bad(key)}
    if not bad:
        return
    found: set[str] = set()
    for nodes, excluded in (
        (model.statements, "excludeStatements"),
        (model.arguments, "excludeArguments"),
    ):
        for node in nodes.values():
            mark = _mark(node, values)
            if not (ignores_mark or mark is _NOT_SAID or mark is True):
                continue
            found.add(excluded)
            titles = selection.get(excluded)
            if isinstance(titles, list | str) and node.title in titles:
                continue
            if _has_section(node, values):
                found.add("selectedSections")
            if any(member.has_tags for member in node.members):
                found.add("selectedTags")
            if nodes is model.statements and (ignores_mark or mark is not True):
                found.add("includeStatements")
    for key in _SELECTORS:
        if key in bad and key in found:
            yield key, f"write a list, `{key}: […]`."


_SELECTORS = (
    "excludeStatements",
    "excludeArguments",
    "selectedSections",
    "selectedTags",
    "includeStatements",
)
_NOT_SAID = object()


def _mark(node: Node, values: DataValues) -> object:
    """Return what a node's data says of `isInMap`; the last word counts."""
    mark = _NOT_SAID
    for member in node.members:
        mark = values.mapping(member.data).get("isInMap", mark)
    return mark


def _has_section(node: Node, values: DataValues) -> bool:
    """Tell whether the node stands in a section."""
    if node.structure is not None and node.structure.section:
        return True
    for member in node.members:
        is_in_group = values.mapping(member.data).get("isInGroup", _NOT_SAID)
        decides = is_in_group is True or (is_in_group is _NOT_SAID and not member.is_reference)
        if member.section and decides:
            return True
    return bool(node.members and node.members[0].section)
