"""Labels by proof standards for people."""

from argmap.evaluation.proof import Judgements, judgement_sentence
from argmap.model.graph import NodeKind


def write_judgements(judgements: Judgements) -> str:
    """Return a sentence for each statement and argument that takes part, in document order."""
    steps = judgements.case.steps
    lines = []
    for ref in steps.graph.order:
        if ref.kind is NodeKind.STATEMENT and not steps.graph.statements[ref.title].is_titled:
            node = steps.statements[ref.title]
            if not (steps.into[node] or steps.using[node] or judgements.case.is_at_issue(node)):
                continue
        lines.append(judgement_sentence(judgements, ref))
    return "".join(f"{line}\n" for line in lines)
