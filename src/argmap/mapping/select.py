"""Select what a map shows of a graph: the reference's rules of selection, labels and groups."""

from typing import assert_never

from argmap.diagnostic import Problem
from argmap.mapping.edges import edges_of
from argmap.mapping.explode import explode
from argmap.mapping.groups import group_nodes
from argmap.mapping.options import LabelMode, MapOptions, SelectionMode, read_options
from argmap.mapping.resolve import SYMMETRIC, Resolution, ResolvedRelation, resolve
from argmap.mapping.scope import Scope, role_at
from argmap.mapping.sections import Sections, find_sections
from argmap.mapping.selection import SelectedNode, Selection
from argmap.memory import without_collection
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Role,
    Statement,
)
from argmap.syntax import ARGMAP, Dialect

UNTITLED = "Untitled"
"""How made-up titles begin; an author's own title that begins so is taken for one."""


@without_collection
def select(
    graph: ArgumentGraph, options: MapOptions | None = None, dialect: Dialect = ARGMAP
) -> Selection:
    """Select the nodes, edges and groups that a map shows.

    Without options they are read from the front matter. The dialect is the one in which the graph
    was built. Whatever could not be used of the options is in the result's `problems`.
    """
    problems: tuple[Problem, ...] = ()
    if options is None:
        options, problems = read_options(graph.settings, graph.document, dialect)
    resolution = resolve(
        graph, dialect, transform_argument_relations=options.transform_argument_relations
    )
    if options.explode_arguments:
        resolution, more = explode(resolution)
        problems += more
    graph = resolution.graph
    sections = find_sections(graph, options, dialect)
    scope = _preselect(graph, options, sections)
    scope = Scope.of(
        graph,
        [
            title
            for title in scope.statements
            if _is_statement_in(scope, resolution, options, title)
        ],
        scope.arguments,
    )
    connected: dict[tuple[str, Role], bool] = {}
    scope = Scope.of(
        graph,
        scope.statements,
        [
            title
            for title in scope.arguments
            if not options.exclude_disconnected
            or _is_forced(graph.arguments[title], options)
            or _is_connected(scope, resolution, connected, title)
        ],
    )
    nodes = [
        _node(graph.statements[title], options.statement_label_mode, options)
        for title in scope.statements
    ] + [
        _node(graph.arguments[title], options.argument_label_mode, options)
        for title in scope.arguments
    ]
    grouped, groups = group_nodes(graph, nodes, sections)
    edges = tuple(edges_of(scope, resolution.relations, dialect))
    return Selection(graph, options, resolution, sections, grouped, edges, groups, problems)


def _preselect(graph: ArgumentGraph, options: MapOptions, sections: Sections) -> Scope:
    """Let through what no data, exclusion, section or tag keeps out."""
    return Scope.of(
        graph,
        [
            title
            for title, statement in graph.statements.items()
            if title not in options.exclude_statements
            and _is_preselected(statement, options, sections)
        ],
        [
            title
            for title, argument in graph.arguments.items()
            if title not in options.exclude_arguments
            and _is_preselected(argument, options, sections)
        ],
    )


def _is_preselected(node: Statement | Argument, options: MapOptions, sections: Sections) -> bool:
    if not options.ignore_is_in_map and node.data.get("isInMap", True) is not True:
        return False
    if options.selected_sections is not None:
        section = sections.of(node)
        if section is None:
            if not options.select_elements_without_section:
                return False
        elif sections.items[section].title not in options.selected_sections:
            return False
    if options.selected_tags is None:
        return True
    if not node.tags:
        return options.select_elements_without_tag
    return not options.selected_tags.isdisjoint(node.tags)


def _is_forced(node: Statement | Argument, options: MapOptions) -> bool:
    return not options.ignore_is_in_map and node.data.get("isInMap") is True


def _is_statement_in(
    scope: Scope, resolution: Resolution, options: MapOptions, title: str
) -> bool:
    statement = scope.graph.statements[title]
    if _is_forced(statement, options) or title in options.include_statements:
        return True
    ref = statement.ref
    is_used = scope.is_used(statement)
    is_related = any(scope.holds(relation, relation.other(ref)) for relation in resolution.of(ref))
    if options.exclude_disconnected and not (is_used or is_related):
        return False
    match options.statement_selection_mode:
        case None:
            is_in = False
        case SelectionMode.ALL:
            is_in = True
        case SelectionMode.WITH_TITLE:
            is_in = (is_related and not is_used) or not title.startswith(UNTITLED)
        case SelectionMode.TOP_LEVEL:
            is_in = (is_related and not is_used) or _is_top_level(statement)
        case SelectionMode.WITH_RELATIONS:
            is_in = is_related
        case SelectionMode.NOT_USED_IN_ARGUMENT:
            is_in = not is_used
        case SelectionMode.WITH_MORE_THAN_ONE_RELATION:
            is_in = is_related and (
                not is_used or _count_partners(scope, resolution, statement) > 1
            )
        case _ as never:
            assert_never(never)
    return is_in


def _is_top_level(statement: Statement) -> bool:
    return any(occurrence.role is Role.TOP_LEVEL for occurrence in statement.occurrences)


def _count_partners(scope: Scope, resolution: Resolution, statement: Statement) -> int:
    """Count the arguments across the relations; a statement counts by the arguments it is in."""
    count = 0
    for relation in resolution.of(statement.ref):
        other = relation.other(statement.ref)
        if other.kind is NodeKind.STATEMENT:
            count += len(scope.arguments_with(other.title, role_at(relation, other)))
        elif other.title in scope.arguments:
            count += 1
    return count


def _is_connected(
    scope: Scope, resolution: Resolution, known: dict[tuple[str, Role], bool], title: str
) -> bool:
    """Whether anything that is chosen concerns an argument, its steps, premises or conclusion.

    `known` keeps what was found out about statements, which may be used in many arguments.
    """
    argument = scope.graph.arguments[title]
    own = [argument.ref]
    own += [NodeRef(NodeKind.INFERENCE, title, step) for step in range(len(argument.inferences))]
    if any(
        scope.holds(relation, relation.other(ref))
        for ref in own
        for relation in resolution.of(ref)
    ):
        return True
    for step in argument.pcs:
        if (step.title, step.role) not in known:
            known[step.title, step.role] = _connects(scope, resolution, step.title, step.role)
        if known[step.title, step.role]:
            return True
    return False


def _connects(scope: Scope, resolution: Resolution, title: str, role: Role) -> bool:
    """Whether a premise or main conclusion joins its arguments to something that is chosen."""
    if role is Role.INTERMEDIATE_CONCLUSION:
        return False
    if title in scope.statements:
        return True
    counterpart = Role.PREMISE if role is Role.MAIN_CONCLUSION else Role.MAIN_CONCLUSION
    if scope.arguments_with(title, counterpart):
        return True
    ref = NodeRef(NodeKind.STATEMENT, title)
    return any(
        _passes_through(relation, ref, role) and scope.holds(relation, relation.other(ref))
        for relation in resolution.of(ref)
    )


def _passes_through(relation: ResolvedRelation, ref: NodeRef, role: Role) -> bool:
    """Whether a relation of a statement is one of its argument: in by premises, out by the end."""
    if relation.kind in SYMMETRIC:
        return True
    return relation.source != ref if role is Role.PREMISE else relation.target != ref


def _node(node: Statement | Argument, mode: LabelMode, options: MapOptions) -> SelectedNode:
    text = node.text if mode in (LabelMode.TEXT, LabelMode.HIDE_UNTITLED) else None
    match mode:
        case LabelMode.TITLE:
            has_title = True
        case LabelMode.HIDE_UNTITLED:
            has_title = not node.title.startswith(UNTITLED) or not text
        case LabelMode.TEXT:
            has_title = not text
        case LabelMode.NONE:
            has_title = False
        case _ as never:
            assert_never(never)
    return SelectedNode(
        node.ref,
        node.title if has_title else None,
        text,
        node.tags if options.add_tags else (),
        None,
    )
