"""What the reference refuses when it gathers statements, arguments and sections from a text."""

from dataclasses import dataclass, field

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.strict.limits import DEEPEST_HEADINGS, MOST_BLOCKS
from argmap.syntax.strict.reading import Element, Reading, Structure
from argmap.syntax.strict.refused import refused
from argmap.syntax.strict.values import RESERVED


@dataclass(eq=False, slots=True)
class Node:
    """A statement or argument under its title: its places, and its structure if it has one."""

    title: str
    members: list[Element] = field(default_factory=list)
    structure: Structure | None = None


@dataclass(slots=True)
class Model:
    """The statements and arguments by title, in the order in which they are first written."""

    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Node] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def build_model(reading: Reading) -> Model:
    """Gather what is written under each title.

    What has no title is called `Untitled 1` and so on, with one counter for all.
    """
    model = Model()
    names: dict[Element, str] = {}
    untitled = 0
    for part in reading.parts:
        if isinstance(part, Structure) and part.argument is not None:
            _add_structure(model, model.arguments[names[part.argument]], part)
            continue
        title = part.title if isinstance(part, Element) else None
        if not title:
            untitled += 1
            title = f"Untitled {untitled}"
        if isinstance(part, Structure):
            model.arguments[title] = Node(title, structure=part)
        else:
            names[part] = title
            nodes = model.arguments if part.is_argument else model.statements
            nodes.setdefault(title, Node(title)).members.append(part)
            _check_title(model, part)
    _check_headings(model, reading)
    if len(reading.blocks) > MOST_BLOCKS:
        first = reading.blocks[MOST_BLOCKS]
        message = f"cannot read more than {MOST_BLOCKS} blocks in one text."
        help = "divide the text into several maps."
        model.findings.append(refused(Span(first.start, first.end), message, help))
    return model


def _add_structure(model: Model, node: Node, structure: Structure) -> None:
    if node.structure is None:
        node.structure = structure
        return
    message = f"refuses a second premise-conclusion structure for the argument <{node.title}>."
    help = "give it an argument of its own, with another title, or join the two structures."
    model.findings.append(refused(structure.span, message, help, node.title))


def _check_title(model: Model, element: Element) -> None:
    title = element.title
    if title in RESERVED:
        brackets = "<{}>" if element.is_argument else "[{}]"
        message = f"cannot use `{title}` as a title: JavaScript has a meaning for it."
        help = f"write another title, such as `{brackets.format(title + ' (name)')}`."
        model.findings.append(refused(element.span, message, help, title))


def _check_headings(model: Model, reading: Reading) -> None:
    levels: list[int] = []
    for heading in reading.headings:
        while levels and levels[-1] >= heading.level:
            levels.pop()
        levels.append(heading.level)
        if len(levels) > DEEPEST_HEADINGS:
            message = f"cannot nest sections more than {DEEPEST_HEADINGS} deep."
            help = "write a heading with fewer `#`."
            model.findings.append(refused(heading.span, message, help))
            return
