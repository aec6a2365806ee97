"""Lets the tests here share `random_maps` and `naive`, which stand one folder up."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
