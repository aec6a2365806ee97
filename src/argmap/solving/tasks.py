"""The problems of the competition: a task and a semantics, such as `DS-PR`."""

from collections.abc import Iterable

from argmap.analysis.spelling import Speller
from argmap.errors import ArgmapError
from argmap.memory import without_collection
from argmap.solving.answers import Answer
from argmap.solving.certificates import CHECKS
from argmap.solving.framework import Extension, Framework
from argmap.solving.semantics import SEMANTICS

TASKS = ("EE", "SE", "CE", "DC", "DS")
PROBLEMS = tuple(f"{task}-{semantics}" for task in TASKS for semantics in SEMANTICS)


class UnknownProblem(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no such problem, or it lacks its argument."""


@without_collection
def solve(framework: Framework, problem: str, argument: str | None = None) -> Answer:
    """Solve one of the `PROBLEMS`.

    argument: the name of the argument that DC and DS ask about
    raises:   `UnknownProblem`; `MissingSolver` if the problem needs the extra `[solver]`
    """
    code = require_problem(problem, argument)
    task, name = code.split("-")
    semantics = SEMANTICS[name]
    match task:
        case "SE":
            found = semantics.some(framework)
            return Answer(extensions=_checked(framework, name, [] if found is None else [found]))
        case "EE":
            ordered = sorted(map(sorted, semantics.every(framework)))
            return Answer(extensions=_checked(framework, name, map(frozenset, ordered)))
        case "CE":
            return Answer(count=sum(1 for _ in semantics.every(framework)))
        case _:
            query = _index(framework, argument or "")
            ask = semantics.containing if task == "DC" else semantics.lacking
            witness = ask(framework, query)
            if witness is not None and (query in witness) != (task == "DC"):
                raise AssertionError("the solver's answer is not about the argument")
            found_some = () if witness is None else (witness,)
            accepted = (witness is None) == (task == "DS")
            return Answer(accepted, extensions=_checked(framework, name, found_some))


def require_problem(problem: str, argument: str | None = None) -> str:
    """Return a problem's code as it is in `PROBLEMS`; raise `UnknownProblem`.

    argument: the argument that is asked about; DC and DS need one
    """
    code = problem.strip().upper()
    if code not in PROBLEMS:
        nearest = Speller(PROBLEMS).nearest(code)
        known = f"a task ({', '.join(TASKS)}), `-` and a semantics ({', '.join(SEMANTICS)})"
        guess = f"did you mean {nearest}?" if nearest else f"write {known}."
        raise UnknownProblem(f"No problem is called {problem!r}; {guess}")
    if argument is None and code.startswith(("DC", "DS")):
        raise UnknownProblem(f"{code} asks about an argument; name it with -a.")
    return code


def _checked(
    framework: Framework, semantics: str, extensions: Iterable[Extension]
) -> tuple[Extension, ...]:
    """Return extensions if they are what they should be; a solver that errs must not be quoted."""
    checked = tuple(extensions)
    if not all(CHECKS[semantics](framework, extension) for extension in checked):
        raise AssertionError(f"the solver's answer is no extension of {semantics}")
    return checked


def _index(framework: Framework, name: str) -> int:
    if name not in framework.index:
        nearest = Speller(framework.names).nearest(name)
        if nearest is None and 0 < len(framework) <= 20:
            guess = f"; choose one of {', '.join(framework.names)}."
        else:
            guess = f"; did you mean {nearest}?" if nearest else "."
        raise UnknownProblem(f"No argument is called {name!r}{guess}")
    return framework.index[name]
