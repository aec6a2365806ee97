"""What the front matter says about the map, as one record with the reference's defaults.

A setting of the wrong type, or a mode that does not exist, is left at its default and told.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.diagnostic import Problem
from argmap.mapping.rank_direction import read_rank_direction
from argmap.mapping.settings_reader import SettingsReader, is_truthy
from argmap.syntax import ARGMAP, Dialect, Document


class SelectionMode(StrEnum):
    """Which statements get a node of their own."""

    ALL = "all"
    TOP_LEVEL = "top-level"
    WITH_TITLE = "with-title"
    WITH_RELATIONS = "with-relations"
    NOT_USED_IN_ARGUMENT = "not-used-in-argument"
    WITH_MORE_THAN_ONE_RELATION = "with-more-than-one-relation"


class LabelMode(StrEnum):
    """What is written into a node."""

    HIDE_UNTITLED = "hide-untitled"  # title and text, without a made-up title
    TITLE = "title"
    TEXT = "text"
    NONE = "none"


class InterpretationMode(StrEnum):
    """Whether relations between statements are dialectical (loose) or logical (strict)."""

    LOOSE = "loose"
    STRICT = "strict"


class SectionRule(NamedTuple):
    """What `group.sections` says about the section of one title; None: nothing."""

    is_group: bool | None
    is_closed: bool


class Regroup(NamedTuple):
    """One section that `group.regroup` puts in place of the headings."""

    title: str
    tags: tuple[str, ...]
    is_closed: bool
    statements: tuple[str, ...]
    arguments: tuple[str, ...]
    children: tuple["Regroup", ...]


class MapOptions(NamedTuple):
    """How a map is selected from a graph; the fields are named as in Argdown's front matter.

    `selected_sections`, `selected_tags` and `group_sections` are None where nothing is said: an
    empty list selects nothing. `statement_selection_mode` is None for a mode that does not exist,
    which the reference takes for one that selects nothing.
    """

    statement_selection_mode: SelectionMode | None = SelectionMode.WITH_TITLE
    exclude_disconnected: bool = True
    ignore_is_in_map: bool = False
    include_statements: frozenset[str] = frozenset()
    exclude_statements: frozenset[str] = frozenset()
    exclude_arguments: frozenset[str] = frozenset()
    selected_sections: frozenset[str] | None = None
    select_elements_without_section: bool = False
    selected_tags: frozenset[str] | None = None
    select_elements_without_tag: bool = False
    statement_label_mode: LabelMode = LabelMode.HIDE_UNTITLED
    argument_label_mode: LabelMode = LabelMode.HIDE_UNTITLED
    add_tags: bool = True
    group_depth: float = 2
    group_sections: Mapping[str, SectionRule] | None = None
    regroup: tuple[Regroup, ...] = ()
    ignore_is_group: bool = False
    ignore_is_closed: bool = False
    transform_argument_relations: bool = True
    explode_arguments: bool = False


def read_options(
    settings: Mapping[str, object], document: Document, dialect: Dialect = ARGMAP
) -> tuple[MapOptions, tuple[Problem, ...]]:
    """Read the settings of a map into options; what cannot be used is told as SYN004.

    `settings` is the front matter, or that and what a project says; `document` tells the places.
    """
    if not settings:
        return MapOptions(), ()
    is_literal = dialect.settings_are_literal
    top = SettingsReader.of(document, settings, is_literal=is_literal)
    selection, labels = top.inside("selection"), top.inside("map")
    group, model = top.inside("group"), top.inside("model")
    # The reference has set its defaults already when `model:` or a setting in it is emptied.
    is_emptied = "model" in settings and not top.has("model")
    transforms = not is_literal or not (is_emptied or "transformArgumentRelations" in model.values)
    model.choice(
        "mode", InterpretationMode.LOOSE, InterpretationMode.LOOSE
    )  # read by the builder, judged here
    read_rank_direction(top)  # read when the map is drawn, judged here
    options = MapOptions(
        statement_selection_mode=selection.choice(
            "statementSelectionMode", SelectionMode.WITH_TITLE, None
        ),
        exclude_disconnected=selection.flag("excludeDisconnected", default=True),
        ignore_is_in_map=selection.flag("ignoreIsInMap"),
        include_statements=frozenset(selection.titles("includeStatements") or ()),
        exclude_statements=frozenset(selection.titles("excludeStatements") or ()),
        exclude_arguments=frozenset(selection.titles("excludeArguments") or ()),
        selected_sections=_set(selection.titles("selectedSections")),
        select_elements_without_section=selection.flag(
            "selectElementsWithoutSection", is_strict=True
        ),
        selected_tags=_set(selection.titles("selectedTags")),
        select_elements_without_tag=selection.flag("selectElementsWithoutTag", is_strict=True),
        statement_label_mode=labels.choice(
            "statementLabelMode", LabelMode.HIDE_UNTITLED, LabelMode.NONE
        ),
        argument_label_mode=labels.choice(
            "argumentLabelMode", LabelMode.HIDE_UNTITLED, LabelMode.NONE
        ),
        add_tags=labels.flag("addTags", default=True),
        group_depth=group.number("groupDepth", 2),
        group_sections=_section_rules(group),
        regroup=_regroup(group, "regroup"),
        ignore_is_group=group.flag("ignoreIsGroup"),
        ignore_is_closed=group.flag("ignoreIsClosed"),
        transform_argument_relations=model.flag("transformArgumentRelations", default=transforms),
        explode_arguments=model.flag("explodeArguments"),
    )
    return options, tuple(top.problems)


def _set(titles: tuple[str, ...] | None) -> frozenset[str] | None:
    return None if titles is None else frozenset(titles)


def _section_rules(group: SettingsReader) -> Mapping[str, SectionRule] | None:
    sections = group.inside("sections")
    if not group.has("sections"):
        return None
    rules = {}
    for title, value in sections.values.items():
        if is_truthy(value):
            rule = sections.inside(title)
            is_group = rule.flag("isGroup") if rule.values.get("isGroup") is not None else None
            rules[title] = SectionRule(is_group, rule.flag("isClosed"))
    return rules


def _regroup(reader: SettingsReader, key: str) -> tuple[Regroup, ...]:
    # Nested no deeper than front matter may be, which is 100 levels.
    return tuple(
        Regroup(
            title=entry.text("title"),
            tags=entry.titles("tags") or (),
            is_closed=entry.flag("isClosed"),
            statements=entry.titles("statements") or (),
            arguments=entry.titles("arguments") or (),
            children=_regroup(entry, "children"),
        )
        for entry in reader.each(key)
    )
