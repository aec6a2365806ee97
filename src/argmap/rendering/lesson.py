"""Makes a map ready for boxes that say in words what they do, as `classroom` draws them."""

from dataclasses import replace

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Row
from argmap.mapping.links import roles_of


def for_lesson(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose statements have their roles too, and whose rows know of their edges."""
    roles = roles_of(argument_map.edges)
    met = {
        (end.box, end.port) for edge in argument_map.edges for end in (edge.source, edge.target)
    }

    def told(box: Box) -> Box:
        role = roles.get(box.id) if box.kind is BoxKind.STATEMENT else box.role
        parts = tuple(
            replace(part, is_met=(box.id, part.port) in met) if isinstance(part, Row) else part
            for part in box.parts
        )
        return replace(box, role=role, parts=parts)

    return replace(argument_map, boxes=tuple(told(box) for box in argument_map.boxes))
