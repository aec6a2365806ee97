"""What is said in place of a picture, to those who cannot see it."""

from argmap.mapping.argument_map import ArgumentMap, BoxKind
from argmap.rendering.display_text import printable
from argmap.rendering.outline import Entry, write_outline

_LONGEST = 20_000
"""Of a description, in characters: some readers take longer ones as none."""


def summarize(argument_map: ArgumentMap) -> str:
    """Return how much there is on a map, and its main claims."""
    kinds = [box.kind for box in argument_map.boxes]
    counted = (
        (kinds.count(BoxKind.STATEMENT), "statement"),
        (kinds.count(BoxKind.ARGUMENT), "argument"),
        (len(argument_map.edges), "relation"),
    )
    told = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counted)
    claims = [
        printable(box.text or box.title or "") for box in argument_map.boxes if box.is_thesis
    ]
    part = f" {printable(argument_map.part)}" if argument_map.part else ""
    return f"{told}.{part}" + "".join(f" Main claim: {claim}" for claim in claims)


def describe(argument_map: ArgumentMap) -> str:
    """Return a whole map in words: a summary, then a line for each line of its outline.

    What is too long to be read aloud in one piece is cut, and says so.
    """
    title = printable(argument_map.title or "") or "Argument map"
    stop = "" if title[-1] in ".?!。？！" else "."
    lines = [f"{title}{stop} {summarize(argument_map)}"]
    length = len(lines[0])
    entries = write_outline(argument_map)
    for number, entry in enumerate(entries):
        line = _line(entry)
        length += len(line) + 1
        if length > _LONGEST:
            lines.append(f"… and {len(entries) - number} more lines: see the map's outline.")
            break
        lines.append(line)
    return "\n".join(lines)


def _line(entry: Entry) -> str:
    relation = f"{entry.relation[:1].upper()}{entry.relation[1:]}: " if entry.relation else ""
    heading = f"{entry.heading}: " if entry.heading and entry.text else entry.heading
    notes = f" ({', '.join(entry.notes)})" if entry.notes else ""
    see = " (see above)" if entry.see else ""
    return f"Level {entry.depth + 1}. {relation}{heading}{entry.text}{notes}{see}"
