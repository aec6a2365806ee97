"""Words of runs as they may stand in any format, and what all writers ask of blocks."""

import re

from argmap.publishing.blocks import Blank, Block, Heading, Item, Publication, Run, Text, Together
from argmap.rendering.display_text import printable

_WEB = re.compile(r"(?:https?://|mailto:)[^\s]+\Z", re.IGNORECASE)


def shown(text: str) -> str:
    """Return a run's words on one line, with the blanks at their ends: other runs follow."""
    return printable(f"|{text}|")[1:-1]


def plain(text: Text) -> str:
    """Return the words of a text without their styles; room to write on is a line."""
    return "".join(
        "____" if isinstance(part, Blank) else shown(part.text) for part in text
    ).strip()


def is_long(item: Item) -> bool:
    """Tell whether an item of a list is more than one paragraph: the next one stands off then."""
    return len(item.blocks) > 1 or any(isinstance(block, Together) for block in item.blocks)


class Anchors:
    """The headings of a document in order, and the names of the places that links lead to.

    Headings are at the top, or in what is kept together. Of two with one anchor the first wins.
    """

    def __init__(self, publication: Publication) -> None:
        self.headings = _headings(publication)
        self._names = {
            id(heading): f"section-{number}" for number, heading in enumerate(self.headings, 1)
        }
        self._targets: dict[str, str] = {}
        for heading in self.headings:
            if heading.anchor:
                self._targets.setdefault(heading.anchor, self._names[id(heading)])

    def name(self, heading: Heading) -> str | None:
        """Return the name of a heading's place; None for one that no link can lead to."""
        return self._names.get(id(heading))

    def address(self, run: Run) -> str | None:
        """Return where a run links to: a web or mail address, or `#` and a name; else None."""
        if run.href is None:
            return None
        if run.href.startswith("#"):
            name = self._targets.get(run.href[1:])
            return None if name is None else f"#{name}"
        target = printable(run.href)
        return target if _WEB.match(target) else None


def _headings(publication: Publication) -> list[Heading]:
    found = []
    waiting: list[Block] = list(reversed(publication.blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Heading):
            found.append(block)
        else:
            waiting += reversed(getattr(block, "blocks", ()))
    return found
