"""Diagnostics for people: place, sentence, excerpt with a caret, what follows, what to do."""

from collections.abc import Iterable, Sequence

from argmap.checks.fixable import is_safely_fixable
from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic
from argmap.rendering.cells import cell_width, cut
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.lines import EXPECTED, place, plain
from argmap.rendering.findings.summary import summary
from argmap.source import Source

_RESET = "\x1b[0m"
_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;34m",
    "place": "\x1b[1m",
    "mute": "\x1b[2m",
    "help": "\x1b[32m",
}
_WIDTH = 100
_REACH = 1000  # characters of a line that are looked at: more than fit, even if some are narrow
_LEAD = 24  # cells kept in front of the caret when a long line is cut


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a paragraph for each finding, in the order given.

    If one can be mended by `--fix`, those are marked with `[*]`, and a last line counts them.
    """
    parts = [
        write_report(source, diagnostics, color=options.color, marks_fixes=True)
        for source, diagnostics in checked
        if diagnostics
    ]
    if any(is_safely_fixable(source, each) for source, found in checked for each in found):
        parts.append(f"{summary(checked)}\n")
    return "\n".join(parts)


def write_report(
    source: Source,
    diagnostics: Iterable[Diagnostic],
    *,
    color: bool = False,
    marks_fixes: bool = False,
) -> str:
    """Return diagnostics as the paragraphs that `argmap check` prints, in the order given."""
    return "\n".join(
        _paragraph(source, diagnostic, color, marks_fixes) for diagnostic in diagnostics
    )


def _paragraph(source: Source, diagnostic: Diagnostic, color: bool, marks_fixes: bool) -> str:
    def styled(style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_RESET}" if color else text

    finding = diagnostic.finding
    head = (
        f"{styled('place', place(source, diagnostic))}: "
        f"{styled(diagnostic.severity, f'{diagnostic.severity} {diagnostic.code}')} "
        f"{diagnostic.name}"
    )
    if marks_fixes and is_safely_fixable(source, diagnostic):
        head += f" {styled('help', '[*]')}"
    if diagnostic.expected:
        head += styled("mute", EXPECTED)
    lines = [head, f"  {plain(finding.message)}"]
    lines += _excerpt(source, diagnostic, styled)
    lines += [f"  {plain(note)}" for note in finding.notes]
    if finding.help:
        lines.append(f"  {styled('help', 'help:')} {plain(finding.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(source: Source, diagnostic: Diagnostic, styled: object) -> list[str]:
    assert callable(styled)
    start = source.locate(diagnostic.span.start)
    end = source.locate(diagnostic.span.end)
    piece, line = source.line_span_at(diagnostic.span.start)
    place = line.start + start.column - 1
    last = line.end
    if end.line == start.line and end.path == start.path:
        last = line.start + end.column - 1

    def written(begin: int, stop: int) -> str:
        """Return a stretch of the line; not all of it, for many findings may be on a long one."""
        return plain(piece.text[begin : min(stop, begin + _REACH)])

    offset = line.start
    if (
        place - offset > _REACH
        or cell_width(written(offset, place + max(1, min(last - place, 40)))) > _WIDTH - 10
    ):
        offset = max(offset, place - _LEAD)
    shown = written(offset, line.end)
    if not shown.strip() and not diagnostic.finding.titles:
        return []
    dots = "… " if offset > line.start else ""
    lead = dots + written(offset, place)
    shown = dots + shown
    number = f"{start.line:>4}"
    caret_room = max(1, _WIDTH - cell_width(lead))
    width = max(1, min(cell_width(written(place, max(last, place + 1))), caret_room))
    gutter = " " * len(number)
    return [
        f"  {styled('mute', f'{number} |')} {cut(shown, _WIDTH)}",
        f"  {styled('mute', f'{gutter} |')} {' ' * cell_width(lead)}"
        f"{styled(diagnostic.severity, '^' * width)}",
    ]
