"""`----`, or `-- rules {data} --`, which may run over several physical lines."""

import re
from collections.abc import Mapping

from argmap.source import Span
from argmap.syntax.content import ContentReader
from argmap.syntax.cursor import COMMENT, Cursor
from argmap.syntax.lines import Content, Line, LineKind

_BAR_OR_STOP = re.compile(
    r"(?P<bar>-{2,}+)(?=[ \t]*(?:[\r\n]|//|/\*|<!--|\Z))|-++"  # or dashes that are none
    r"|(?P<comment>//|/\*|<!--)|(?P<brace>\{)|\\."
    r"|(?P<stop>(?>\r\n|\r|\n)(?=[ \t]*"
    r"(?:[\r\n]|\([0-9]+\)|-{2,}+[ \t]*+(?!//|/\*|<!--)\S|\Z)))"
)

# Up to nine lines of words, a second bar and a number below a bar that is an inference by itself.
_NAME_BELOW = re.compile(
    r"[ \t]*(?:(?>\r\n|\r|\n)[ \t]*+(?![-+<>*=#\[\r\n]|_\s|\([0-9]+\)|\Z)"
    r"(?:(?!/\*|<!--)[^\r\n])*+){1,9}+"
    r"(?>\r\n|\r|\n)[ \t]*+-{2,}[ \t]*(?>\r\n|\r|\n)[ \t]*\([0-9]+\)"
)


_RULE_PART = re.compile(r"\\(?P<escaped>[^\r\n])|(?P<shortcode>\.\S+?\.|:\S+?:)|(?P<comma>,)")


def read_inference(
    cursor: Cursor, content: ContentReader, start: int, marker: Span, width: int
) -> Line:
    """Read the inference whose first bar is `marker`; leave the cursor behind it."""
    at = cursor.skip_blanks(marker.end)
    line_end = cursor.line_end(at)
    has_comment = COMMENT.match(cursor.text, at) is not None
    is_bar = (at >= line_end or has_comment) and marker.end - marker.start >= 3
    if is_bar and not _NAME_BELOW.match(cursor.text, marker.end):
        content.read(at, line_end)
        closed = marker.end - marker.start >= 4
        return Line(LineKind.INFERENCE, start, marker, width, closed=closed)
    if (named := _named_inference(cursor, content, start, marker, width)) is not None:
        return named
    line_end = cursor.line_end(marker.end)
    span = Span(
        marker.start,
        max((words.end for words in cursor.trimmed(at, line_end)), default=marker.end),
    )
    said = content.read(marker.end, line_end)._replace(after=())
    return Line(LineKind.INFERENCE, start, span, width, content=said, closed=False)


def _named_inference(
    cursor: Cursor, content: ContentReader, start: int, marker: Span, width: int
) -> Line | None:
    """Read up to the second bar; None if there is none before the next numbered line."""
    text = cursor.text
    pieces: list[Span] = []
    data: list[Span] = []
    piece = position = marker.end
    while match := _BAR_OR_STOP.search(text, position):
        position = match.end()
        if match.lastgroup == "bar":
            pieces.extend(cursor.trimmed_lines(piece, match.start()))
            content.read(match.end(), cursor.line_end(match.end()))
            span = Span(marker.start, match.end())
            said = Content(tuple(pieces), tuple(data))
            return Line(LineKind.INFERENCE, start, span, width, content=said)
        if match.lastgroup == "comment":
            if cursor.take_comment(match):
                pieces.extend(cursor.trimmed_lines(piece, match.start()))
                piece = position = cursor.position
        elif match.lastgroup == "brace":
            end = content.braces.end(match.start())
            if end is not None:
                pieces.extend(cursor.trimmed_lines(piece, match.start()))
                data.append(Span(match.start(), end))
                piece = position = end
        elif match.lastgroup == "stop":
            break
    return None


def read_rules(
    text: str, pieces: tuple[Span, ...], shortcodes: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the rules that an inference names, parted by commas.

    Escapes and special characters are resolved, as the reference does; other markup is kept.
    """
    rules: list[list[str]] = [[]]
    for start, end in pieces:
        position = start
        for part in _RULE_PART.finditer(text, start, end):
            rules[-1].append(text[position : part.start()])
            position = part.end()
            if part["comma"]:
                rules.append([])
            else:
                rules[-1].append(part["escaped"] or shortcodes.get(part[0], part[0]))
        rules[-1] += (text[position:end], " ")
    tidy = (" ".join("".join(rule).split()) for rule in rules)
    return tuple(rule for rule in tidy if rule)
