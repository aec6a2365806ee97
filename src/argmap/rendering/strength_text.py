"""What `argmap strength` prints for people."""

from collections.abc import Iterable, Iterator

from argmap.evaluation.gradual import Strength, Strengths, Supporter
from argmap.evaluation.gradual.numbers import shown
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.written_names import written_name, written_names

_WIDTH = 8  # of the column of numbers
_UNSETTLED = "?"


def write_strengths(strengths: Strengths, only: Iterable[NodeRef] | None = None) -> str:
    """Return each statement and argument with its strength and how that comes about.

    only: what is printed; without it all but prose, which takes part in nothing
    """
    semantics = strengths.semantics
    lines = [f"{semantics.name} ({semantics.source})"]
    if not semantics.reads_supports:
        lines.append("It knows attacks only: supports are not counted.")
    lines.append("")
    refs = only if only is not None else _taking_part(strengths)
    for ref in refs:
        lines.extend(_block(strengths, ref))
    return "\n".join(lines).rstrip() + "\n"


def _taking_part(strengths: Strengths) -> Iterator[NodeRef]:
    steps = strengths.steps
    for ref in steps.graph.order:
        if ref.kind is NodeKind.STATEMENT and not steps.graph.statements[ref.title].is_titled:
            node = steps.statements[ref.title]
            ties = (steps.into, steps.using, steps.attackers, steps.attacked, steps.undercutting)
            if not any(tie[node] for tie in ties):
                continue
        yield ref


def _block(strengths: Strengths, ref: NodeRef) -> Iterator[str]:
    strength = strengths.of(ref)
    name = written_name(strengths.steps.graph.node(ref))
    yield f"{_number(strength.strength)}{name}"
    is_step = ref.kind is NodeKind.ARGUMENT and ref.title not in strengths.steps.gists
    if strength.supporters or strength.attackers or strength.is_given or is_step:
        yield _indented(_base(strength, is_step=is_step))
    for supporter in strength.supporters:
        yield _indented(f"+ {_number(supporter.strength)}{_support(strengths, supporter)}")
    sign = "×" if is_step else "−"
    for node, value in strength.attackers:
        yield _indented(f"{sign} {_number(value)}{written_names(strengths.steps, [node])}")
    for formula in strength.formulas:
        yield _indented(formula)
    if strength.strength is None:
        yield _indented("does not settle")


def _base(strength: Strength, *, is_step: bool) -> str:
    base = _UNSETTLED if strength.base is None else shown(strength.base)
    if is_step:
        weight = ", times its weight" if strength.is_given else ""
        return f"as strong as the weakest premise{weight}: {base}"
    return f"base score {base}" + (" (given)" if strength.is_given else "")


def _support(strengths: Strengths, supporter: Supporter) -> str:
    names = written_names(strengths.steps, supporter.premises)
    graph = strengths.steps.graph
    is_sketch = supporter.argument in strengths.steps.gists
    if supporter.argument is not None and not is_sketch:
        argument = written_name(graph.arguments[supporter.argument])
        names = f"{argument}: {names}" if names else argument
    is_told = (
        supporter.step == strengths.steps.inferences.get(supporter.argument or "", (None,))[-1]
    )
    return f"{names}; {supporter.formula}" if supporter.formula and not is_told else names


def _number(strength: float | None) -> str:
    return f"{_UNSETTLED if strength is None else shown(strength):{_WIDTH}}"


def _indented(line: str) -> str:
    return " " * _WIDTH + line
