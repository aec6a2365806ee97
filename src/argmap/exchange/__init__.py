"""Other tools' formats ↔ `ArgumentGraph`; one format, one file."""

from collections.abc import Mapping
from types import MappingProxyType

from argmap.errors import ArgmapError
from argmap.exchange import argdown_json, graphml, node_link
from argmap.exchange.format import Format

FORMATS: Mapping[str, Format] = MappingProxyType(
    {format.name: format for format in (argdown_json.FORMAT, graphml.FORMAT, node_link.FORMAT)}
)
"""Every format that a graph can be written in, by name."""


class UnknownFormat(ArgmapError):  # noqa: N818 (named as in the house style)
    """The caller asked for a format that does not exist."""

    def __init__(self, name: str) -> None:
        known = ", ".join(FORMATS)
        super().__init__(f"There is no format `{name}`; the formats are {known}.")


def find_format(name: str) -> Format:
    """Return the format of a name; raises UnknownFormat, which lists the names."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownFormat(name) from None


__all__ = ["FORMATS", "Format", "UnknownFormat", "find_format"]
