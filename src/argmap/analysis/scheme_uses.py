"""Which arguments and inferences say that they follow a scheme, and how they fill it."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from argmap.analysis.schemes import Scheme, find_scheme
from argmap.model.front_titles import bare_title, is_bracketed
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeRef,
    Occurrence,
    Statement,
)
from argmap.source import Span
from argmap.syntax import Inference as InferenceItem

_NOTHING: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A place where `scheme:` is written.

    node:      the statement or argument, or the argument whose inference it is
    inference: which of its inferences; None if the scheme is said of the node itself
    item:      index in `Document.items` of what the data stands behind
    span:      that element's title, or the inference
    written:   what `scheme:` says; `scheme` is what that names, None if nothing
    numbers:   the printed numbers of its argument's statements
    data:      the node's or inference's data; `spans` holds the places of the values in it
    """

    node: NodeRef
    inference: int | None
    item: int
    span: Span
    written: object
    scheme: Scheme | None
    numbers: Set[int]
    data: Mapping[str, object]
    spans: Mapping[str, Span]

    def place(self, key: str) -> Span:
        """Return where the value of a key stands, or the element itself."""
        return self.spans.get(key, self.span)


def find_scheme_uses(graph: ArgumentGraph) -> tuple[SchemeUse, ...]:
    """Return every use of a scheme: those of statements, of arguments, of inferences."""
    return tuple(use for uses in (_on_nodes(graph), _on_inferences(graph)) for use in uses)


def _on_nodes(graph: ArgumentGraph) -> Iterator[SchemeUse]:
    for nodes in (graph.statements, graph.arguments):
        for node in nodes.values():
            if node.data and "scheme" in node.data:
                yield _use_of(graph, node)


def _use_of(graph: ArgumentGraph, node: Statement | Argument) -> SchemeUse:
    last: Occurrence = next(o for o in reversed(node.occurrences) if "scheme" in o.data)
    data = getattr(graph.document.items[last.item], "data", None)
    spans = data.spans if data is not None else _NOTHING
    written = node.data["scheme"]
    scheme = find_scheme(written) if isinstance(written, str) else None
    numbers = _numbers(node) if isinstance(node, Argument) else frozenset()
    return SchemeUse(
        node.ref, None, last.item, last.span, written, scheme, numbers, node.data, spans
    )


def _numbers(argument: Argument) -> Set[int]:
    return frozenset(line.number for line in argument.pcs)


def _on_inferences(graph: ArgumentGraph) -> Iterator[SchemeUse]:
    items: dict[int, int] = {}  # where an inference begins → its item, once somebody asks
    for argument in graph.arguments.values():
        numbers: Set[int] = frozenset()
        for number, inference in enumerate(argument.inferences):
            if "scheme" not in inference.data:
                continue
            items = items or _inference_items(graph)
            numbers = numbers or _numbers(argument)
            index = items[inference.span.start]
            data = getattr(graph.document.items[index], "data", None)
            written = inference.data["scheme"]
            yield SchemeUse(
                argument.ref,
                number,
                index,
                inference.span,
                written,
                find_scheme(written) if isinstance(written, str) else None,
                numbers,
                inference.data,
                data.spans if data is not None else _NOTHING,
            )


def _inference_items(graph: ArgumentGraph) -> dict[int, int]:
    return {
        item.span.start: index
        for index, item in enumerate(graph.document.items)
        if isinstance(item, InferenceItem)
    }


def roles_of(use: SchemeUse) -> Mapping[str, object] | None:
    """Return what `roles:` says, or None if it says nothing or is no mapping."""
    roles = use.data.get("roles")
    return roles if isinstance(roles, dict) else None


def is_filled(graph: ArgumentGraph, use: SchemeUse, filler: object) -> bool:
    """Tell whether a role is filled: by `true`, a premise's number or title, or words.

    A number has to be that of a statement in the argument's structure, and a title in brackets
    or in a list has to be in the map; other words stand for what the argument itself says.
    """
    match filler:
        case bool():
            return filler
        case str() if not is_bracketed(filler.strip(), "[]") and not _number(filler):
            return bool(filler.strip())
        case _:
            return any(is_in_map(graph, use, entry) for entry in entries(filler))


def is_answered(graph: ArgumentGraph, use: SchemeUse, answer: object) -> bool:
    """Tell whether an entry of `cq:` answers: `true`, or something that is in the map."""
    if isinstance(answer, bool):
        return answer
    return any(is_in_map(graph, use, entry) for entry in entries(answer))


def entries(value: object) -> list[str | int]:
    """Return the titles and numbers of a value; lists are flattened: `[T]` is one in YAML."""
    found: list[str | int] = []
    waiting = [value]
    while waiting:
        match waiting.pop():
            case list() as values:
                waiting.extend(reversed(values))
            case bool() | None:
                pass
            case str() as text if text.strip():
                number = _number(text)
                found.append(text.strip() if number is None else number)
            case int() as number:
                found.append(number)
            case _:
                pass
    return found


def is_in_map(graph: ArgumentGraph, use: SchemeUse, entry: str | int) -> bool:
    """Tell whether a number is that of a statement of the argument, or a title is in the map."""
    if isinstance(entry, int):
        return entry in use.numbers or str(entry) in graph.statements
    title = bare_title(entry)
    in_statements = not is_bracketed(entry, "<>") and title in graph.statements
    return in_statements or (not is_bracketed(entry, "[]") and title in graph.arguments)


def _number(text: str) -> int | None:
    digits = text.strip().removeprefix("(").removesuffix(")")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
