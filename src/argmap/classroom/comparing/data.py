"""What a comparison says, for programs."""

from collections.abc import Sequence

from argmap.classroom.comparing.differences import Compared
from argmap.classroom.comparing.matching import COUNTED, POSSIBLE, SURE, Doubt
from argmap.classroom.comparing.report import LIMITS
from argmap.classroom.comparing.score import Comparison


def report_comparison(comparisons: Sequence[Comparison], reference: str) -> dict[str, object]:
    """Return `{reference, thresholds, limits, maps: [{file, score, matched, differences, …}]}`."""
    return {
        "reference": reference,
        "thresholds": {"sure": SURE, "counted": COUNTED, "shown": POSSIBLE},
        "limits": LIMITS,
        "maps": [_report_one(comparison) for comparison in comparisons],
    }


def _report_one(comparison: Comparison) -> dict[str, object]:
    compared, score = comparison.compared, comparison.score
    left, right = compared.left, compared.right
    return {
        "file": right.name,
        "score": {
            "value": round(score.value, 4),
            "least": round(score.least, 4),
            "most": round(score.most, 4),
            "parts": [
                {
                    "part": part.aspect.value,
                    "weight": part.weight,
                    "found": round(part.found, 4),
                    "in_reference": part.in_reference,
                    "sound": round(part.sound, 4),
                    "in_other": part.in_other,
                    "value": round(part.value, 4),
                }
                for part in score.parts
            ],
        },
        "matched": [
            {
                "reference": left.all[match.left].ref.title,
                "other": right.all[match.right].ref.title,
                "likeness": round(match.likeness, 4),
                "how": match.how.value,
            }
            for match in compared.matching.matches
        ],
        "differences": [
            {
                "change": d.change.value,
                "part": d.aspect.value,
                "reference": [left.all[claim].ref.title for claim in d.left],
                "other": [right.all[claim].ref.title for claim in d.right],
                "told": d.told,
                "lost": round(d.lost, 4),
                "weight": round(d.weight, 4),
            }
            for d in compared.differences
        ],
        "to_settle": [_report_doubt(compared, doubt) for doubt in compared.matching.doubts],
    }


def _report_doubt(compared: Compared, doubt: Doubt) -> dict[str, object]:
    return {
        "reference": compared.left.all[doubt.left].said,
        "other": compared.right.all[doubt.right].said,
        "likeness": round(doubt.likeness, 4),
        "why": doubt.why,
        "counted": doubt.is_counted,
    }
