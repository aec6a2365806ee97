"""`StepGraph` → `Labelling`: who is in, out or undecided, and why. One semantics, one file."""

from argmap.evaluation.coherence import incoherent_steps
from argmap.evaluation.derivation import Derivation, derive
from argmap.evaluation.labelling import Label, Labelling, Reason, Verdict
from argmap.evaluation.policy import Policy, UnknownPolicy, base_set
from argmap.evaluation.report import report_labels
from argmap.evaluation.wellfounded import evaluate
from argmap.evaluation.wording import reason_sentence

__all__ = [
    "Derivation",
    "Label",
    "Labelling",
    "Policy",
    "Reason",
    "UnknownPolicy",
    "Verdict",
    "base_set",
    "derive",
    "evaluate",
    "incoherent_steps",
    "reason_sentence",
    "report_labels",
]
