"""How a node is called when we talk to the author: as it was written."""

from collections.abc import Sequence

from argmap.model.graph import Argument, Statement
from argmap.model.steps import StepGraph

_LONGEST = 40


def written_name(node: Statement | Argument) -> str:
    """Return `[Title]`, `<Title>` or, for an untitled node, its text in quotes, shortened."""
    if node.is_titled or not (node.text and node.text.strip()):
        return f"[{node.title}]" if isinstance(node, Statement) else f"<{node.title}>"
    return quoted(node.text)


def written_names(steps: StepGraph, nodes: Sequence[int], most: int = 5) -> str:
    """Return nodes of a step graph by name, as `listed` does."""
    refs = (steps.nodes[node].ref for node in nodes[:most])
    return listed([written_name(steps.graph.node(ref)) for ref in refs], most, len(nodes))


def quoted(text: str) -> str:
    """Return a text in quotes for the middle of a sentence: shortened, without its full stop."""
    short = shortened(text)
    return f'"{short if short.endswith("..") else short.removesuffix(".")}"'


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut after a word with `…` if it is longer than `longest`."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:.") + "…"


def listed(names: Sequence[str], most: int = 5, count: int | None = None) -> str:
    """Return `a`, `a and b`, `a, b and c`; beyond `most`, `a, b, … and n more`.

    count: how many there are, if only the first `most` of them are given
    """
    count = len(names) if count is None else count
    if count > most:
        return f"{', '.join(names[: most - 1])} and {count - most + 1} more"
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
