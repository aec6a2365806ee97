"""Strict inferences that hold although their conclusion is out."""

from random_maps import graph_of

from argmap.evaluation import evaluate, incoherent_steps
from argmap.model.steps import build_steps

TEXT = """<A>

(1) [P]: p.
----
(2) [C]: c.

[C]
  - <B>: b.
"""


def test_only_in_strict_mode_and_only_if_the_premises_stand():
    strict = "===\nmodel: {mode: strict}\n===\n"
    assert incoherent_steps(evaluate(build_steps(graph_of(TEXT)))) == ()
    assert incoherent_steps(evaluate(build_steps(graph_of(strict + TEXT)))) == (0,)
    rejected = TEXT.replace("p.", "p. {status: rejected}")
    assert incoherent_steps(evaluate(build_steps(graph_of(strict + rejected)))) == ()
