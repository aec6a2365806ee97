"""Occurrences gathered into statements and arguments: text, tags, data and section of each.

The canonical text of a class is that of its last occurrence that says something, or of the last
one marked `isCanonical: true`; tags are united, data is merged, later occurrences win (as in the
reference).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.model.graph import (
    Argument,
    NodeRef,
    Occurrence,
    PcsStatement,
    Role,
    Statement,
)
from argmap.model.naming import UNTITLED, Names
from argmap.model.structures import Structure
from argmap.syntax import ROOT, Document, Form, ListItem, Relation
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Statement as StatementItem

_REFERENCE = Form.REFERENCE
_TOP_LEVEL, _DESCRIPTION = Role.TOP_LEVEL, Role.DESCRIPTION
_ROLES: dict[type, Role] = {Relation: Role.RELATION, ListItem: Role.LIST_ITEM}
"""The role of a statement outside structures, by what it stands under."""


class Classes:
    """Makes statements and arguments of the occurrences that bear their titles."""

    def __init__(
        self,
        document: Document,
        names: Names,
        structures: Mapping[int, Structure],
        section_of: Sequence[int | None],
    ) -> None:
        self._items, self._names, self._section_of = document.items, names, section_of
        self._structure_of: dict[str, tuple[int, Structure]] = {
            structure.title: (index, structure) for index, structure in structures.items()
        }
        self._roles: dict[int, tuple[Role, str]] = {}
        for structure in structures.values():
            self._read_roles(structure)
        self._occurrences = self._read_occurrences()

    def _read_roles(self, structure: Structure) -> None:
        conclusions = {inference.conclusion for inference in structure.inferences}
        main = structure.inferences[-1].conclusion if structure.inferences else None
        for position, index in enumerate(structure.statements):
            if position == main:
                role = Role.MAIN_CONCLUSION
            elif position in conclusions:
                role = Role.INTERMEDIATE_CONCLUSION
            else:
                role = Role.PREMISE
            self._roles[index] = (role, structure.title)

    def members(self, *, inner_first: bool) -> dict[NodeRef, list[Occurrence]]:
        """Return the occurrences of every node, in document order.

        inner_first: in the order in which they end, as the reference has it, so that what stands
        among an element's own relations comes before the element
        """
        indices = list(self._occurrences)
        if inner_first:
            ends = self._subtree_ends()
            indices.sort(key=lambda index: (ends[index], -index))
        found: dict[NodeRef, list[Occurrence]] = {ref: [] for ref in self._names.order}
        names, occurrences = self._names.of, self._occurrences
        for index in indices:
            found[names[index]].append(occurrences[index])
        return found

    def _subtree_ends(self) -> list[int]:
        ends = list(range(len(self._items)))
        for index in range(len(self._items) - 1, -1, -1):
            parent = self._items[index].parent
            if parent != ROOT:
                ends[parent] = max(ends[parent], ends[index])
        return ends

    def _read_occurrences(self) -> dict[int, Occurrence]:
        """Return what is known of each place where a statement or argument is written."""
        found: dict[int, Occurrence] = {}
        items, section_of, roles = self._items, self._section_of, self._roles
        for index, item in enumerate(items):
            number: int | None = None
            argument: str | None = None
            if isinstance(item, StatementItem):
                number = item.number
                if index in roles:
                    role, argument = roles[index]
                else:
                    role = _ROLES.get(type(items[item.parent]), _TOP_LEVEL)
                    role = _TOP_LEVEL if item.parent == ROOT else role
            elif isinstance(item, ArgumentItem):
                role = _DESCRIPTION
            else:
                continue
            found[index] = Occurrence(
                index,
                item.title_span,
                role,
                item.text,
                item.form is _REFERENCE,
                item.tags,
                item.data.value if item.data else {},
                section_of[index],
                argument,
                number,
            )
        return found

    def statement(self, ref: NodeRef, members: list[Occurrence]) -> Statement:
        """Make one statement of its occurrences."""
        section: int | None = None
        for member in members:
            section = _section(section, member)
        return Statement(
            title=ref.title,
            is_titled=not ref.title.startswith(UNTITLED),
            text=canonical_text(members),
            occurrences=tuple(members),
            tags=_tags(members),
            data=_data(members),
            section=members[0].section if section is None else section,
        )

    def argument(self, ref: NodeRef, members: list[Occurrence]) -> Argument:
        """Make one argument of its occurrences and its structure."""
        index, structure = self._structure_of.get(ref.title, (None, None))
        section: int | None = None
        pending = index
        for member in members:
            if pending is not None and pending < member.item:
                section = self._structure_section(section, pending)
                pending = None
            section = _section(section, member)
        if pending is not None:
            section = self._structure_section(section, pending)
        if section is None and members:
            section = members[0].section
        has_steps = structure is not None and bool(structure.inferences)
        return Argument(
            title=ref.title,
            is_titled=not ref.title.startswith(UNTITLED),
            text=canonical_text(members),
            occurrences=tuple(members),
            tags=_tags(members),
            data=_data(members),
            section=section,
            pcs=self._pcs(structure) if structure is not None and has_steps else (),
            inferences=structure.inferences if structure is not None else (),
            pcs_span=structure.span if structure is not None else None,
        )

    def _structure_section(self, section: int | None, index: int) -> int | None:
        """Return the section of an argument's structure, or the known one if that has none."""
        here = self._section_of[index]
        return section if here is None else here

    def _pcs(self, structure: Structure) -> tuple[PcsStatement, ...]:
        lines: list[PcsStatement] = []
        for index in structure.statements:
            occurrence = self._occurrences[index]
            title = self._names.of[index].title
            number = occurrence.number or 0
            lines.append(PcsStatement(number, title, occurrence.role, occurrence))
        return tuple(lines)


def _tags(members: Sequence[Occurrence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for member in members for tag in member.tags))


def _data(members: Sequence[Occurrence]) -> dict[str, object]:
    data: dict[str, object] = {}
    for member in members:
        data = merged(data, member.data) if member.data else data
    return data


def _section(section: int | None, member: Occurrence) -> int | None:
    """Let an occurrence decide the section of its class, as the reference does."""
    wish = member.data.get("isInGroup")
    if wish is True or (wish is None and not member.is_reference and section is None):
        return member.section
    return section


def canonical_text(members: Sequence[Occurrence]) -> str | None:
    """Return the wording that stands for all occurrences, or None if none says anything."""
    chosen: Occurrence | None = None
    for member in reversed(members):
        if member.is_reference:
            continue
        if member.data.get("isCanonical"):
            chosen = member
            break
        chosen = chosen or member
    text = chosen.text.plain.strip() if chosen and chosen.text else ""
    return text or None


def merged(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    """Merge data: mappings key by key, lists place by place, everything else by the new value.

    A mapping does not replace a list (as in the reference). Works through nested values with a
    list of its own instead of recursion.
    """
    result = dict(old)
    work: list[tuple[Any, Any]] = [(result, new)]
    while work:
        target, source = work.pop()
        is_list = isinstance(target, list)
        for key, value in enumerate(source) if is_list else source.items():
            is_new = key >= len(target) if is_list else key not in target
            known = None if is_new else target[key]
            if isinstance(value, dict) and isinstance(known, list):
                continue
            if isinstance(value, dict | list):
                copy = known.copy() if type(known) is type(value) else type(value)()
                work.append((copy, value))
            else:
                copy = value
            if is_list and is_new:
                target.append(copy)
            else:
                target[key] = copy
    return result
