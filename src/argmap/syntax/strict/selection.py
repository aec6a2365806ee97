"""`selection:` of the front matter: what the map shows, and lists that are none."""

from collections.abc import Iterator

from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.groups import is_regrouped, sections
from argmap.syntax.strict.model import Model, Node
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.values import is_searchable, is_true, mapping_at

_NOT_SAID = object()
_LISTS = (
    "excludeStatements",
    "excludeArguments",
    "selectedSections",
    "selectedTags",
    "includeStatements",
)


def check_selection(
    reading: Reading, model: Model, values: DataValues
) -> Iterator[tuple[str, str]]:
    """Yield the keys of `selection` that have to be lists and are asked, and what to write."""
    selection = mapping_at(values.settings, "selection")
    bad = [
        key for key in _LISTS if is_true(selection.get(key)) and not is_searchable(selection[key])
    ]
    if not bad:
        return
    asked: set[str] = set()
    for is_argument, nodes in ((False, model.statements), (True, model.arguments)):
        selector = _Selector(selection, reading, values, is_argument=is_argument)
        for node in nodes.values():
            asked.update(selector.asked_about(node))
    for key in bad:
        if key in asked:
            yield key, f"write a list, `{key}: […]`."


class _Selector:
    """Follows the reference in deciding whether a statement or an argument is shown."""

    def __init__(
        self,
        selection: dict[str, object],
        reading: Reading,
        values: DataValues,
        *,
        is_argument: bool,
    ) -> None:
        self._selection, self._values, self._is_argument = selection, values, is_argument
        self._headings: list[object] = [None, *(heading.title for heading in reading.headings)]
        self._groups: dict[str, object] | None = None
        if is_regrouped(values.settings):
            self._groups = sections(values.settings, "arguments" if is_argument else "statements")

    def asked_about(self, node: Node) -> Iterator[str]:
        """Yield the lists that are looked into for a node, up to the first that excludes it."""
        selection = self._selection
        mark: object = _NOT_SAID
        for member in node.members:
            mark = self._values.mapping(member.data).get("isInMap", mark)
        ignores_mark = is_true(selection.get("ignoreIsInMap"))
        if not (ignores_mark or mark is _NOT_SAID or mark is True):
            return
        excluded = "excludeArguments" if self._is_argument else "excludeStatements"
        yield excluded
        if self._holds(excluded, [node.title]):
            return
        section = self._section(node)
        if is_true(selection.get("selectedSections")):
            if section is not _NOT_SAID:
                yield "selectedSections"
                if not self._holds("selectedSections", [section]):
                    return
            elif selection.get("selectElementsWithoutSection") is not True:
                return
        tags = [tag for member in node.members for tag in member.tags]
        if is_true(selection.get("selectedTags")):
            if tags:
                yield "selectedTags"
                if not self._holds("selectedTags", tags):
                    return
            elif selection.get("selectElementsWithoutTag") is not True:
                return
        if not self._is_argument and (ignores_mark or mark is not True):
            yield "includeStatements"

    def _holds(self, key: str, names: list[object] | list[str]) -> bool:
        entries = self._selection.get(key)
        if isinstance(entries, str):
            return any(isinstance(name, str) and name in entries for name in names)
        return isinstance(entries, list) and any(name in entries for name in names)

    def _section(self, node: Node) -> object:
        """Return the title of a node's section, or _NOT_SAID if it is in none."""
        if self._groups is not None:
            return self._groups.get(node.title, _NOT_SAID)
        number = 0
        for member in node.members:
            said = self._values.mapping(member.data).get("isInGroup", _NOT_SAID)
            decides = not number and said is _NOT_SAID and not member.is_reference
            if decides or said is True:
                number = member.section
        if node.structure is not None and node.structure.section:
            number = node.structure.section
        if not number and node.members:
            number = node.members[0].section
        return self._headings[number] if number else _NOT_SAID
