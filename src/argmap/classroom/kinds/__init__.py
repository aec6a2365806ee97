"""The kinds of sheets: one file each, one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from argmap.classroom.exercise import Kind
from argmap.classroom.kinds import (
    bank,
    boxes,
    hidden,
    indicators,
    links,
    order,
    signs,
    spot,
    voice,
)
from argmap.errors import ArgmapError


class UnknownKind(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """No sheet is called so."""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("boxes", "boxes are empty: fill them in your own words", boxes.make),
            Kind("bank", "boxes are empty: fill them from a word bank", bank.make),
            Kind("links", "arrows are missing: draw them", links.make),
            Kind("signs", "is it a reason for, or against?", signs.make),
            Kind("hidden", "find what is taken for granted and not said", hidden.make),
            Kind("order", "put the claims into the outline", order.make),
            Kind("spot", "find the conclusion without a reason", spot.make),
            Kind("voice", "who says it?", voice.make),
            Kind(
                "indicators", "find the words that mark reasons and conclusions", indicators.make
            ),
        )
    }
)


def find_kind(name: str) -> Kind:
    """Return a kind by its name.

    raises: `UnknownKind`, which lists those there are
    """
    if name not in KINDS:
        raise UnknownKind(f"no kind of worksheet is called '{name}': choose {', '.join(KINDS)}")
    return KINDS[name]
