"""What the front matter says about the map as a whole: its title, its authors, its date."""

from argmap.model.graph import ArgumentGraph


def front_text(graph: ArgumentGraph, key: str) -> str:
    """Return the text of a setting, a list of texts (two authors, say) parted by commas.

    Empty if there is none, or if it is neither a text nor a number.
    """
    value = graph.settings.get(key)
    entries = value if isinstance(value, list) else [value]
    return ", ".join(str(entry) for entry in entries if isinstance(entry, str | int | float))
