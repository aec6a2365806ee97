"""Plain, quoted and block scalars of YAML, as far as the reference's reader knows them.

Each function stands at the first character of what may be its scalar, returns its text and leaves
the place behind it, or returns None and moves nothing.
"""

import re

from argmap.syntax.strict.js_yaml.place import (
    BLANKS,
    END,
    FLOW_SIGNS,
    LINE_ENDS,
    YamlText,
    is_blank_or_end,
)

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_NO_JSON = re.compile("[\x00-\x08\x0a-\x1f]")
_NOT_PLAIN = f"{BLANKS}{LINE_ENDS}{FLOW_SIGNS}#&*!|>'\"%@`"
_PLAIN_RUN = re.compile(r"[^:#\r\n\0,\[\]{} \t]+")
_QUOTED_RUN = re.compile(r"[^'\"\\\r\n\0 \t.\-]+")
_ESCAPES = {
    **dict(zip("0abtnvfre", "\0\a\b\t\n\v\f\r\x1b", strict=True)),
    **{"\t": "\t", " ": " ", '"': '"', "/": "/", "\\": "\\"},
    **{"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
}
_HEX_LENGTHS = {"x": 2, "u": 4, "U": 8}
_HEX = frozenset("0123456789abcdefABCDEF")


def _folded(line_ends: int) -> str:
    return " " if line_ends == 1 else "\n" * (line_ends - 1)


def _segment(place: YamlText, start: int, end: int, *, quoted: bool = False) -> str:
    """Return a stretch of a scalar; refuse characters that it must not hold."""
    found = (_NO_JSON if quoted else _UNPRINTABLE).search(place.text, start, max(start, end))
    if found is not None:
        raise place.refuse(
            f"the character U+{ord(found[0]):04X} may not stand here", found.start()
        )
    return place.text[start:end]


# -- plain --------------------------------------------------------------------------------------


def read_plain(place: YamlText, indent: int, *, in_flow: bool) -> str | None:
    """Read an unquoted scalar, which may go on over lines that are indented enough."""
    first, following = place.here, place.after()
    ends_flow = in_flow and following in FLOW_SIGNS
    if first in _NOT_PLAIN or (first in "?-" and (is_blank_or_end(following) or ends_flow)):
        return None
    parts: list[str] = []
    start = end = place.at
    pending = 0  # line ends between the last words and what comes
    while place.here != END and not _plain_ends(place, in_flow=in_flow):
        if place.here in LINE_ENDS:
            before = place.place()
            line_ends = place.separate(comments=False)
            if place.indent < indent:
                tab = place.tab
                place.restore((end, *before[1:4], tab))
                break
            pending = line_ends
            continue
        if pending:
            parts += (_segment(place, start, end), _folded(pending))
            start = end = place.at
            pending = 0
        if run := _PLAIN_RUN.match(place.text, place.at):
            place.at = end = run.end()
        else:
            if place.here not in BLANKS:
                end = place.at + 1
            place.at += 1
    parts.append(_segment(place, start, end))
    return "".join(parts) or None


def _plain_ends(place: YamlText, *, in_flow: bool) -> bool:
    """Tell whether a plain scalar ends before the character that comes."""
    character = place.here
    if character == ":":
        following = place.after()
        return is_blank_or_end(following) or (in_flow and following in FLOW_SIGNS)
    if character == "#":
        return is_blank_or_end(place.text[place.at - 1])
    return place.is_document_mark() or (in_flow and character in FLOW_SIGNS)


# -- quoted -------------------------------------------------------------------------------------


def read_quoted(place: YamlText) -> str | None:
    """Read a scalar in single or double quotes."""
    quote = place.here
    if quote not in "'\"":
        return None
    opening = place.at
    place.at += 1
    parts: list[str] = []
    start = end = place.at
    while place.here != END:
        character = place.here
        if character == quote == "'" and place.after() == "'":
            parts.append(_segment(place, start, place.at, quoted=True))
            start = place.at + 1  # the second one stands for itself
            place.at = end = start + 1
        elif character == quote:
            parts.append(_segment(place, start, place.at, quoted=True))
            place.at += 1
            return "".join(parts)
        elif character == "\\" and quote == '"':
            parts += (_segment(place, start, place.at, quoted=True), _escaped(place))
            start = end = place.at
        elif character in LINE_ENDS:
            parts.append(_segment(place, start, end, quoted=True))
            parts.append(_folded(place.separate(comments=False)))
            start = end = place.at
        elif place.is_document_mark():
            break
        elif run := _QUOTED_RUN.match(place.text, place.at):
            place.at = end = run.end()
        else:
            place.at += 1
            if character not in BLANKS:
                end = place.at
    raise place.refuse("this quotation is never closed", opening)


def _escaped(place: YamlText) -> str:
    """Return what a backslash in double quotes and the characters behind it stand for."""
    backslash = place.at
    place.at += 1
    if place.here in LINE_ENDS:
        place.separate(comments=False)
        return ""
    name = place.here
    if name in _ESCAPES:
        place.at += 1
        return _ESCAPES[name]
    length = _HEX_LENGTHS.get(name)
    digits = place.text[place.at + 1 : place.at + 1 + (length or 0)]
    if length is None or len(digits) < length or not _HEX.issuperset(digits):
        raise place.refuse(f"`\\{name.strip(END)}` is no escape in double quotes", backslash)
    place.at += 1 + length
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"


# -- block --------------------------------------------------------------------------------------


def read_block(place: YamlText, indent: int) -> str | None:
    """Read a scalar that `|` or `>` begins."""
    if place.here not in "|>":
        return None
    is_folded = place.here == ">"
    keeps, width = _block_header(place)
    text_indent = indent if width is None else indent + width - 1
    is_known = width is not None
    parts: list[str] = []
    has_content = was_deeper = False
    empty = 0
    while place.here != END:
        place.pass_line_end()
        place.indent = 0
        while place.here == " " and (not is_known or place.indent < text_indent):
            place.indent += 1
            place.at += 1
        if not is_known:
            text_indent = max(text_indent, place.indent)
        if place.here in LINE_ENDS:
            empty += 1
            continue
        if not is_known and text_indent == 0:
            raise place.refuse("the text below `|` or `>` has to be indented")
        if place.indent < text_indent:
            kept = empty + has_content if keeps == "+" else has_content
            parts.append("" if keeps == "-" else "\n" * kept)
            break
        is_deeper = is_folded and place.here in BLANKS
        if is_deeper or not is_folded:
            parts.append("\n" * (empty + has_content))
        elif was_deeper:
            parts.append("\n" * (empty + 1))
        else:
            parts.append("\n" * empty or " " * has_content)
        was_deeper = is_deeper
        has_content = is_known = True
        empty = 0
        start = place.at
        place.pass_comment()  # to the end of the line
        parts.append(_segment(place, start, place.at))
    return "".join(parts)


def _block_header(place: YamlText) -> tuple[str, int | None]:
    """Read `|` or `>` and what follows on its line: how it ends, and its indentation."""
    keeps, width = "", None
    while True:
        place.at += 1
        sign = place.here
        if sign in "+-":
            if keeps:
                raise place.refuse("`+` or `-` stands here twice")
            keeps = sign
        elif "0" <= sign <= "9":
            if sign == "0" or width is not None:
                raise place.refuse("the indentation of a block is one digit from 1 to 9")
            width = int(sign)
        else:
            break
    if place.here in BLANKS:
        place.pass_blanks()
        if place.here == "#":
            place.pass_comment()
    return keeps, width
