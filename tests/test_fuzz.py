"""A short walk of the fuzzers, always the same; tests/fuzz/run.py walks on for an hour."""

import pytest
from fuzz.plain import faults_of
from fuzz.targets import TARGETS
from fuzz.texts import Maker
from time_limits import in_time


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_found_on_the_known_paths(seed):
    maker = Maker(seed)
    with in_time():
        faults = faults_of([maker.text() for _ in range(40)], list(TARGETS))
    assert not faults, "\n".join(fault.told() for fault in faults)
