"""The one place that talks to the SAT solvers of python-sat."""

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.errors import ArgmapError

Clause = list[int]


class MissingSolver(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """The extra with the SAT solvers is not installed."""


class Engine:
    """A growing set of clauses, and models of it in which some literals are assumed.

    variables: models are about 1 … n; clauses may have more
    prefer:    literals that are tried first. With all that say "in" or "attacked" sets come out
               large, so that few steps lead to a largest one
    is_large:  any model will do, and there are very many clauses

    Each of the three cases has its solver: CaDiCaL where something is preferred, MapleChrono for
    what is large, Glucose otherwise.
    """

    def __init__(
        self,
        clauses: Iterable[Clause],
        variables: int,
        *,
        prefer: Iterable[int] = (),
        is_large: bool = False,
    ) -> None:
        try:
            from pysat.solvers import Solver
        except ImportError as missing:
            raise MissingSolver(
                "this problem needs a SAT solver: pip install 'argmap[solver]'"
            ) from missing
        self._variables = variables
        phases = list(prefer)
        name = "cadical195" if phases else "maplechrono" if is_large else "glucose4"
        self._solver: Any = Solver(name=name, bootstrap_with=clauses)
        if phases:
            self._solver.set_phases(phases)

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause; an empty one makes everything impossible."""
        if clause:
            self._solver.add_clause(list(clause))
        else:
            self._solver.add_clause([1])
            self._solver.add_clause([-1])

    def add_all(self, clauses: Iterable[Clause]) -> None:
        """Add clauses, none of them empty."""
        self._solver.append_formula(clauses)

    def model(self, assumed: Sequence[int] = ()) -> list[int] | None:
        """Return the variables 1 … n that are true in some model, ascending; None without one."""
        if not self._solver.solve(assumptions=list(assumed)):
            return None
        found: list[int] = self._solver.get_model()
        return [literal for literal in found[: self._variables] if literal > 0]
