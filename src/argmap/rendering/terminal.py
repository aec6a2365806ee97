"""The map as a tree in the terminal."""

from collections.abc import Mapping, Sequence

from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef
from argmap.rendering.cells import cell_width, character_width, cut
from argmap.rendering.outline_tree import Branch, Link, OutlineTree, walk

_SIGNS = {
    Link.ROOT: "",
    Link.SUPPORT: "+",
    Link.ATTACK: "−",
    Link.UNDERCUT: "×",
    Link.CONFLICT: "><",
    Link.PREMISE: "",
}
_COLORS = {
    Link.SUPPORT: "\x1b[32m",
    Link.ATTACK: "\x1b[31m",
    Link.UNDERCUT: "\x1b[35m",
    Link.CONFLICT: "\x1b[31m",
}
_BOLD, _MUTE, _WARN, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"
_LEAST_ROOM = 28
_LEAST_WIDTH = 20


def write_tree(  # noqa: PLR0913 (all but the graph are choices of the reader)
    graph: ArgumentGraph,
    theses: Sequence[str] = (),
    marks: Mapping[str, Sequence[str]] | None = None,
    *,
    width: int = 80,
    ascii_only: bool = False,
    color: bool = False,
) -> str:
    """Return a graph as a tree of lines.

    theses: titles with which the tree begins
    marks:  title → codes of findings about it, shown behind it
    width:  the most cells that a line may take; CJK and emoji take two
    """
    writer = _Writer(graph, marks or {}, max(width, _LEAST_WIDTH), ascii_only, color)
    tree = OutlineTree(graph)
    deepest = max(2, (writer.width - _LEAST_ROOM) // 3)
    lines: list[str] = []
    for branch, more in walk(tree, tree.roots(theses), deepest):
        if not more and lines:
            lines.append("")
        lines += writer.node(branch, more)
    return "\n".join(lines) + "\n" if lines else ""


class _Writer:
    def __init__(
        self,
        graph: ArgumentGraph,
        marks: Mapping[str, Sequence[str]],
        width: int,
        ascii_only: bool,
        color: bool,
    ) -> None:
        self.graph, self.marks, self.width = graph, marks, width
        self.ascii_only, self.color = ascii_only, color
        self.again = "^ " if ascii_only else "↗ "
        self.ellipsis = "..." if ascii_only else "…"
        if ascii_only:
            self.bars = ("|  ", "   ", "|- ", "`- ")
        else:
            self.bars = ("│  ", "   ", "├─ ", "└─ ")

    def node(self, branch: Branch, more: tuple[bool, ...]) -> list[str]:
        """Return the lines of one node, with the bars of the levels above it."""
        open_bar, no_bar, fork, last = self.bars
        above = "".join(open_bar if goes_on else no_bar for goes_on in more[:-1])
        first = above + ((fork if more[-1] else last) if more else "")
        rest = above + ((open_bar if more[-1] else no_bar) if more else "")
        sign = self._sign(branch)
        lead = f"{sign} " if sign else ""
        title, text = self._words(branch)
        codes = " ".join(self.marks.get(branch.node.title, ())) if self._is_marked(branch) else ""
        shown = title + (f" {text}" if text and title else text)
        if codes:
            shown += f"  [{codes}]"
        room = self.width - cell_width(rest) - len(lead)
        wrapped = _wrap(shown, max(4, room))
        lines = [first + lead + wrapped[0]]
        lines += [rest + " " * len(lead) + line for line in wrapped[1:]]
        lines = [cut(line, self.width, self.ellipsis) for line in lines]
        return self._colored(lines, branch, first, lead, title, codes) if self.color else lines

    def _sign(self, branch: Branch) -> str:
        if branch.number is not None:
            return f"({branch.number})"
        sign = _SIGNS[branch.link]
        return sign.replace("−", "-").replace("×", "x") if self.ascii_only else sign

    def _is_marked(self, branch: Branch) -> bool:
        return branch.node.kind is not NodeKind.INFERENCE

    def _words(self, branch: Branch) -> tuple[str, str]:
        """Return the title (as the author writes it, with a colon) and the text of a node."""
        ref = branch.node
        if ref.kind is NodeKind.INFERENCE:
            return self._step_words(ref)
        node = self.graph.node(ref)
        brackets = "[]" if ref.kind is NodeKind.STATEMENT else "<>"
        title = f"{brackets[0]}{node.title}{brackets[1]}" if node.is_titled else ""
        text = " ".join((node.text or "").split())
        if branch.is_again:
            return self.again + (title or text or node.title), ""
        if not title:
            return "", text or node.title
        return (f"{title}:" if text else title), text

    def _step_words(self, ref: NodeRef) -> tuple[str, str]:
        argument = self.graph.arguments[ref.title]
        inference = argument.inferences[ref.step or 0]
        title = f"<{argument.title}>" if argument.is_titled else "because"
        words = [f"({', '.join(inference.rules)})"] if inference.rules else []
        if inference is not argument.inferences[-1]:
            title += f" step {(ref.step or 0) + 1}"
        elif argument.text:
            words.append(" ".join(argument.text.split()))
        return title, " ".join(words)

    def _colored(  # noqa: PLR0913, PLR0917 (what a line is made of)
        self, lines: list[str], branch: Branch, first: str, lead: str, title: str, codes: str
    ) -> list[str]:
        head = lines[0][len(first) + len(lead) :]
        if title and head.startswith(title):
            head = f"{_BOLD}{title}{_RESET}{head[len(title) :]}"
        tint = _COLORS.get(branch.link, _MUTE)
        lines[0] = (
            f"{_MUTE}{first}{_RESET}{tint}{lead}{_RESET}{head}"
            if lead
            else (f"{_MUTE}{first}{_RESET}{head}")
        )
        if codes and lines[-1].endswith(f"[{codes}]"):
            lines[-1] = lines[-1][: -len(codes) - 2] + f"{_WARN}[{codes}]{_RESET}"
        return lines


def _wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most some cells, at blanks where there are any.

    Characters of full width may be parted anywhere, but no line starts with their punctuation.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _words_of(text):
        word, room = piece, cell_width(piece)
        if used and used + room > width:
            lines.append(line.rstrip())
            line, used = "", 0
            word = piece.lstrip()
            room = cell_width(word)
        if room > width:
            *heads, word = _chopped(word, width)
            lines += heads
            room = cell_width(word)
        line += word
        used += room
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _chopped(word: str, width: int) -> list[str]:
    """Cut a word that is too long into parts of at most some cells."""
    parts: list[str] = []
    reach = 10 * width  # characters looked at for one part: more than fit, even if some are narrow
    position = 0
    while len(word) - position > reach or cell_width(word[position:]) > width:
        head = cut(word[position : position + reach], width, "") or word[position]
        parts.append(head)
        position += len(head)
    return [*parts, word[position:]]


def _words_of(text: str) -> list[str]:
    """Split a text into pieces that stay together, blanks in front of the words they part."""
    pieces: list[str] = []
    current = ""
    for character in map(_printable, text):
        if character == " ":
            if current.strip():
                pieces.append(current)
                current = ""
            current = " "
        elif character_width(character) == 2 and character not in _NEVER_FIRST:
            if current.strip():
                pieces.append(current)
                current = ""
            current += character
        else:
            current += character
    if current.strip():
        pieces.append(current)
    return pieces


def _printable(character: str) -> str:
    """Make a control character harmless for a terminal."""
    if character.isprintable():
        return character
    return " " if character.isascii() else "\ufffd"


_NEVER_FIRST = frozenset("，。、；：？！）」』》】〉…—％")
