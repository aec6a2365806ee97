"""What a contract finds in a map."""

from collections.abc import Iterator, Sequence

from argmap.checks.contracts.condition import ANYTHING, Way
from argmap.checks.contracts.contract import Contract
from argmap.checks.rule import Subject
from argmap.diagnostic import Finding
from argmap.model.graph import NodeKind, NodeRef, Statement
from argmap.source import Span

_MOST_ON_WAYS = 10_000  # nodes on all ways that a contract shows: on a large map, ways are long
_LONGEST_WAY = 7


def breaches(contract: Contract, subject: Subject) -> Iterator[Finding]:
    """Report each node that a contract is about and that breaks it, in document order."""
    about = [
        vertex for vertex in sorted(contract.every.find(subject).nodes) if _counts(subject, vertex)
    ]
    if not about:
        if contract.must_exist:
            yield _nothing_there(contract, subject)
        return
    fit = contract.must.find(subject)
    left = _MOST_ON_WAYS
    for vertex in about:
        if (vertex in fit.nodes) is contract.is_forbidden:
            way = fit.way(vertex) if contract.is_forbidden and left > 0 else None
            left -= len(way.vertices) if way is not None else 0
            yield _breach(contract, subject, vertex, way)


def _counts(subject: Subject, vertex: int) -> bool:
    """Tell whether a node belongs to the argument: a plain paragraph does not."""
    node = subject.ties.nodes[vertex]
    marked = node.tags or node.data
    return bool(marked) or not isinstance(node, Statement) or not subject.is_prose(node)


def _breach(contract: Contract, subject: Subject, vertex: int, way: Way | None) -> Finding:
    ref = subject.ties.refs[vertex]
    name = subject.name(ref)
    message = f"{name} {contract.fault}."
    if contract.message:
        written = contract.message
        message = written if "{name}" in written else f"{{name}}: {written}"
        message = message.replace("{name}", name)
    refs = _named(subject, way.vertices) if way is not None else []
    titles = tuple(each.title for each in refs)
    return Finding(
        subject.span(ref),
        message,
        _help(contract).replace("{name}", name),
        tuple(dict.fromkeys((ref.title, *titles[-1:]))),
        chain=titles,
        notes=_told_way(subject, refs, points_back=way is not None and way.points_back),
    )


def _help(contract: Contract) -> str:
    return contract.help or f"see what the project asks for: `argmap explain {contract.code}`."


def _named(subject: Subject, way: Sequence[int]) -> list[NodeRef]:
    """Return what an author can name on a way: inferences are called by their arguments."""
    ties, found = subject.ties, list[NodeRef]()
    for vertex in way:
        if vertex < len(ties):
            found.append(ties.refs[vertex])
            continue
        step = subject.steps.steps[vertex - len(ties)]
        if step.is_inference and step.argument is not None:
            found.append(NodeRef(NodeKind.ARGUMENT, step.argument))
    return [ref for i, ref in enumerate(found) if i == 0 or found[i - 1] != ref]


def _told_way(subject: Subject, way: Sequence[NodeRef], *, points_back: bool) -> tuple[str, ...]:
    if len(way) < 2:
        return ()
    arrow = " ← " if points_back else " → "
    shown = [*way[:3], *way[-3:]] if len(way) > _LONGEST_WAY else way
    names = [subject.name(ref) for ref in shown]
    if len(shown) < len(way):
        names.insert(3, "…")
    return (f"The way: {arrow.join(names)}",)


def _nothing_there(contract: Contract, subject: Subject) -> Finding:
    front = subject.document.front_matter
    span = Span(0, 0) if front is None else Span(front.span.start, front.span.start + 3)
    message = f"The map has no node that {contract.every.words.does}."
    if contract.every is ANYTHING:
        message = "The map has no node."
    return Finding(span, message, _help(contract))
