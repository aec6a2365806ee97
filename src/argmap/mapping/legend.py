"""Which signs of a map need an explanation."""

from collections.abc import Iterable

from argmap.mapping.argument_map import Box, BoxKind, Edge, LegendEntry, Row


def choose_legend(boxes: Iterable[Box], edges: Iterable[Edge]) -> tuple[LegendEntry, ...]:
    """Return an entry for each sign that boxes and edges use."""
    names = {edge.kind.name for edge in edges}
    for box in boxes:
        if box.kind is BoxKind.JUNCTION:
            names.add(LegendEntry.JUNCTION.name)
        parts: list[Box | Row] = [box, *(part for part in box.parts if isinstance(part, Row))]
        for part in parts:
            names.update([LegendEntry.UNSUPPORTED.name] * part.is_unsupported)
            names.update([LegendEntry.UNSTATED.name] * part.is_unstated)
    return tuple(entry for entry in LegendEntry if entry.name in names)
