"""Texts for the fuzzer: made by a rough grammar of Argdown, glued from fragments, and mutated."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from argdown_texts import FRAGMENTS

MORE_FRAGMENTS = (
    "%%% x\n", "\n%%% x\n", "\n@include(x)\n", "1. a\n", "\n2. b (1)\n", "\n3) c (1, 2) #t\n", "（３）漢（1、2）\n",
    "\n- o\n", "\n  - p\n", "\n  <- q\n", "• r\n", "===\nshorthand: true\n===\n\n", "(1-3)", "(from 1)", "{linked: true}",
    "#thesis", "#todo", "{status: rejected}", "{isCanonical: true}", "{isInMap: false}", "-- r {uses: [1]} --\n",
    "\n----\n", "\n--\nrule\n--\n", "(0) ", "(99999999999999999999) ", "999999999999. ", "{a: 1e999}", "{a: .nan}",
    "{a: 0x10}", "{a: 2024-02-30}", "{? a}", "{a: &b c}", "{a: !!python/object x}", "{<<: {a: 1}}", "{a: [1, {b: c}]}",
    "{\"\\ud800\": 1}", "{a: |\n x\n}", "[Untitled 1]", "<Untitled 1>", "[A - 1]", "#", "##", "###### H\n", "](u)",
    "`", "```\n", "|a|b|\n", "<script>", "&amp;", "\u202e", "\u200b", "\u3000", "\r", "\x1b[31m", "\x7f", "a" * 50,
    "# ", "\n# ", "{}", "\n{", "{\n", "\n{}", "[A]:", "<A>:", "[]", "<>", "()", "(", ")", "\n(3) ", "\n--", "\n----", "\n<B>\n",
    "x-y", "1.", "…", "“q”", "\\", "\\\\", "é", "e\u0301", "\u00a0", "0", "-", "=", "+", "_ ", "~",
)  # fmt: skip
ALL_FRAGMENTS = (*FRAGMENTS, *MORE_FRAGMENTS)

_SYMBOLS = ("+", "-", "_", "<+", "<-", "<_", "+>", "->", "_>", "><", "++", "*", "")
_WORDS = ("word", "two words", "*b*", "_i_", "**s**", "#tag", "@[A]", "@<B>", "[l](u)", "漢字", "😀", ".A.", "a: b",
          "snake_case", "x < 5", "{", "}", "//c", "/* c */", "\\*", "don't", '"q"', "http://x.y", "(1)", "1.")  # fmt: skip
_TITLES = ("[A]", "[B]", "[C]", "<A>", "<B>", "<C>", "[A: b]", "<D e>", "[\u212b]", "[__proto__]")
_KEYS = ("title", "model", "group", "selection", "color", "expect", "thesis", "sources", "map", "lang", "a",
         "synonyms", "check", "uses", "from", "source", "quote", "status", "isGroup", "isClosed", "tags", "mode",
         "sectionLevel", "groupDepth", "regroup", "children", "explodeArguments", "removeTagsFromText", "statementSelectionMode",
         "excludeDisconnected", "rules", "select", "ignore", "speaker", "strength", "span", "linked", "1", "null",
         "scheme", "roles", "cq", "side", "voice", "reviewed", "cited", "speakers", "assume", "severity", "profile",
         "speakr", "sorce")  # fmt: skip
_VALUES = ("1", "-1", "0", "1.5", "true", "false", "no", "null", "~", "x", "'q'", '"[A]"', "[]", "{}", "[A, B]", "[1, 2]",
           "{a: 1}", "strict", "loose", "all", "titled", "1e400", ".inf", "2024-01-01", "SUP001", '["SUP001 [A]"]',
           "expert-opinion", "[expert-opinion, x]", "{field: open}", "{1: expert}", "{SUP: error}", "accepted", "direct",
           "{s: {file: x}}", "[{title: t, children: [A]}]", "*a", "&a b", "!!str 1", "|\n    x\n    y", "漢")  # fmt: skip

_SUPPRESSIONS = ("argmap: ignore SUP001", "argmap: ignore SUP, STY001 -- why", "argmap: off ALL", "argmap: on ALL",
                 "argmap: ignore-file SYN", "argmap: ignore", "argmap:ignore sup001,", "expect: SUP001")  # fmt: skip


class Maker:
    """Makes and changes texts, all by one source of chance: the same for the same seed."""

    def __init__(self, seed: int | str) -> None:
        self.draw = random.Random(seed)

    def text(self) -> str:
        """Return a new text of a few lines to about a hundred."""
        kind = self.draw.random()
        if kind < 0.3:
            return self.glued(self.draw.randint(1, 40))
        blocks = [self._front_matter()] if self.draw.random() < 0.25 else []
        blocks += [self._block() for _ in range(self.draw.randint(1, 8))]
        text = "\n\n".join(blocks) + self.draw.choice(("", "\n", "\n\n"))
        for _ in range(self.draw.choice((0, 0, 1, 2, 5))):
            text = self.mutated(text)
        return text

    def glued(self, count: int) -> str:
        """Return some fragments, one behind the other."""
        return "".join(self.draw.choice(ALL_FRAGMENTS) for _ in range(count))

    # -- a rough grammar ----------------------------------------------------------------------

    def _block(self) -> str:
        return self.draw.choice(
            (
                self._paragraph, self._paragraph, self._structure, self._structure, self._heading,
                self._list, self._shorthand, self._outline, self._comment, self._include,
            )
        )()  # fmt: skip

    def _words(self) -> str:
        return " ".join(self.draw.choice(_WORDS) for _ in range(self.draw.randint(0, 5)))

    def _data(self) -> str:
        if self.draw.random() < 0.7:
            return ""
        pairs = (
            f"{self.draw.choice(_KEYS)}: {self.draw.choice(_VALUES)}"
            for _ in range(self.draw.randint(0, 3))
        )
        return " {" + ", ".join(pairs) + "}"

    def _element(self) -> str:
        title = self.draw.choice((*_TITLES, ""))
        colon = ": " if title and self.draw.random() < 0.6 else ""
        words = self._words() if colon or not title or self.draw.random() < 0.1 else ""
        return f"{title}{colon}{words}{self._data()}"

    def _paragraph(self) -> str:
        lines = [self._element()]
        depth = 0
        for _ in range(self.draw.choice((0, 1, 2, 3, 8))):
            depth = max(0, depth + self.draw.choice((-2, -1, 0, 1, 1)))
            lines.append(f"{'  ' * (depth + 1)}{self.draw.choice(_SYMBOLS)} {self._element()}")
        return "\n".join(lines)

    def _structure(self) -> str:
        lines = [f"<{self.draw.choice('ABC')}>{self.draw.choice(('', ': ' + self._words()))}\n"]
        for number in range(1, self.draw.randint(2, 6)):
            if number > 1 and self.draw.random() < 0.5:
                lines.append(
                    self.draw.choice(("----", f"-- {self._words()}{self._data()} --", "--\nr\n--"))
                )
            lines.append(f"({number}) {self._element()}")
            if self.draw.random() < 0.3:
                lines.append(f"  {self.draw.choice(_SYMBOLS)} {self._element()}")
        return "\n".join(lines)

    def _heading(self) -> str:
        return f"{'#' * self.draw.randint(1, 4)} {self._words()}{self._data()}"

    def _list(self) -> str:
        marks = self.draw.choice((("* ", "* "), ("1. ", "2. ")))
        return "\n".join(mark + self._element() for mark in marks)

    def _shorthand(self) -> str:
        style = self.draw.choice(("{}.", "{})", "({})", "{}、"))
        lines = []
        for number in range(1, self.draw.randint(2, 6)):
            end = self.draw.choice(("", "", " (1)", " (1, 2)", "（1）", " (1-3) #t", " (9)"))
            lines.append(f"{style.format(number)} {self._words()}{end}{self._data()}")
            if self.draw.random() < 0.2:
                lines.append(f"  {self.draw.choice(_SYMBOLS)} {self._element()}")
        return "\n".join(lines)

    def _outline(self) -> str:
        depth = 0
        lines = []
        for _ in range(self.draw.randint(1, 6)):
            lines.append(f"{'  ' * depth}{self.draw.choice('-*•')} {self._element()}")
            depth = max(0, depth + self.draw.choice((-1, 0, 1)))
        return "\n".join(lines)

    def _comment(self) -> str:
        words = self._words()
        if self.draw.random() < 0.5:
            words = self.draw.choice(_SUPPRESSIONS)
        return self.draw.choice((f"// {words}", f"/* {words} */", f"<!-- {words}\n\n{words} -->"))

    def _include(self) -> str:
        return self.draw.choice(("@include(x)", "@include(y)", f"%%% x\n{self._element()}"))

    def _front_matter(self) -> str:
        lines = []
        depth = 0
        for _ in range(self.draw.randint(0, 5)):
            value = self.draw.choice((*_VALUES, "", ""))
            lines.append(f"{'    ' * depth}{self.draw.choice(_KEYS)}: {value}")
            depth = depth + 1 if not value else self.draw.randint(0, depth)
        return "\n".join(["===", *lines, "==="])

    # -- mutations ----------------------------------------------------------------------------

    def mutated(self, text: str, others: Sequence[str] = ()) -> str:  # noqa: PLR0911
        """Return a text with one change; pieces of other texts may be put into it."""
        start, stop = sorted(self.draw.randint(0, len(text)) for _ in range(2))
        stop = min(stop, start + self.draw.choice((1, 3, 20, 200)))
        piece = text[start:stop]
        match self.draw.randrange(12):
            case 0 | 1 | 2:
                return text[:start] + self.draw.choice(ALL_FRAGMENTS) + text[start:]
            case 3:
                return text[:start] + text[stop:]
            case 4:
                return text[:stop] + piece * self.draw.choice((1, 1, 3, 20)) + text[stop:]
            case 5:
                return text[:start] + self.draw.choice(ALL_FRAGMENTS) + text[stop:]
            case 6:
                return text[:start] + chr(self.draw.choice(_CODES)(self.draw)) + text[start:]
            case 7 | 8:
                return self._with_changed_lines(text)
            case 9 if others:
                other = self.draw.choice(others)
                begin = self.draw.randint(0, len(other))
                return text[:start] + other[begin : begin + stop - start + 1] + text[stop:]
            case 10:
                line_end = self.draw.choice(("\r\n", "\r", "\n", "\n\n", "\u2028"))
                return text.replace("\n", line_end, self.draw.choice((1, -1)))
            case _:
                return text[:start] + self.glued(2) + text[stop:]

    def _with_changed_lines(self, text: str) -> str:
        lines = text.split("\n")
        at, other = (self.draw.randrange(len(lines)) for _ in range(2))
        match self.draw.randrange(5):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at] = self.draw.choice((" ", "  ", "\t", "    ", "'")) + lines[at]
            case 3:
                lines[at] = lines[at].lstrip()
            case _:
                del lines[at]
        return "\n".join(lines)

    # -- texts of any length --------------------------------------------------------------------

    def recipe(self) -> "Recipe":
        """Return something to be repeated; `%d` in it is a number that differs each time."""
        start, end = (self._few() for _ in range(2))
        unit = self._few() or "a"
        if self.draw.random() < 0.5:
            at = self.draw.randint(0, len(unit))
            unit = unit[:at] + "%d" + unit[at:]
        return Recipe(start, unit, end)

    def _few(self) -> str:
        kind = self.draw.random()
        if kind < 0.3:
            return ""
        if kind < 0.75:
            return self.glued(self.draw.randint(1, 3))
        return self._block() + self.draw.choice(("", "\n", "\n\n"))


class Recipe(NamedTuple):
    """A text of any length: `unit` again and again between two others."""

    start: str
    unit: str
    end: str

    def text(self, length: int) -> str:
        """Return the text of about some length."""
        count = max(1, length // len(self.unit))
        units = (self.unit.replace("%d", str(number)) for number in range(count))
        return self.start + "".join(units) + self.end


_CODES = (
    lambda draw: draw.randrange(0x20),
    lambda draw: draw.randrange(0x20, 0x250),
    lambda draw: draw.randrange(0x2000, 0x2070),
    lambda draw: draw.randrange(0x3000, 0xD800),
    lambda draw: draw.randrange(0xE000, 0x110000),
)


def corpus(root: Path) -> list[str]:
    """Return the maps and examples of the repository, the short ones, in order."""
    found = sorted(
        path for folder in ("maps", "tests") for path in (root / folder).rglob("*.argdown")
    )
    texts = (path.read_bytes().decode("utf-8", "replace") for path in found)
    return [text for text in texts if len(text) < 3000]
