"""Preferred: a largest admissible set (Dung 1995)."""

from collections.abc import Iterator

from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, OPEN, grounded_labels
from argmap.solving.growing import grow
from argmap.solving.part import Part, open_part
from argmap.solving.semantics import complete
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension:
    """Return a preferred extension."""
    part = open_part(framework)
    return part.whole(grow(part))


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the preferred extensions.

    Each set that is found is grown, and a clause rules out it and its subsets.
    """
    part = open_part(framework)
    count = len(part)
    with Engine(admissible(part), count, prefer=range(1, 2 * count + 1)) as engine:
        while (model := engine.model()) is not None:
            largest = grow(part, (variable - 1 for variable in model))
            yield part.whole(largest)
            engine.add([index + 1 for index in range(count) if index not in largest])


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a complete extension with an argument: every one is part of a preferred one."""
    return complete.containing(framework, argument)


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return what shows that a preferred extension does without an argument.

    Mostly that is a complete extension that attacks it, for a preferred one grows from that (as
    in Thimm, Cerutti and Vallati 2021). If there is none, it is a preferred extension.
    """
    labels = grounded_labels(framework)
    if labels[argument] == IN:
        return None
    found = complete.containing_any(framework, framework.attackers[argument])
    if found is None and labels[argument] == OPEN:
        return _not_to_be_joined(framework, argument)
    return found


def _not_to_be_joined(framework: Framework, argument: int) -> Extension | None:
    """Return a preferred extension without an argument that no admissible set attacks.

    Sets without it are grown among what decides about it: what attacks it, directly or through
    others. One that it cannot join is the answer, and the subsets of the others are ruled out.
    """
    whole = open_part(framework)
    cone = Part(whole, _ancestors(whole, whole.place[argument]))
    query = cone.place[whole.place[argument]]
    count = len(cone)
    with Engine(admissible(cone), count, prefer=range(1, 2 * count + 1)) as engine:
        engine.add([-query - 1])
        while (model := engine.model()) is not None:
            largest = grow(cone, (variable - 1 for variable in model))
            if query not in largest:
                return whole.whole(grow(whole, [cone.members[index] for index in largest]))
            engine.add([index + 1 for index in range(count) if index not in largest])
    return None


def _ancestors(part: Part, index: int) -> list[int]:
    """Return an argument of a part and all that attack it, directly or through others."""
    seen = {index}
    queue = [index]
    for one in queue:  # grows while it is read
        for attacker in part.attackers[one]:
            if attacker not in seen:
                seen.add(attacker)
                queue.append(attacker)
    return sorted(queue)


SEMANTICS = Semantics("preferred", some, every, containing, lacking)
