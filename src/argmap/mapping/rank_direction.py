"""Where a map's front matter wants conclusions: Graphviz's `rankdir`, as Argdown has it.

dot: {graphVizSettings: {rankdir: LR}}      as in Argdown
graphviz: {rankdir: LR}                     for short
"""

from collections.abc import Mapping
from enum import StrEnum

from argmap.mapping.settings_reader import SettingsReader
from argmap.syntax import Document


class RankDirection(StrEnum):
    """The direction in which arrows lead from premises to conclusions."""

    BT = "BT"
    TB = "TB"
    LR = "LR"
    RL = "RL"


def read_rank_direction(top: SettingsReader) -> RankDirection | None:
    """Return the direction that settings ask for; None if they do not, or cannot be used."""
    found = None
    for key in ("graphviz", "dot"):
        if key not in top.values:
            continue
        outer = top.inside(key)
        readers = [outer] if key == "graphviz" else []
        if "graphVizSettings" in outer.values:
            readers.append(outer.inside("graphVizSettings"))
        for reader in readers:
            if reader.values.get("rankdir") is not None:
                found = reader.choice("rankdir", RankDirection.BT, RankDirection.BT)
    return found


def wanted_direction(document: Document, settings: Mapping[str, object]) -> RankDirection | None:
    """Return the direction that the settings of a map ask for."""
    return read_rank_direction(SettingsReader.of(document, settings))
