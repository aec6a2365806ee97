"""The semantics by their definitions, over all subsets: slow, and written without the package."""

from itertools import combinations


def extensions(count, attacks):
    """Return the extensions of each semantics as sets of frozensets of 0 … count-1."""
    attacks = set(attacks)
    subsets = [
        frozenset(chosen)
        for size in range(count + 1)
        for chosen in combinations(range(count), size)
    ]

    def beaten(chosen):
        return {b for a, b in attacks if a in chosen}

    def defends(chosen, argument):
        return all(a in beaten(chosen) for a, b in attacks if b == argument)

    def widest(sets):
        ranges = {chosen: chosen | beaten(chosen) for chosen in sets}
        return {s for s in sets if not any(ranges[s] < ranges[other] for other in sets)}

    free = {s for s in subsets if not s & beaten(s)}
    admissible = {s for s in free if all(defends(s, a) for a in s)}
    complete = {s for s in admissible if s == {a for a in range(count) if defends(s, a)}}
    preferred = {s for s in admissible if not any(s < other for other in admissible)}
    shared = frozenset.intersection(*preferred)
    return {
        "AD": admissible,
        "CO": complete,
        "PR": preferred,
        "ST": {s for s in free if len(s | beaten(s)) == count},
        "GR": {min(complete, key=len)},
        "SST": widest(complete),
        "STG": widest(free),
        "ID": {max((s for s in admissible if s <= shared), key=len)},
    }
