"""Lay out a map with the engine: parts by the engine, their groups by a search for the best page.

For maps of some dozens of boxes: several lengths of lines are tried, parts take the shapes that
fit together, and edges from part to part are led one by one.
"""

from dataclasses import dataclass, replace

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.blocks import Stacking
from argmap.rendering.box_figures import Widths, draw_boxes
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.finishing import Draft
from argmap.rendering.fit import aspect, missing_height, score
from argmap.rendering.floorplan import Plan
from argmap.rendering.parts import EngineWay, Part, lay_out_parts
from argmap.rendering.placing import Arrangement, Placer, Variant
from argmap.rendering.refining import refine
from argmap.rendering.skeleton import Spacing
from argmap.rendering.theme import Theme
from argmap.rendering.turning import Direction, insets, turned_figures

_FLAT = 1.8
_FACTORS = (1.0, 0.68, 0.78, 0.88, 1.15, 1.35, 1.6)


@dataclass(slots=True)
class Composer:
    """Lays out one map in one direction."""

    argument_map: ArgumentMap
    theme: Theme
    engine: str | None
    direction: Direction

    def compose(self) -> Draft | None:
        """Return the layout; None if groups argue for each other, so that none can stand above."""
        spacing = Spacing()
        variants = self._draw(spacing)
        if len(variants[0].parts) == 1:
            best = max(variants, key=lambda variant: self._score(variant.parts[0]))
            part = best.parts[0]
            if not self.direction.is_sideways and aspect(part.width, part.height) > _FLAT:
                # A flat map is as wide as it is: room between the ranks costs it nothing.
                missing = missing_height(part.width, part.height, _FLAT)
                loose = replace(spacing, ranks=spacing.ranks + min(max(missing, 8.0) / 2, 40.0))
                variants += self._draw(loose)
        placer = Placer(self.argument_map, variants, insets(self.direction))
        if not placer.plans:
            return None
        pages = [page for plan in placer.plans for page in (plan, *placer.reshaped(plan))]
        arranged = Arrangement(max(pages, key=self._value))
        refine(placer, arranged)
        return self._draft(placer, arranged)

    def _draw(self, spacing: Spacing) -> list[Variant]:
        """Draw all boxes with shorter and with longer lines, and lay out what hangs together."""
        variants = []
        for factor in _FACTORS:
            widths = Widths().scaled(factor)
            drawn = draw_boxes(self.argument_map, self.theme, widths)
            figures = turned_figures(drawn, self.direction)
            # Beside each other is how premises stand anyway if the map goes sideways.
            stacking = None if self.direction.is_sideways else Stacking()
            way = EngineWay(stacking, spacing)
            parts = lay_out_parts(self.argument_map, figures, way, self.engine)
            variants.append(Variant(widths, figures, parts, drawn))
        return variants

    def _score(self, size: Plan | Part) -> float:
        width, height = size.width, size.height
        return score(height, width) if self.direction.is_sideways else score(width, height)

    def _value(self, plan: Plan) -> float:
        return self._score(plan) / (1.0 + plan.cost / 20000.0)

    def _draft(self, placer: Placer, arranged: Arrangement) -> Draft:
        boxes = placer.boxes(arranged)
        routes = [
            route.moved(corner.x, corner.y)
            for number, shape, corner in placer.parts_of(arranged)
            for route in placer.variants[shape].parts[number].routes
        ]
        figures: dict[str, Figure] = {}
        for number, shape, _ in placer.parts_of(arranged):
            variant = placer.variants[shape]
            figures |= {box: variant.drawn[box] for box in variant.parts[number].places}
        frames = {
            node.group: Rectangle(place.x, place.y, plan.width, plan.height)
            for node, plan, place in placer.places(arranged)
            if node.group is not None
        }
        return Draft(
            figures,
            {box: placed.widths for box, placed in boxes.items()},
            {box: placed.area for box, placed in boxes.items()},
            routes,
            frames,
        )
