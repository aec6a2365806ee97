"""What the statements and arguments of a map say, in words: each text is taken apart once."""

from collections.abc import Mapping
from functools import cached_property

from argmap.analysis.languages import guessed_language, language_code
from argmap.analysis.lexicon import LANGUAGES, Lexicon, WordList, lexicon
from argmap.analysis.wording import STOP_WORDS, folded, untagged, words_of_folded
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Statement

_BETWEEN = "\x1f"  # stands between texts that are folded together; no text should hold it
_FOLD_ASCII = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) == "_" else " "
    for code in range(128)
    if chr(code) != _BETWEEN
}


class _Folded(dict[str, str]):
    def __missing__(self, text: str) -> str:
        self[text] = found = folded(text)
        return found


class MapWording:
    """The texts of a map without their tags, folded, and as sets of words."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._graph = graph
        self._content: dict[str, frozenset[str]] = {}
        self._occurring: dict[int, bool] = {}
        self._names: dict[str, bool] = {}
        self._language = language_code(graph.settings.get("lang"))

    @cached_property
    def statements(self) -> Mapping[str, str]:
        """Title → canonical text without tags; empty for a statement without text."""
        return _texts(self._graph.statements)

    @cached_property
    def arguments(self) -> Mapping[str, str]:
        """Title → gist without tags; empty for an argument without one."""
        return _texts(self._graph.arguments)

    def node(self, ref: NodeRef) -> Statement | Argument:
        """Return the statement or argument itself."""
        return self._graph.node(ref)

    def text(self, ref: NodeRef) -> str:
        """Return what a statement says, or the gist of an argument."""
        return (self.statements if ref[0] is NodeKind.STATEMENT else self.arguments)[ref[1]]

    def texts(self, ref: NodeRef) -> tuple[str, ...]:
        """Return what a statement or argument says, and every quote that it gives."""
        quotes = (o.data.get("quote") for o in self._graph.node(ref).occurrences if o.data)
        return (self.text(ref), *(quote for quote in quotes if isinstance(quote, str)))

    @cached_property
    def vocabulary(self) -> str:
        """The words of all texts and quotes in lower case, each once, with a blank between them.

        To see at once whether something occurs at all; punctuation stays where it is.
        """
        quotes = (
            quote
            for nodes in (self._graph.statements, self._graph.arguments)
            for node in nodes.values()
            if node.data and "quote" in node.data
            for quote in self.texts(node.ref)[1:]
        )
        texts = " ".join((*self.statements.values(), *self.arguments.values(), *quotes))
        return " ".join(dict.fromkeys(texts.lower().split()))

    def may_occur(self, words: WordList) -> bool:
        """Tell whether it is worth while to search the texts of this map for a list's entries."""
        key = id(words)  # lists live as long as the program
        if key not in self._occurring:
            self._occurring[key] = words.may_occur(self.vocabulary)
        return self._occurring[key]

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """Text → NFKC, case folded, with a blank for all that is not of a word.

        Texts are folded in one go, as far as they are ASCII; others when they are asked for.
        """
        texts = [t for t in (*self.statements.values(), *self.arguments.values()) if t.isascii()]
        together = _BETWEEN.join(texts).translate(_FOLD_ASCII).split(_BETWEEN)
        if len(together) != len(texts):
            return _Folded()
        return _Folded(zip(texts, together, strict=True))

    def content(self, text: str) -> frozenset[str]:
        """Return the words of a text, stop words left out."""
        found = self._content.get(text)
        if found is None:
            found = frozenset(words_of_folded(self.folded[text])) - STOP_WORDS
            self._content[text] = found
        return found

    def has_any(self, name: str) -> bool:
        """Tell whether an entry of a list may occur at all, in whatever language."""
        if name not in self._names:
            lists = (getattr(lexicon(code), name) for code in LANGUAGES)
            self._names[name] = any(self.may_occur(words) for words in lists)
        return self._names[name]

    def language(self, node: Statement | Argument, text: str) -> str:
        """Return the code of a text's language: the node's `lang:`, the map's, or a guess."""
        own = language_code(node.data.get("lang")) if node.data else None
        return own or self._language or guessed_language(text)

    def lexicon(self, node: Statement | Argument, text: str) -> Lexicon:
        """Return the word lists for a text."""
        return lexicon(self.language(node, text))

    def find(self, ref: NodeRef, name: str, *, unless: str | None = None) -> str | None:
        """Return the first entry of a word list in a node's text or quotes, as it is written.

        name:   of the word list in `Lexicon`
        unless: of another one; texts with an entry of it are passed over
        """
        if not self.has_any(name):
            return None
        node = self._graph.node(ref)
        for text in self.texts(ref):
            lists = self.lexicon(node, text)
            searched: WordList = getattr(lists, name)
            match = searched.find(text)
            if match and not (unless and getattr(lists, unless).find(text)):
                return match
        return None


def _texts(nodes: Mapping[str, Statement] | Mapping[str, Argument]) -> dict[str, str]:
    return {
        title: untagged(node) if node.text and "#" in node.text else node.text or ""
        for title, node in nodes.items()
    }
