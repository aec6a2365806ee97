"""No rabbit comes out of a hat that it was not put into."""

from collections.abc import Iterator

from argmap.analysis.terms import terms_left_out
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import listed


def find(subject: Subject) -> Iterator[Finding]:
    """Report inferences whose conclusion has a term that none of the premises has."""
    statements, read = subject.graph.statements, subject.terms.read
    for argument in subject.graph.arguments.values():
        for inference in argument.inferences:
            conclusion = argument.pcs[inference.conclusion]
            lines = [argument.pcs[place] for place in inference.premises]
            if not all(statements[line.title].text for line in (conclusion, *lines)):
                continue
            premises = [read(statements[line.title].ref) for line in lines]
            ref = statements[conclusion.title].ref
            new = terms_left_out(read(ref), premises)
            if not new or is_muted(
                RULE, inference.data, argument.data, subject.graph.node(ref).data
            ):
                continue
            terms = listed([f'"{term}"' for term in new])
            yield Finding(
                conclusion.occurrence.span,
                f"Rule of thumb: {terms} of ({conclusion.number}) should come from a premise, and "
                "no premise of this step has it.",
                "is a premise unstated that brings it in? add it above the line, or write "
                "`{ignore: INF002}` behind the inference.",
                (conclusion.title, argument.title),
            )


RULE = Rule(
    "INF002",
    "rabbit-rule",
    Severity.INFO,
    "A term of a conclusion is in none of its premises.",
    find,
    Default.TEACH,
)
