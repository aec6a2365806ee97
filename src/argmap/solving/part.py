"""The part of a framework that a question is about, and what is settled around it."""

from collections.abc import Iterable

from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, OPEN, grounded_labels


class Part:
    """Some arguments of a framework, numbered anew from 0, with the attacks among them.

    `settled` is what belongs to every answer besides: the grounded extension, if that was taken
    out. `members` are the old numbers.
    """

    def __init__(
        self, framework: Framework, members: list[int], settled: Extension = frozenset()
    ) -> None:
        self.members = members
        self.settled = settled
        self.place = {member: index for index, member in enumerate(members)}
        place = self.place
        if len(members) == len(framework):
            self.attackers, self.attacked = framework.attackers, framework.attacked
        else:
            self.attackers = [
                [place[a] for a in framework.attackers[m] if a in place] for m in members
            ]
            self.attacked = [
                [place[a] for a in framework.attacked[m] if a in place] for m in members
            ]

    def __len__(self) -> int:
        return len(self.members)

    def whole(self, chosen: Iterable[int]) -> Extension:
        """Return an answer in the framework's numbers, with what is settled."""
        return self.settled | {self.members[index] for index in chosen}

    def closed(self, chosen: Iterable[int]) -> set[int]:
        """Add to an admissible set all that it defends, again and again: a complete extension.

        Dung's fundamental lemma keeps it admissible; linear in the attacks.
        """
        inside = set(chosen)
        beaten = bytearray(len(self))
        left = [len(sources) for sources in self.attackers]
        queue = sorted(inside)
        for member in queue:  # grows while it is read
            for victim in self.attacked[member]:
                if not beaten[victim]:
                    beaten[victim] = True
                    for freed in self.attacked[victim]:
                        left[freed] -= 1
                        if not left[freed] and freed not in inside:
                            inside.add(freed)
                            queue.append(freed)
        return inside


def whole_part(framework: Framework) -> Part:
    """Return the whole framework as a part."""
    return Part(framework, list(range(len(framework))))


def open_part(framework: Framework, relevant: list[int] | None = None) -> Part:
    """Return what the grounded extension leaves open, with that extension as settled.

    Complete, preferred, stable and semi-stable extensions are the grounded one and an extension
    of this part.

    relevant: the arguments to look at, closed under attackers; without it, all
    """
    labels = grounded_labels(framework)
    looked_at = range(len(framework)) if relevant is None else relevant
    members = [argument for argument in looked_at if labels[argument] == OPEN]
    settled = frozenset(argument for argument, label in enumerate(labels) if label == IN)
    return Part(framework, members, settled)
