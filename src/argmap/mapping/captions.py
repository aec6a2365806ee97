"""The words in boxes and rows: which of title and text, as front matter and view want it.

Where nobody says anything, a statement shows its text, or its title if it has no text, and an
argument shows its title above its gist. Made-up titles (`Untitled 3`) are never shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from argmap.mapping.options import LabelMode, MapOptions
from argmap.mapping.view import Labels
from argmap.model.graph import Argument, Statement


class Caption(NamedTuple):
    """What is printed of a node; `is_headed`: a statement's title stands above its text."""

    title: str | None
    text: str | None
    is_headed: bool = False


@dataclass(frozen=True, slots=True)
class Captions:
    """What is written into the boxes of statements and of arguments; None: nothing was said."""

    statements: Labels | None = None
    arguments: Labels | None = None

    @staticmethod
    def of(
        options: MapOptions, settings: Mapping[str, object], chosen: Labels | None
    ) -> "Captions":
        """Read `map.statementLabelMode` and `map.argumentLabelMode`; what is chosen wins.

        The reference's default, title and text, counts only where somebody wrote it down.
        """
        if chosen is not None:
            return Captions(chosen, chosen)
        return Captions(
            _labels(options.statement_label_mode, settings, "statementLabelMode"),
            _labels(options.argument_label_mode, settings, "argumentLabelMode"),
        )

    def of_box(self, node: Statement | Argument) -> Caption:
        """Return what the box of a node shows."""
        title, text = node.title if node.is_titled else None, wording(node)
        labels = self.statements if isinstance(node, Statement) else self.arguments
        match labels:
            case None:
                return Caption(title, text)
            case Labels.BOTH:
                return Caption(title, text, is_headed=title is not None and text is not None)
            case Labels.TITLE:
                return Caption(title, None) if title else Caption(None, text)
            case Labels.TEXT:
                return Caption(None, text) if text else Caption(title, None)
            case Labels.NONE:
                return Caption(None, None)
            case _ as never:
                assert_never(never)

    def of_row(self, statement: Statement, *, is_elsewhere: bool) -> str | None:
        """Return what a card's row shows; None: the title.

        is_elsewhere: an edge leads to the statement's own box, which says it in full
        """
        text = wording(statement)
        if not statement.is_titled:
            return text
        if self.statements is Labels.TITLE or (is_elsewhere and self.statements is None):
            return None
        if self.statements is Labels.BOTH and text and not is_elsewhere:
            return f"{statement.title}: {text}"
        return None if is_elsewhere and self.statements is Labels.BOTH else text

    @property
    def are_rows_blank(self) -> bool:
        """Whether rows show nothing but their numbers."""
        return self.statements is Labels.NONE


SILENT = Captions()
"""The captions of a map that says nothing about them."""

_OF_MODES = {
    LabelMode.HIDE_UNTITLED: Labels.BOTH,
    LabelMode.TITLE: Labels.TITLE,
    LabelMode.TEXT: Labels.TEXT,
    LabelMode.NONE: Labels.NONE,
}


def _labels(mode: LabelMode, settings: Mapping[str, object], key: str) -> Labels | None:
    said = settings.get("map")
    is_said = isinstance(said, Mapping) and said.get(key) == mode.value
    return None if mode is LabelMode.HIDE_UNTITLED and not is_said else _OF_MODES[mode]


def wording(node: Statement | Argument) -> str | None:
    """Return a node's text without the tags at its end: they are for argmap, not for readers."""
    text = node.text
    if text is None:
        return None
    names = frozenset(node.tags)
    end = len(text.rstrip())
    while end:
        mark = "#(" if text[end - 1] == ")" else "#"
        start = text.rfind(mark, 0, end)
        if start < 0 or text[start + len(mark) : end - len(mark) + 1] not in names:
            break
        end = start
        while end and text[end - 1].isspace():
            end -= 1
    return text[:end] or text
