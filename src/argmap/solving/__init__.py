"""Abstract argumentation: which sets of arguments can stand together (Dung 1995).

Arguments are opaque here, and all that is known of them is which attacks which. The problems and
their names are those of the competition of solvers (ICCMA): a task (EE all extensions, SE some,
CE their number, DC credulous and DS sceptical acceptance of an argument) and a semantics.
"""

from argmap.solving.answers import Answer, write_answer, write_answer_json
from argmap.solving.engine import MissingSolver
from argmap.solving.framework import Framework
from argmap.solving.reading import FORMATS, FrameworkError, read_framework
from argmap.solving.tasks import PROBLEMS, UnknownProblem, require_problem, solve

__all__ = [
    "FORMATS",
    "PROBLEMS",
    "Answer",
    "Framework",
    "FrameworkError",
    "MissingSolver",
    "UnknownProblem",
    "read_framework",
    "require_problem",
    "solve",
    "write_answer",
    "write_answer_json",
]
