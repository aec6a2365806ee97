"""The colours that authors ask for, as Argdown's `color:` settings and `{color: …}` data say.

A node's colour is that of its data, else of its title in `statementColors` or `argumentColors`,
else of its tag, else the first one of a `colorScheme` that the map chooses. Colours by tag and by
scheme are Argdown's default for all maps; here boxes say what they do unless the map asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.diagnostic import Problem
from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, EdgeKind, Group, Hue
from argmap.mapping.color_schemes import GROUPS, SCHEMES
from argmap.mapping.color_values import HELP, fault_of, read_color
from argmap.mapping.colouring import paint, tag_order, tags_in_order
from argmap.mapping.settings_reader import SettingsReader
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Section, Statement
from argmap.syntax import Document

_MOST_NOTICES = 4


@dataclass(frozen=True, slots=True)
class AuthorColors:
    """What the front matter says about colours; all of them as `#RRGGBB`.

    scheme:     what numbers mean; `is_chosen` if the map names it
    tags:       tag → colour, for those with a colour of their own
    priorities: tag → which tag counts, the higher one
    """

    scheme: tuple[str, ...] = SCHEMES["default"]
    is_chosen: bool = False
    group_scheme: tuple[str, ...] = GROUPS
    has_group_scheme: bool = False
    by_tag: bool = True
    groups_by_tag: bool = False
    ignores_data: bool = False
    tags: Mapping[str, str] = field(default_factory=dict)
    group_tags: Mapping[str, str] = field(default_factory=dict)
    priorities: Mapping[str, float] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[EdgeKind, str] = field(default_factory=dict)

    def first_tag(self, tags: Sequence[str]) -> str:
        """Return the tag that counts: the first one of the highest priority."""
        return max(tags, key=lambda tag: self.priorities.get(tag, 0.0))


def read_author_colors(
    settings: Mapping[str, object], document: Document
) -> tuple[AuthorColors, tuple[Problem, ...]]:
    """Read `color:` of the front matter; what cannot be used is told as SYN004."""
    if settings.get("color") is None:
        return AuthorColors(), ()
    top = SettingsReader.of(document, settings)
    reader = top.inside("color")
    scheme = _scheme(reader)
    groups = _listed(reader, "groupColorScheme")
    chosen, group_scheme = scheme or SCHEMES["default"], groups or GROUPS
    tags, priorities = _tags(reader, chosen)
    relations = _table(reader, "relationColors", chosen, tuple(_RELATIONS))
    colors = AuthorColors(
        scheme=chosen,
        is_chosen=scheme is not None,
        group_scheme=group_scheme,
        has_group_scheme=groups is not None,
        by_tag=reader.flag("colorizeByTag", default=True),
        groups_by_tag=reader.flag("colorizeGroupsByTag"),
        ignores_data=reader.flag("ignoreColorData"),
        tags=tags,
        group_tags=_group_tags(reader, group_scheme),
        priorities=priorities,
        statements=_table(reader, "statementColors", chosen),
        arguments=_table(reader, "argumentColors", chosen),
        groups=_table(reader, "groupColors", group_scheme),
        relations={_RELATIONS[name]: color for name, color in relations.items()},
    )
    return colors, tuple(top.problems)


_RELATIONS = {
    kind.value: kind
    for kind in (
        EdgeKind.SUPPORT,
        EdgeKind.ATTACK,
        EdgeKind.UNDERCUT,
        EdgeKind.ENTAILS,
        EdgeKind.CONTRARY,
        EdgeKind.CONTRADICTORY,
    )
}


def _scheme(reader: SettingsReader) -> tuple[str, ...] | None:
    value = reader.values.get("colorScheme")
    if value is None or isinstance(value, list | tuple):
        return _listed(reader, "colorScheme")
    if isinstance(value, str) and value in SCHEMES:
        return SCHEMES[value]
    reader.reject("colorScheme", f"cannot be `{str(value)[:40]}`", f"choose {', '.join(SCHEMES)}")
    return None


def _listed(reader: SettingsReader, key: str) -> tuple[str, ...] | None:
    """Return the colours of a list; None unless all of them are colours."""
    value = reader.values.get(key)
    if value is None:
        return None
    colors = [read_color(each, ()) for each in value] if isinstance(value, list | tuple) else []
    good = tuple(color for color in colors if color)
    if not good or len(good) < len(colors):
        reader.reject(key, "is not a list of colours", 'write ["#RRGGBB", "#RRGGBB"]')
        return None
    return good


def _table(
    reader: SettingsReader, key: str, scheme: Sequence[str], names: tuple[str, ...] = ()
) -> Mapping[str, str]:
    """Return name → colour; other names than `names` are told, if there are any."""
    inside = reader.inside(key)
    table = {}
    for name, value in inside.values.items():
        color = read_color(value, scheme)
        if names and name not in names:
            inside.reject(name, "names no relation", f"choose {', '.join(names)}")
        elif color is None:
            inside.reject(name, fault_of(value, scheme), HELP)
        else:
            table[name] = color
    return table


def _tags(
    reader: SettingsReader, scheme: Sequence[str]
) -> tuple[Mapping[str, str], Mapping[str, float]]:
    priorities = {}
    values = reader.inside("tagColors").values
    for tag, value in values.items():
        weight = value.get("priority") if isinstance(value, Mapping) else None
        if isinstance(weight, int | float) and not isinstance(weight, bool):
            priorities[tag] = float(weight)
    # `{priority: 2}` without a colour is no fault: the tag keeps the one that it would have.
    silent = {
        tag
        for tag, value in values.items()
        if isinstance(value, Mapping) and value.get("color") is None and "priority" in value
    }
    told = {tag: value for tag, value in values.items() if tag not in silent}
    return _table(reader.with_values("tagColors", told), "tagColors", scheme), priorities


def _group_tags(reader: SettingsReader, scheme: Sequence[str]) -> Mapping[str, str]:
    values = reader.inside("tagColors").values
    colors = {tag: read_color(value, scheme) for tag, value in values.items()}
    return {tag: color for tag, color in colors.items() if color}


def tag_hues(graph: ArgumentGraph) -> Mapping[NodeRef, Hue]:
    """Return the hue of each tagged node, for a map that is coloured by tags."""
    colors, _ = read_author_colors(graph.settings, graph.document)
    hues = tags_in_order(graph, colors.first_tag)
    own = _tag_colors(graph, colors)
    return {
        ref: replace(hue, swatch=own.get(hue.name.removeprefix("#"), hue.swatch))
        for ref, hue in hues.items()
    }


def _tag_colors(graph: ArgumentGraph, colors: AuthorColors) -> Mapping[str, str]:
    """Return the colours of tags: their own, and of a chosen scheme those in their order."""
    if not colors.is_chosen:
        return colors.tags
    ordered = dict(zip(tag_order(graph), colors.scheme[1:], strict=False))
    return {**ordered, **colors.tags}


def with_author_colors(argument_map: ArgumentMap, graph: ArgumentGraph) -> ArgumentMap:
    """Return a map in the colours that its author asks for; most ask for none."""
    colors, _ = read_author_colors(graph.settings, graph.document)
    notices: list[str] = []
    tag_colors = _tag_colors(graph, colors) if colors.by_tag else {}
    hues: dict[NodeRef, Hue] = {}
    for ref in graph.order:
        hue = _hue(graph.node(ref), colors, tag_colors, notices)
        if hue is not None:
            hues[ref] = hue
    if hues:
        argument_map = paint(argument_map, hues)
    groups = _groups(argument_map, graph, colors, notices)
    closed = {group.id: group.hue for group in groups}
    return replace(
        argument_map,
        groups=groups,
        boxes=tuple(_closed(box, closed) for box in argument_map.boxes),
        relation_colors=colors.relations,
        notices=(*argument_map.notices, *_few(notices)),
    )


def _hue(
    node: Statement | Argument,
    colors: AuthorColors,
    tag_colors: Mapping[str, str],
    notices: list[str],
) -> Hue | None:
    is_statement = node.ref.kind is NodeKind.STATEMENT
    color = None
    if not colors.ignores_data and "color" in node.data:
        color = _of_data(node.data["color"], colors.scheme, node.title, notices)
    color = color or (colors.statements if is_statement else colors.arguments).get(node.title)
    if color:
        return Hue(color)
    if colors.by_tag and node.tags:
        tag = colors.first_tag(node.tags)
        if tag in tag_colors:
            return Hue(tag_colors[tag], f"#{tag}", f"#{tag}")
    return Hue(colors.scheme[0]) if colors.is_chosen else None


def _of_data(value: object, scheme: Sequence[str], title: str, notices: list[str]) -> str | None:
    color = read_color(value, scheme)
    if color is None:
        notices.append(f"the color of {title} {fault_of(value, scheme)}; {HELP}")
    return color


def _groups(
    argument_map: ArgumentMap, graph: ArgumentGraph, colors: AuthorColors, notices: list[str]
) -> tuple[Group, ...]:
    sections = {
        (f"group-s{number}", section.title): section
        for number, section in enumerate(graph.sections, 1)
    }
    colored = []
    for group in argument_map.groups:
        section = sections.get((group.id, group.title))
        color = _group_color(group, section, colors, notices)
        if color is None and colors.has_group_scheme:
            level = _level(argument_map, group)
            color = colors.group_scheme[min(level, len(colors.group_scheme)) - 1]
        colored.append(replace(group, hue=Hue(color)) if color else group)
    return tuple(colored)


def _group_color(
    group: Group, section: Section | None, colors: AuthorColors, notices: list[str]
) -> str | None:
    if section is not None and "color" in section.data and not colors.ignores_data:
        scheme = colors.group_scheme
        own = _of_data(section.data["color"], scheme, f"the section {group.title}", notices)
        if own:
            return own
    if group.title in colors.groups:
        return colors.groups[group.title]
    if colors.groups_by_tag and section is not None and section.tags:
        return colors.group_tags.get(colors.first_tag(section.tags))
    return None


def _level(argument_map: ArgumentMap, group: Group) -> int:
    """Return 1 for an outermost group; headings nest six deep at most, and data 100."""
    level = 1
    while group.parent is not None:
        group = argument_map.groups[group.parent]
        level += 1
    return level


def _closed(box: Box, groups: Mapping[str, Hue | None]) -> Box:
    """Give a closed group's box the colour of the group."""
    if box.kind is not BoxKind.GROUP:
        return box
    return replace(box, hue=groups.get(box.id))


def _few(notices: Sequence[str]) -> Iterator[str]:
    yield from notices[:_MOST_NOTICES]
    if len(notices) > _MOST_NOTICES:
        yield f"and {len(notices) - _MOST_NOTICES} more colours like these"
