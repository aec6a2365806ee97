"""The page of a rule as blocks that a script can show without reading Markdown."""

import re

from argmap.checks.explain import explain, find_rule
from argmap.checks.selectors import UnknownRule

Blocks = list[list[str]]
"""Each a kind, `h`, `p` or `code`, and its text."""

_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}([^*\n]+)\*{1,3}(?!\w)")


def rule_page(code: str) -> Blocks:
    """Return what `argmap explain` says of a rule; nothing for a rule that is not argmap's own."""
    try:
        page = explain(find_rule(code))
    except UnknownRule:
        return []
    blocks: Blocks = []
    for number, piece in enumerate(re.split(r"^```.*\n?", page, flags=re.MULTILINE)):
        if number % 2:
            blocks.append(["code", piece.rstrip("\n")])
            continue
        for paragraph in re.split(r"\n\s*\n", piece.strip()):
            words = " ".join(paragraph.split())
            if words.startswith("# ") or not words:
                continue
            kind = "h" if words.startswith("#") else "p"
            blocks.append([kind, _plain(words.lstrip("# "))])
    return blocks


def _plain(words: str) -> str:
    return _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", words))
