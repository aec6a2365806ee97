"""Labels by proof standards and weights of arguments, as in Carneades.

Gordon, Prakken and Walton (2007); Gordon and Walton (2009; 2016). `StepGraph` → `Case` →
`Judgements`.
"""

from argmap.evaluation.proof.case import Case, make_case
from argmap.evaluation.proof.judgement import Ground, Judgement, Judgements, Mode, UnknownMode
from argmap.evaluation.proof.judging import judge
from argmap.evaluation.proof.report import report_judgements
from argmap.evaluation.proof.standards import Standard, UnknownStandard
from argmap.evaluation.proof.wording import judgement_sentence

__all__ = [
    "Case",
    "Ground",
    "Judgement",
    "Judgements",
    "Mode",
    "Standard",
    "UnknownMode",
    "UnknownStandard",
    "judge",
    "judgement_sentence",
    "make_case",
    "report_judgements",
]
