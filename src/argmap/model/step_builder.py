"""`ArgumentGraph` → `StepGraph`: each written relation is read once."""

from collections.abc import Iterable
from typing import assert_never

from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
    Role,
    Statement,
)
from argmap.model.linked import linking_occurrence
from argmap.model.status import Assumed, Status, standing_of
from argmap.model.steps import (
    Attack,
    IdleUndercut,
    Links,
    Node,
    PseudoSupport,
    Step,
    StepGraph,
    Undercut,
)


class StepBuilder:
    """Collects the parts of one step graph."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._graph = graph
        self._refs = [ref for ref in graph.order if self._has_node(ref)]
        self._statements: dict[str, int] = {}
        self._gists: dict[str, int] = {}
        for index, ref in enumerate(self._refs):
            of_kind = self._statements if ref.kind is NodeKind.STATEMENT else self._gists
            of_kind[ref.title] = index
        self._steps: list[tuple[int, Step]] = []  # with its place in the text
        self._linked: dict[int, list[Step]] = {}  # by the occurrence that links them
        self._pseudo: list[tuple[int, str, Relation]] = []
        self._attacks: list[Attack] = []
        self._undercuts: list[Undercut] = []
        self._idle: list[IdleUndercut] = []
        self._premises_of: dict[str, set[int]] = {}  # of reconstructed arguments, once each

    def build(self) -> StepGraph:
        """Read inferences and supports first: undercuts hit the steps that these make."""
        self._read_inferences()
        for relation in self._graph.relations:
            match relation.kind:
                case RelationKind.SUPPORT | RelationKind.ENTAILS:
                    self._read_support(relation)
                case RelationKind.ATTACK | RelationKind.CONTRARY | RelationKind.CONTRADICTORY:
                    self._read_attack(relation)
                case RelationKind.UNDERCUT:
                    pass
                case _:
                    assert_never(relation.kind)
        self._join_linked()
        self._steps.sort(key=lambda placed: placed[0])
        steps = [step for _, step in self._steps]
        into = _links(len(self._refs), ((s.conclusion, i) for i, s in enumerate(steps)))
        inferences: dict[str, list[int]] = {}
        for index, step in enumerate(steps):
            if step.argument is not None and step.is_inference:
                inferences.setdefault(step.argument, []).append(index)
        self._read_undercuts(into, inferences)
        return self._assembled(steps, into, inferences)

    def _has_node(self, ref: NodeRef) -> bool:
        match ref.kind:
            case NodeKind.STATEMENT:
                return True
            case NodeKind.ARGUMENT:
                return not self._graph.arguments[ref.title].is_reconstructed
            case NodeKind.INFERENCE:
                return False
            case _:
                assert_never(ref.kind)

    def _source(self, ref: NodeRef) -> int:
        """Return the node that speaks for a relation's source."""
        if ref.kind is NodeKind.STATEMENT:
            return self._statements[ref.title]
        if ref.title in self._gists:
            return self._gists[ref.title]
        return self._conclusion(ref.title)

    def _conclusion(self, argument: str) -> int:
        conclusion = self._graph.arguments[argument].main_conclusion
        assert conclusion is not None, "only reconstructed arguments have no gist"
        return self._statements[conclusion]

    def _direct_target(self, ref: NodeRef) -> int | None:
        """Return the node that a relation points to; None for a reconstructed argument."""
        if ref.kind is NodeKind.STATEMENT:
            return self._statements[ref.title]
        return self._gists.get(ref.title)

    def _read_inferences(self) -> None:
        for argument in self._graph.arguments.values():
            for number, inference in enumerate(argument.inferences):
                premises = (self._statements[argument.pcs[i].title] for i in inference.premises)
                conclusion = self._statements[argument.pcs[inference.conclusion].title]
                origin = NodeRef(NodeKind.INFERENCE, argument.title, number)
                step = Step(tuple(dict.fromkeys(premises)), conclusion, argument.title, origin)
                self._steps.append((inference.span.start, step))

    def _read_support(self, relation: Relation) -> None:
        source = self._source(relation.source)
        target = self._direct_target(relation.target)
        if target is None:
            self._read_support_for_reconstructed(source, relation)
            return
        sketched = None
        if relation.source.kind is NodeKind.ARGUMENT:
            if relation.source.title in self._gists:
                sketched = relation.source.title
            elif source == target:
                return  # an argument for its own main conclusion: said already
        step = Step((source,), target, sketched, relation)
        linking = linking_occurrence(self._graph, relation)
        if linking is not None:
            self._linked.setdefault(linking, []).append(step)
        else:
            self._steps.append((relation.span.start, step))

    def _join_linked(self) -> None:
        """Make one step of the supports that one occurrence links; it comes from the first."""
        for supports in self._linked.values():
            first = supports[0]
            premises = tuple(dict.fromkeys(step.premises[0] for step in supports))
            if len(premises) > 1:
                first = first._replace(premises=premises, argument=None)
            assert not isinstance(first.origin, NodeRef)
            self._steps.append((first.origin.span.start, first))

    def _read_support_for_reconstructed(self, source: int, relation: Relation) -> None:
        argument = self._graph.arguments[relation.target.title]
        if source not in self._premises(argument):
            self._pseudo.append((source, argument.title, relation))

    def _premises(self, argument: Argument) -> set[int]:
        if argument.title not in self._premises_of:
            self._premises_of[argument.title] = {
                self._statements[line.title] for line in argument.pcs if line.role is Role.PREMISE
            }
        return self._premises_of[argument.title]

    def _read_attack(self, relation: Relation) -> None:
        """Read an attack on a node; those on a reconstructed argument wait for its steps."""
        source = self._source(relation.source)
        target = self._direct_target(relation.target)
        is_mutual = relation.kind is not RelationKind.ATTACK
        if target is None:
            if not is_mutual:
                return
            target = self._conclusion(relation.target.title)
        if source == target and relation.source != relation.target:
            return  # an argument against its own main conclusion: CON001 speaks
        if self._graph.is_strict:
            both = (source, target)
            is_mutual |= all(self._refs[i].kind is NodeKind.STATEMENT for i in both)
        self._attacks.append(Attack(source, target, relation, is_mutual))

    def _read_undercuts(self, into: Links, inferences: dict[str, list[int]]) -> None:
        against: dict[int, set[int]] = {}
        for attack in self._attacks:
            against.setdefault(attack.source, set()).add(attack.target)
            if attack.is_mutual:
                against.setdefault(attack.target, set()).add(attack.source)
        for relation in self._graph.relations:
            if relation.kind is RelationKind.UNDERCUT:
                self._read_undercut(relation, into, inferences)
            elif relation.kind is RelationKind.ATTACK and relation.target.title in inferences:
                self._read_attack_on_reconstructed(relation, against, inferences)

    def _read_undercut(
        self, relation: Relation, into: Links, inferences: dict[str, list[int]]
    ) -> None:
        source = self._source(relation.source)
        target = relation.target
        match target.kind:
            case NodeKind.INFERENCE:
                hit = [inferences[target.title][target.step or 0]]
            case NodeKind.ARGUMENT:
                if target.title in self._gists:
                    self._attacks.append(Attack(source, self._gists[target.title], relation))
                    return
                hit = inferences[target.title][-1:]
            case NodeKind.STATEMENT:
                statement = self._statements[target.title]
                if not into[statement]:
                    self._idle.append(IdleUndercut(source, statement, relation))
                hit = list(into[statement])
            case _:
                assert_never(target.kind)
        self._undercuts.extend(Undercut(source, step, relation) for step in hit)

    def _read_attack_on_reconstructed(
        self,
        relation: Relation,
        against: dict[int, set[int]],
        inferences: dict[str, list[int]],
    ) -> None:
        """Read an attack on the argument as a whole, unless it attacks a premise anyway."""
        if relation.target.kind is not NodeKind.ARGUMENT:
            return
        source = self._source(relation.source)
        argument = self._graph.arguments[relation.target.title]
        if against.get(source, set()).isdisjoint(self._premises(argument)):
            hit = inferences[argument.title]
            self._undercuts.extend(Undercut(source, step, relation) for step in hit)

    def _assembled(
        self, steps: list[Step], into: Links, inferences: dict[str, list[int]]
    ) -> StepGraph:
        graph, count = self._graph, len(self._refs)
        assumed = Assumed.of(graph.settings)
        nodes = []
        statements, arguments = graph.statements, graph.arguments
        for ref, steps_into in zip(self._refs, into, strict=True):
            element: Statement | Argument = (
                statements[ref.title] if ref.kind is NodeKind.STATEMENT else arguments[ref.title]
            )
            standing = standing_of(element, is_leaf=not steps_into, assumed=assumed)
            nodes.append(Node(ref, *standing))
        rejected = {
            title
            for title in inferences
            if standing_of(graph.arguments[title], is_leaf=False, assumed=assumed).status
            is Status.REJECTED
        }
        steps = [
            step
            if nodes[step.conclusion].status is not Status.REJECTED
            and not (step.is_inference and step.argument in rejected)
            else step._replace(is_void=True)
            for step in steps
        ]
        attacks = tuple(self._attacks)
        pairs = [(a.source, a.target) for a in attacks]
        pairs += [(a.target, a.source) for a in attacks if a.is_mutual]
        undercuts = tuple(self._undercuts)
        return StepGraph(
            graph=graph,
            nodes=tuple(nodes),
            steps=tuple(steps),
            attacks=attacks,
            undercuts=undercuts,
            idle_undercuts=tuple(self._idle),
            pseudo_supports=tuple(
                PseudoSupport(source, inferences[title][-1], relation)
                for source, title, relation in self._pseudo
            ),
            statements=self._statements,
            gists=self._gists,
            inferences={title: tuple(indices) for title, indices in inferences.items()},
            into=into,
            using=_links(count, ((p, i) for i, step in enumerate(steps) for p in step.premises)),
            attackers=_links(count, ((target, source) for source, target in pairs)),
            attacked=_links(count, pairs),
            undercutters=_links(len(steps), ((u.step, u.source) for u in undercuts)),
            undercutting=_links(count, ((u.source, u.step) for u in undercuts)),
        )


def _links(count: int, pairs: Iterable[tuple[int, int]]) -> Links:
    """Collect for each index what it is paired with, once each, in the order of the pairs."""
    tied: dict[int, list[int]] = {}
    for one, other in pairs:
        if one in tied:
            tied[one].append(other)
        else:
            tied[one] = [other]
    linked: list[tuple[int, ...]] = [()] * count
    for one, others in tied.items():
        linked[one] = tuple(dict.fromkeys(others)) if len(others) > 1 else (others[0],)
    return tuple(linked)
