"""Everything that the reference would refuse in a text."""

from argmap.diagnostic import Finding
from argmap.syntax.strict.data import read_values
from argmap.syntax.strict.explode import check_explosion
from argmap.syntax.strict.export import check_export
from argmap.syntax.strict.grammar import read_document
from argmap.syntax.strict.model import build_model
from argmap.syntax.strict.settings import check_settings
from argmap.syntax.strict.wording import finding_of


def find_refused(text: str) -> tuple[Finding, ...]:
    reading = read_document(text)
    values = read_values(text, reading)
    model = build_model(reading)
    findings = [finding_of(text, refusal) for refusal in reading.refusals]
    findings += values.findings
    findings += model.findings
    findings += check_explosion(text, model, values)
    findings += check_settings(text, reading, model, values)
    findings += check_export(reading, values)
    return tuple(findings)
