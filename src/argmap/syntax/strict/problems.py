"""Everything that the reference implementation would refuse in a text."""

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.explode import check_explosion
from argmap.syntax.strict.export import check_export
from argmap.syntax.strict.grammar import read_document
from argmap.syntax.strict.model import build_model
from argmap.syntax.strict.reading import Reading, Refusal, Trouble
from argmap.syntax.strict.settings import check_settings
from argmap.syntax.strict.wording import finding_of


def find_refused(text: str) -> tuple[Finding, ...]:
    """Return what the reference implementation (@argdown/core 1.7.5) refuses in a text, in order.

    There is at least one finding if and only if it refuses the text: with an error of its lexer
    or parser, or with an exception on the way to a map. It stops at the first fault and tells the
    line where it notices it; the findings are at the places to blame, and behind a fault reading
    goes on below the next empty line. Never raises, and takes linear time.
    """
    reading = read_document(text)
    values = DataValues(text, reading)
    model = build_model(reading)
    findings = [
        *_unreadable(text, reading, values),
        *model.findings,
        *check_explosion(text, model, values),
        *check_settings(text, reading, model, values),
        *check_export(reading, model, values),
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.message)))


def _unreadable(text: str, reading: Reading, values: DataValues) -> list[Finding]:
    """Return what cannot be read: one finding for data that is cut short and no YAML therefore."""
    cut = {
        refusal.span: refusal
        for refusal in reading.refusals
        if refusal.trouble is Trouble.TEXT_BEHIND_DATA
    }
    findings = []
    for token, finding in values.refused.items():
        refusal = cut.pop(Span(token.start, token.end), None)
        if refusal is None:
            findings.append(finding)
        else:
            brace = Span(token.end - 1, token.end)
            findings.append(finding_of(text, Refusal(Trouble.CUT_DATA, brace, refusal.stop)))
    others = (
        refusal
        for refusal in reading.refusals
        if refusal.trouble is not Trouble.TEXT_BEHIND_DATA or refusal.span in cut
    )
    return findings + [finding_of(text, refusal) for refusal in others]
