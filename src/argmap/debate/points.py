"""The points of a debate: what each argument says, what attacks it, and where."""

from dataclasses import dataclass
from enum import StrEnum

from argmap.evaluation import Label, Labelling
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    RelationKind,
    Statement,
)
from argmap.model.steps import StepGraph

UNSTATED = "unstated"
_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)
_POINTING = (*_SUPPORTS, RelationKind.ATTACK, RelationKind.UNDERCUT, RelationKind.CONTRARY)


class Reply(StrEnum):
    """How an attack answers, in debaters' words, where a tag or `answer:` says so."""

    NO_LINK = "no link"
    NON_UNIQUE = "non-unique"
    NO_IMPACT = "no impact"
    LINK_TURN = "link turn"
    IMPACT_TURN = "impact turn"
    INDICT = "indict"
    OUTWEIGHS = "outweighs"

    @property
    def is_offence(self) -> bool:
        """Whether it wins something, rather than only taking something away."""
        return self in (Reply.LINK_TURN, Reply.IMPACT_TURN, Reply.OUTWEIGHS)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of an argument: its printed number (0 if it has none) and words."""

    ref: NodeRef
    number: int
    text: str
    is_unstated: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One inference: premises that work only together, its rules, and what follows."""

    premises: tuple[Line, ...]
    rules: tuple[str, ...]
    conclusion: Line


@dataclass(frozen=True, slots=True)
class Objection:
    """An attack on a point.

    source: who attacks, as it was written
    place:  where it lands, in words: `premise 2`, `step 3` (an intermediate conclusion),
            `the inference`, `the conclusion`, `the claim`
    number: the printed number of that premise or step, else 0
    reply:  what kind of answer it is, if the map says so
    """

    source: NodeRef
    kind: RelationKind
    place: str
    number: int
    reply: Reply | None

    @property
    def is_offence(self) -> bool:
        """Whether it turns the point, rather than only stopping it."""
        return self.reply is not None and self.reply.is_offence


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a side says: an argument, or a statement that speaks for or against another.

    tag:     its claim in one sentence
    stages:  the inferences of a reconstruction; none for a sketch or a statement
    reasons: nodes that are written as supports of it, where it has no stages
    targets: what it speaks for or against, with the relation; of a reconstruction, first its
             conclusion, and what that speaks for or against last
    """

    ref: NodeRef
    tag: str
    label: Label
    stages: tuple[Stage, ...]
    reasons: tuple[NodeRef, ...]
    targets: tuple[tuple[RelationKind, NodeRef], ...]
    objections: tuple[Objection, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All premises, each once."""
        found = {line.ref: line for stage in self.stages for line in stage.premises}
        concluded = {stage.conclusion.ref for stage in self.stages}
        return tuple(line for ref, line in found.items() if ref not in concluded)

    @property
    def conclusion(self) -> Line | None:
        """The main conclusion of a reconstruction."""
        return self.stages[-1].conclusion if self.stages else None


def find_points(labelling: Labelling) -> tuple[Point, ...]:
    """Return the points of a map in document order.

    Every argument is one, and so is every statement that supports, attacks or undercuts something
    by itself: not as the conclusion of an argument, which is that argument's point.
    """
    return _Finder(labelling).points()


class _Finder:
    def __init__(self, labelling: Labelling) -> None:
        self.labelling = labelling
        self.steps: StepGraph = labelling.steps
        self.graph: ArgumentGraph = labelling.steps.graph
        self.pointing: dict[NodeRef, list[tuple[RelationKind, NodeRef]]] = {}
        self.reasons: dict[NodeRef, list[NodeRef]] = {}
        for relation in self.graph.relations:
            if relation.kind in _POINTING:
                self.pointing.setdefault(relation.source, []).append(
                    (relation.kind, relation.target)
                )
            if relation.kind in _SUPPORTS:
                self.reasons.setdefault(relation.target, []).append(relation.source)
        self.argued = {
            argument.main_conclusion
            for argument in self.graph.arguments.values()
            if argument.is_reconstructed
        }
        self.hits: dict[int, list[tuple[NodeRef, RelationKind]]] = {}
        for attack in self.steps.attacks:
            kind, written = attack.origin.kind, attack.origin
            self.hits.setdefault(attack.target, []).append((written.source, kind))
            if attack.is_mutual:
                self.hits.setdefault(attack.source, []).append((written.target, kind))
        self.cuts: dict[int, list[NodeRef]] = {}
        for undercut in self.steps.undercuts:
            self.cuts.setdefault(undercut.step, []).append(undercut.origin.source)

    def points(self) -> tuple[Point, ...]:
        found = []
        for ref in self.graph.order:
            node = self.graph.node(ref)
            if isinstance(node, Argument) or (
                ref in self.pointing and ref.title not in self.argued
            ):
                found.append(self.point(node))
        return tuple(found)

    def point(self, node: Statement | Argument) -> Point:
        ref = node.ref
        stages = self.stages(node) if isinstance(node, Argument) else ()
        tag = node.text or (stages[-1].conclusion.text if stages else node.title)
        targets = list(self.pointing.get(ref, ()))
        if stages:
            conclusion = stages[-1].conclusion.ref
            beyond = self.pointing.get(conclusion, ())
            targets = [(RelationKind.SUPPORT, conclusion), *targets, *beyond]
        return Point(
            ref,
            tag,
            self.labelling.of(ref).label,
            stages,
            () if stages else tuple(dict.fromkeys(self.reasons.get(ref, ()))),
            tuple(dict.fromkeys(targets)),
            tuple(dict.fromkeys(self.objections(ref, stages))),
        )

    def stages(self, argument: Argument) -> tuple[Stage, ...]:
        lines = [
            Line(
                NodeRef(NodeKind.STATEMENT, line.title),
                line.number,
                self.said(line.title),
                UNSTATED in self.graph.statements[line.title].tags,
            )
            for line in argument.pcs
        ]
        return tuple(
            Stage(
                tuple(lines[place] for place in inference.premises),
                inference.rules,
                lines[inference.conclusion],
            )
            for inference in argument.inferences
        )

    def said(self, title: str) -> str:
        statement = self.graph.statements[title]
        return statement.text or statement.title

    def objections(self, ref: NodeRef, stages: tuple[Stage, ...]) -> list[Objection]:
        if not stages:
            node = self.steps.source_of(ref)
            return self.hitting(node, "the claim", 0)
        found: list[Objection] = []
        steps = self.steps.inferences.get(ref.title, ())
        concluded = {stage.conclusion.ref for stage in stages}
        last = stages[-1].conclusion.ref
        seen: set[NodeRef] = set()
        for place, stage in enumerate(stages):
            for line in (*stage.premises, stage.conclusion):
                if line.ref in seen:
                    continue
                seen.add(line.ref)
                is_premise = line.ref not in concluded
                told = f"{'premise' if is_premise else 'step'} {line.number}"
                told = "the conclusion" if line.ref == last else told
                number = 0 if line.ref == last else line.number
                found += self.hitting(self.steps.statements[line.ref.title], told, number)
            if place < len(steps):
                told = "the inference"
                if len(stages) > 1:
                    told += f" to {stage.conclusion.number}"
                found += [
                    Objection(source, RelationKind.UNDERCUT, told, 0, reply_of(self.graph, source))
                    for source in self.cuts.get(steps[place], ())
                ]
        return found

    def hitting(self, node: int, place: str, number: int) -> list[Objection]:
        return [
            Objection(source, kind, place, number, reply_of(self.graph, source))
            for source, kind in self.hits.get(node, ())
        ]


def reply_of(graph: ArgumentGraph, ref: NodeRef) -> Reply | None:
    """Return what kind of answer a node is, by `answer:` in its data or a tag: #link-turn."""
    node = graph.node(ref)
    names = [str(node.data["answer"])] if "answer" in node.data else []
    for name in (*names, *node.tags):
        plain = name.strip().casefold().replace("-", " ").replace("_", " ")
        for reply in Reply:
            if plain == reply.value.replace("-", " "):
                return reply
    return None
