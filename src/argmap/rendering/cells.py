"""How wide a text is in a terminal, in cells."""

import unicodedata

_ZERO = frozenset(("Mn", "Me", "Cf"))
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def cell_width(text: str) -> int:
    """Return the width of a text in cells: CJK and emoji take two, combining marks none."""
    if text.isascii():
        return len(text)
    width = 0
    joined = False
    last = 0
    for character in text:
        if joined:  # the next part of a joined emoji takes no room of its own
            joined = False
            continue
        if character == _JOINER:
            joined = True
            continue
        if character == _EMOJI_STYLE:
            width += 2 - last if last == 1 else 0
            last = 2
            continue
        last = character_width(character)
        width += last
    return width


def character_width(character: str) -> int:
    """Return the cells of one character that stands by itself."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int, mark: str = "…") -> str:
    """Shorten a text to a number of cells, with a mark at its end if something is missing."""
    if cell_width(text) <= width:
        return text
    room = width - cell_width(mark)
    kept: list[str] = []
    used = 0
    for character in text:
        used += character_width(character)
        if used > room:
            break
        kept.append(character)
    return "".join(kept).rstrip() + mark
