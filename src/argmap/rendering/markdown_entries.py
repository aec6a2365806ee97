"""The entries of an outline in words, as Markdown on one line each."""

import re
from collections.abc import Mapping

from argmap.mapping.footnotes import Sources
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Statement
from argmap.model.written_names import listed, shortened
from argmap.rendering.display_text import printable
from argmap.rendering.markdown_text import markdown_of, plain_markdown, without_last_tags
from argmap.rendering.outline_plan import Entry
from argmap.rendering.outline_tree import Link
from argmap.syntax import Mark, MarkKind, Text

_LONGEST_HEADING = 80
_NO_WORDS = "(no words)"
_RELATIONS = {
    Link.SUPPORT: "Supported by",
    Link.ATTACK: "Attacked by",
    Link.UNDERCUT: "Undercut by",
    Link.CONFLICT: "Contradicts",
}
_STRICT_RELATIONS = {Link.SUPPORT: "Entailed by", Link.ATTACK: "Contrary to"}
_UNTOLD_TAGS = ("thesis", "conclusion")  # where it stands says so, or the checker asks for it
_KNOWN_TAGS = ("assumption", "fact", "todo", "undeveloped", "unstated")
_VOICES = {
    "author": "",  # the speaker is the writer
    "direct": "quoted",
    "gloss": "as interpreted",
    "headline": "in a headline",
    "indirect": "reported",
}

_STEP = re.compile(r"[0-9]+(?:\.[0-9]+)*[a-z]?")  # not to be taken for the outline's own


class EntryWriter:
    """Writes entries; `numbers` says where each node stands in full.

    `sources` numbers the sources in the order in which entries that name them are written.
    """

    def __init__(
        self, graph: ArgumentGraph, numbers: Mapping[NodeRef, str], sources: Sources
    ) -> None:
        self._graph, self._numbers, self._sources = graph, numbers, sources

    def root(self, entry: Entry) -> tuple[str, str]:
        """Return the heading of a root and the paragraph below it, which may be empty."""
        node = self._graph.node(entry.branch.node)
        title, text, notes = _title(node), self._text(node), self._notes(node)
        if title:
            heading = title
        elif len(printable(node.text or "")) <= _LONGEST_HEADING:
            heading, text = text or _stand_in(node), ""
        else:
            heading = plain_markdown(shortened(node.text or "", _LONGEST_HEADING))
        behind = f", continued from {entry.continues}" if entry.continues else ""
        return f"{entry.number} {heading}{behind}", " ".join(filter(None, (text, notes)))

    def item(self, entry: Entry) -> str:
        """Return an entry of a list: its number, its relation to the one above, and its words."""
        branch = entry.branch
        node = self._graph.node(branch.node)
        lead, comma = self._lead(entry, node)
        title = _title(node)
        name = f"**{title}**" if title else ""
        if entry.see:
            name = name or self._short(node)
            is_continued = branch.is_cut and "." not in entry.see
            words = f"{name}, {'continued at' if is_continued else 'see'} {entry.see}"
            return f"{entry.number} {lead}{comma if lead and name else ''}{words}"
        text = self._text(node) or ("" if name or _is_reconstructed(node) else _NO_WORDS)
        head = f"{lead}{comma if lead and name else ''}{name}"
        colon = ":" if head and (text or _is_reconstructed(node)) else ""
        return " ".join(filter(None, (entry.number, head + colon, text, self._notes(node))))

    # -- what it is to the entry above ------------------------------------------------------

    def _lead(self, entry: Entry, node: Statement | Argument) -> tuple[str, str]:
        """Return the words in front of a name, and what stands between them and the name."""
        branch = entry.branch
        match branch.link:
            case Link.ROOT:
                return "", ""
            case Link.PREMISE:
                return f"Premise {branch.number}", ", "
            case Link.CONCLUSION:
                return self._conclusion(entry), ", "
            case _:
                relation = self._relation(entry)
        if _is_reconstructed(node):
            relation += " the argument" if _title(node) else " an argument"
        return relation, " "

    def _relation(self, entry: Entry) -> str:
        branch, above = entry.branch, entry.above
        assert above is not None
        relation = _RELATIONS[branch.link]
        if branch.step is not None and len(self._graph.arguments[above.title].inferences) > 1:
            return f"The step to {branch.number} is {relation.lower()}"
        if _is_reconstructed(self._graph.node(above)):  # its lines stand in front of this
            verb = "" if branch.link is Link.CONFLICT else "is "
            return f"The argument {verb}{relation.lower()}"
        joins_statements = above.kind is branch.node.kind is NodeKind.STATEMENT
        if self._graph.is_strict and joins_statements:
            return _STRICT_RELATIONS.get(branch.link, relation)
        return relation

    def _conclusion(self, entry: Entry) -> str:
        branch = entry.branch
        assert entry.above is not None and branch.step is not None
        argument = self._graph.arguments[entry.above.title]
        inference = argument.inferences[branch.step]
        is_last = branch.step == len(argument.inferences) - 1
        grounds = []
        if inference.rules:
            rules = [plain_markdown(rule) for rule in inference.rules]
            grounds.append(f"by {listed(rules, len(rules))}")
        if inference.premises and (len(argument.inferences) > 1 or inference.declares_uses):
            numbers = [str(argument.pcs[position].number) for position in inference.premises]
            grounds.append(f"from {listed(numbers, len(numbers))}")
        how = f" ({', '.join(grounds)})" if grounds else ""
        return f"{'Main' if is_last else 'Intermediate'} conclusion {branch.number}{how}"

    # -- what it says -----------------------------------------------------------------------

    def _text(self, node: Statement | Argument) -> str:
        """Return the canonical wording, without the tags at its end, as Markdown."""
        text = _wording(node)
        return markdown_of(without_last_tags(text)[0], self._mention) if text else ""

    def _mention(self, mark: Mark) -> str:
        kind = NodeKind.STATEMENT
        if mark.kind is MarkKind.ARGUMENT_MENTION:
            kind = NodeKind.ARGUMENT
        number = self._numbers.get(NodeRef(kind, mark.target or ""))
        return f"“{plain_markdown(mark.target or '')}”" + (f" ({number})" if number else "")

    def _short(self, node: Statement | Argument) -> str:
        """Return what an untitled node is called elsewhere: its first words, if it has any."""
        if not printable(node.text or ""):
            return "" if _is_reconstructed(node) else _NO_WORDS
        return f"“{plain_markdown(shortened(node.text or ''))}”"

    def _notes(self, node: Statement | Argument) -> str:
        """Return who says it, how, and from where, in parentheses; empty if nothing is known."""
        data = node.data
        voice = _word(data.get("voice"))
        said = [_word(data.get("speaker")), _VOICES.get(voice, voice)]
        text = _wording(node)
        told = {*_UNTOLD_TAGS, *(without_last_tags(text)[1] if text else ())}
        tags = [tag if tag in _KNOWN_TAGS else f"#{tag}" for tag in node.tags if tag not in told]
        sources = [f"source {number}" for number in self._sources.of(node)]
        parts = (said, tags, [_word(data.get("status"))], sources)
        notes = "; ".join(filter(None, (", ".join(filter(None, part)) for part in parts)))
        return f"({plain_markdown(notes)})" if notes else ""


def _wording(node: Statement | Argument) -> Text | None:
    """Return the occurrence's text that is the node's, with its markup."""
    said = (occurrence.text for occurrence in reversed(node.occurrences) if occurrence.text)
    return next((text for text in said if text.plain.strip() == (node.text or "")), None)


def _title(node: Statement | Argument) -> str:
    """Return the title of a node; one that is a step's number, in parentheses as steps have it."""
    if not node.is_titled:
        return ""
    title = plain_markdown(node.title)
    return f"({title})" if _STEP.fullmatch(node.title) else title


def _is_reconstructed(node: Statement | Argument) -> bool:
    return isinstance(node, Argument) and node.is_reconstructed


def _stand_in(node: Statement | Argument) -> str:
    return "An argument" if _is_reconstructed(node) else _NO_WORDS


def _word(value: object) -> str:
    return printable(str(value)) if isinstance(value, str | int | float) else ""
