"""What `argmap evaluate` prints for people: labels with their reasons, one a line."""

from collections.abc import Callable, Iterator, Sequence

from argmap.evaluation import Label, Labelling, incoherent_steps, reason_sentence
from argmap.evaluation.phrases import are
from argmap.evaluation.proof import Judgements, judgement_sentence
from argmap.model.steps import StepGraph
from argmap.model.written_names import written_names

_WIDTH = max(map(len, Label))


def write_labels(labelling: Labelling, theses: Sequence[str]) -> str:
    """Return a line for each thesis, then for each other conclusion, and what is incoherent."""
    steps = labelling.steps

    def line(node: int) -> str:
        sentence = reason_sentence(labelling, steps.nodes[node].ref)
        return _line(labelling.node_verdicts[node].label, sentence)

    others = [node for node, into in enumerate(steps.into) if into]
    lines = [*_sections(steps, theses, "Other conclusions", others, line)]
    for index in incoherent_steps(labelling):
        step = steps.steps[index]
        conclusion = written_names(steps, [step.conclusion])
        if step.premises:
            premises = are(steps, step.premises, "in")
            told = f"{premises} and would entail {conclusion}, which is out: give up one of them."
        else:
            told = f"{conclusion} follows from no premise, and is out."
        lines.append(f"incoherent: {told}")
    return "".join(f"{line}\n" for line in lines)


def write_judgements(judgements: Judgements, theses: Sequence[str]) -> str:
    """Return a line for each thesis, then for each other conclusion and all that is at issue."""
    case = judgements.case
    steps = case.steps

    def line(node: int) -> str:
        sentence = judgement_sentence(judgements, steps.nodes[node].ref)
        return _line(judgements.nodes[node].label, sentence)

    others = [n for n, into in enumerate(steps.into) if into or case.is_at_issue(n)]
    lines = _sections(steps, theses, "Other conclusions, and what is at issue", others, line)
    return "".join(f"{line}\n" for line in lines)


def _sections(
    steps: StepGraph,
    theses: Sequence[str],
    heading: str,
    others: Sequence[int],
    line: Callable[[int], str],
) -> Iterator[str]:
    tops = dict.fromkeys(steps.statements[title] for title in theses)
    rest = [node for node in others if node not in tops]
    for title, nodes in (("Main claims", list(tops)), (heading, rest)):
        if nodes:
            yield title
            yield from map(line, nodes)


def _line(label: Label, sentence: str) -> str:
    return f"  {label:<{_WIDTH}}  {sentence}"
