"""Certificates are checked by definition, beside the definitions over all subsets."""

import random
from itertools import combinations

import pytest
from solving import naive

from argmap.solving import Framework
from argmap.solving.certificates import is_admissible, is_complete, is_conflict_free, is_stable
from argmap.solving.closing import close


@pytest.mark.parametrize("seed", range(20))
def test_certificates_and_closing(seed):
    draw = random.Random(seed)
    pairs = [(a, b) for a in range(6) for b in range(6) if draw.random() < 0.25]
    framework = Framework.of([str(number) for number in range(6)], pairs)
    known = naive.extensions(6, pairs)
    for size in range(7):
        for chosen in map(frozenset, combinations(range(6), size)):
            is_free = not any(a in chosen and b in chosen for a, b in pairs)
            assert is_conflict_free(framework, chosen) == is_free
            assert is_admissible(framework, chosen) == (chosen in known["AD"])
            assert is_complete(framework, chosen) == (chosen in known["CO"])
            assert is_stable(framework, chosen) == (chosen in known["ST"])
            if chosen in known["AD"]:
                least = min((s for s in known["CO"] if chosen <= s), key=len)
                assert close(framework, chosen) == least
