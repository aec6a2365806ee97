"""Every term of a premise holds hands with another."""

from collections.abc import Iterator

from argmap.analysis.terms import lonely_terms
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, Inference, PcsStatement
from argmap.model.written_names import listed


def find(subject: Subject) -> Iterator[Finding]:
    """Report inferences with a premise that has a term of its own; one finding an inference."""
    statements, read = subject.graph.statements, subject.terms.read
    for argument in subject.graph.arguments.values():
        for inference in argument.inferences:
            lines = [argument.pcs[place] for place in inference.premises]
            lines.append(argument.pcs[inference.conclusion])
            if not all(statements[line.title].text for line in lines):
                continue
            terms = lonely_terms([read(statements[line.title].ref) for line in lines])
            loose = [
                (line, own)
                for line, own in zip(lines[:-1], terms, strict=False)
                if own and not is_muted(RULE, statements[line.title].data)
            ]
            if loose and not is_muted(RULE, inference.data, argument.data):
                yield _finding(argument, inference, loose)


def _finding(
    argument: Argument, inference: Inference, loose: list[tuple[PcsStatement, tuple[str, ...]]]
) -> Finding:
    lonely = [f'"{term}" of ({line.number})' for line, terms in loose for term in terms]
    conclusion = argument.pcs[inference.conclusion]
    return Finding(
        loose[0][0].occurrence.span,
        f"Rule of thumb: {listed(lonely)} should come back in the conclusion or another premise, "
        f"and {'does' if len(lonely) == 1 else 'do'} not.",
        f"is a premise unstated that takes {'it' if len(lonely) == 1 else 'them'} up? add it "
        "above the line, or write `{ignore: INF003}` behind the inference.",
        (*dict.fromkeys((conclusion.title, argument.title, *(line.title for line, _ in loose))),),
    )


RULE = Rule(
    "INF003",
    "holding-hands",
    Severity.INFO,
    "A term of a premise is neither in the conclusion nor in another premise.",
    find,
    Default.TEACH,
)
