"""What is below one conclusion, as Horn clauses: rules that lead from leaves up to it.

Cut sets and supports only need that much of a map, and it is far smaller once what always falls
together is made one: premises that one step uses and nothing else does, and conclusions that a
single reason carries.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from argmap.model.steps import StepGraph


class Rule(NamedTuple):
    """The conclusion follows from all its premises together."""

    premises: tuple[int, ...]
    conclusion: int


class Clauses(NamedTuple):
    """Rules below `top`, down to `leaves`, which stand by themselves; all of it can be derived.

    top:    None if it cannot be derived at all
    leaves: in document order
    rules:  those that derive a premise come before those that use it, circles apart
    """

    top: int | None
    leaves: tuple[int, ...]
    rules: tuple[Rule, ...]


_MOST_PASSES = 20


class Condensed(NamedTuple):
    """Clauses over classes of leaves: of each class any one member is as good as another.

    `members[i]` are the leaves of class i, in document order; the classes are the leaves 0 … n-1
    of the clauses, and other nodes are numbered from there.
    """

    clauses: Clauses
    members: tuple[tuple[int, ...], ...]


def clauses_below(steps: StepGraph, base: frozenset[int], top: int) -> Clauses:
    """Return the clauses below a node of a map; what stands by itself needs nothing below it."""

    def rules_into(node: int) -> list[Rule]:
        if node in base:
            return []
        into = (steps.steps[index] for index in steps.into[node])
        return [Rule(step.premises, node) for step in into if not step.is_void]

    return derivable_below(top, lambda node: node in base, rules_into)


def derivable_below(
    top: int, is_leaf: Callable[[int], bool], rules_into: Callable[[int], Iterable[Rule]]
) -> Clauses:
    """Collect the rules below a node, and leave out those with a premise that cannot be derived.

    Linear in what is below it (unit propagation; Dowling and Gallier 1984).
    """
    nodes, rules = _collected(top, is_leaf, rules_into)
    leaves = sorted(node for node in nodes if is_leaf(node))
    using: dict[int, list[int]] = {node: [] for node in nodes}
    missing = [len(rule.premises) for rule in rules]
    place: dict[int, int] = dict.fromkeys(leaves, 0)  # when it was derived
    for index, rule in enumerate(rules):
        if not rule.premises:
            place.setdefault(rule.conclusion, 0)
        for premise in rule.premises:
            using[premise].append(index)
    derived = list(place)
    for node in derived:  # grows while it is read
        for index in using[node]:
            missing[index] -= 1
            conclusion = rules[index].conclusion
            if not missing[index] and conclusion not in place:
                place[conclusion] = len(derived)
                derived.append(conclusion)
    if top not in place:
        return Clauses(None, (), ())
    usable = [rule for rule, open_ in zip(rules, missing, strict=True) if not open_]
    usable.sort(key=lambda rule: place[rule.conclusion])
    return _reached(top, tuple(leaves), usable)


def _collected(
    top: int, is_leaf: Callable[[int], bool], rules_into: Callable[[int], Iterable[Rule]]
) -> tuple[list[int], list[Rule]]:
    """Return the nodes below a node, and the rules by which they lead there."""
    queue = [top]
    seen = {top}
    rules: list[Rule] = []
    for node in queue:  # grows while it is read
        for rule in () if is_leaf(node) else rules_into(node):
            if node in rule.premises:
                continue  # nothing follows from itself
            rules.append(rule)
            new = [premise for premise in rule.premises if premise not in seen]
            seen.update(new)
            queue.extend(dict.fromkeys(new))
    return queue, rules


def _reached(top: int, leaves: tuple[int, ...], rules: list[Rule]) -> Clauses:
    """Leave out what only led to the top through rules that cannot be used."""
    into: dict[int, list[int]] = {}
    for index, rule in enumerate(rules):
        into.setdefault(rule.conclusion, []).append(index)
    queue = [top]
    seen = {top}
    for node in queue:  # grows while it is read
        for index in into.get(node, ()):
            new = [premise for premise in rules[index].premises if premise not in seen]
            seen.update(new)
            queue.extend(dict.fromkeys(new))
    return Clauses(
        top,
        tuple(leaf for leaf in leaves if leaf in seen),
        tuple(rule for rule in rules if rule.conclusion in seen),
    )


def condense(clauses: Clauses) -> Condensed:
    """Make one of all leaves that fall together, and of nodes with the same fate.

    The minimal cut sets of the clauses are those of the condensed ones with, for each class, any
    one of its members; classes share no leaf, so that sizes stay.
    """
    work = _Condensing(clauses)
    for _ in range(_MOST_PASSES):  # one is enough where there are no circles, or nearly
        if not work.pass_over():
            break
    return work.condensed()


class _Condensing:
    def __init__(self, clauses: Clauses) -> None:
        self.top = clauses.top
        self.members: dict[int, list[int]] = {leaf: [leaf] for leaf in clauses.leaves}
        self.same: dict[int, int] = {}  # node → the node or class that has its fate
        self.into: dict[int, list[frozenset[int]]] = {}
        for rule in clauses.rules:
            premises = frozenset(rule.premises)
            self.into.setdefault(rule.conclusion, []).append(premises)

    def find(self, node: int) -> int:
        way = []
        while node in self.same:
            way.append(node)
            node = self.same[node]
        for passed in way[:-1]:
            self.same[passed] = node
        return node

    def pass_over(self) -> bool:
        """Go once through all nodes; tell whether anything changed."""
        changed = False
        assert self.top is not None
        uses: dict[int, int] = {self.find(self.top): 1}
        for node, bodies in self.into.items():
            fresh: dict[frozenset[int], None] = {}
            for body in bodies:
                mapped = frozenset(map(self.find, body))
                if node not in mapped:
                    fresh[mapped] = None
            self.into[node] = list(fresh)
            for body in fresh:
                for premise in body:
                    uses[premise] = uses.get(premise, 0) + 1
        for node in list(self.into):
            bodies = [self._merged(body, uses) for body in self.into[node]]
            changed = changed or sum(map(len, bodies)) < sum(map(len, self.into[node]))
            self.into[node] = bodies
            if len(bodies) == 1 and len(bodies[0]) == 1:
                (only,) = bodies[0]
                only = self.find(only)
                if only == node:
                    continue
                self.same[node] = only
                del self.into[node]
                uses[only] = uses.get(only, 1) - 1 + uses.get(node, 0)
                changed = True
        return changed

    def _merged(self, body: frozenset[int], uses: dict[int, int]) -> frozenset[int]:
        """Make one class of the leaves that nothing else uses."""
        body = frozenset(map(self.find, body))
        private = [p for p in body if p in self.members and uses[p] == 1]
        if len(private) < 2:
            return body
        kept = min(private)
        for other in private:
            if other != kept:
                self.members[kept].extend(self.members.pop(other))
                self.same[other] = kept
        return body.difference(private) | {kept}

    def condensed(self) -> Condensed:
        assert self.top is not None
        top = self.find(self.top)
        classes = sorted(self.members, key=lambda leaf: min(self.members[leaf]))
        number = {leaf: place for place, leaf in enumerate(classes)}
        for node in self.into:
            number[node] = len(number)
        rules = tuple(
            Rule(tuple(sorted(number[premise] for premise in body)), number[node])
            for node, bodies in self.into.items()
            for body in bodies
        )
        members = tuple(tuple(sorted(self.members[leaf])) for leaf in classes)
        leaves = tuple(range(len(classes)))
        return Condensed(Clauses(number[top], leaves, rules), members)
