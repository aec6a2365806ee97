"""Marks for a map of a pupil's own, held against the map of the lesson.

An item for every tie of the reference, and one for each main claim. A tie that follows from the
pupil's map as well is worth one; half: the other sign, another branch on the same side, a step
skipped; nothing: the wrong way round, or missing. Premises that work only together and are drawn
as reasons by themselves cost a quarter, once for the step. What the pupil has besides costs
nothing.
"""

from collections.abc import Iterator, Mapping

from argmap.classroom.comparing.claims import Claims, Tie
from argmap.classroom.comparing.closure import Change, Verdict, View, judge_tie, named, tell_tie
from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.matching import Doubt, Matching, match
from argmap.classroom.marking.answers import Answers
from argmap.classroom.marking.marks import Band, Mark, Marked

SEPARATE = 0.25
_FIXES: Mapping[Change, str] = {
    Change.SIGN: "Read {0} aloud with “because”, then with “but”: which one fits?",
    Change.DIRECTION: "Turn the arrow at {0} round: the reason points to what it is a reason for.",
    Change.SKIPPED: "Put {0} where the text has it: there is a step between.",
    Change.MOVED: "Move {0} to {1}.",
    Change.UNTIED: "Draw an arrow from {0} to {1}.",
}


def mark_map(
    answers: Answers, reference: Claims, theirs: Claims, decisions: Decisions | None = None
) -> Marked:
    """Return the marks of a pupil's map."""
    matching = match(reference, theirs, decisions, is_trusted=False)
    return Marked(answers, tuple(_MapMarker(reference, theirs, matching).marks()), is_map=True)


class _MapMarker:
    def __init__(self, reference: Claims, theirs: Claims, matching: Matching) -> None:
        self.reference, self.theirs = reference, theirs
        to, back = dict(matching.to_right), dict(matching.to_left)
        self.view = View(reference, theirs, to, back, True)
        self.doubts: dict[int, Doubt] = {}
        for doubt in matching.doubts:
            self.doubts.setdefault(doubt.left, doubt)

    def marks(self) -> Iterator[Mark]:
        yield from (self.main_claim(thesis) for thesis in self.reference.theses)
        separate = self.separate()
        for tie in sorted(self.reference.ties):
            yield self.tie(tie, is_separate=tie in separate)

    def item(self, tie: Tie) -> str:
        name = named(self.reference, tie.source)
        if len(self.reference.outgoing[tie.source]) == 1:
            return name
        return f"{name} → {named(self.reference, tie.target)}"

    def doubt(self, item: str, claim: int, *, is_own: bool = True) -> Mark | None:
        """Return an open mark if a person should say whether the claim is there.

        is_own: the mark is about the claim itself, not about one that bears on it
        """
        doubt = self.doubts.get(claim)
        if doubt is None or (doubt.is_counted and not is_own):
            return None
        return Mark(
            item,
            None,
            1.0,
            Band.HUMAN,
            self.theirs.all[doubt.right].said,
            self.reference.all[claim].said,
            f"Is this the same claim: {doubt.why}?",
            asked=self.reference.all[claim].said,
        )

    def main_claim(self, thesis: int) -> Mark:
        item = f"main claim {named(self.reference, thesis)}"
        said = self.reference.all[thesis].said
        open_mark = self.doubt(item, thesis)
        if open_mark is not None:
            return open_mark
        if thesis in self.view.to:
            there = self.theirs.all[self.view.to[thesis]].said
            return Mark(item, 1.0, 1.0, Band.ACCEPTED, there, said)
        reason = f"The map has not got {item}."
        fix = f"Add the {item}: “{said}”"
        return Mark(item, 0.0, 1.0, Band.EMPTY, "", said, reason, fix)

    def tie(self, tie: Tie, *, is_separate: bool) -> Mark:
        item = self.item(tie)
        name, goal = named(self.reference, tie.source), named(self.reference, tie.target)
        expected = f"{name} {'against' if tie.is_con else 'for'} {goal}"
        open_mark = self.doubt(item, tie.source) or self.doubt(item, tie.target, is_own=False)
        if open_mark is not None:
            return open_mark
        verdict = judge_tie(self.view, tie)
        given = (
            self.theirs.all[self.view.to[tie.source]].said if tie.source in self.view.to else ""
        )
        if verdict.change is None and not is_separate:
            return Mark(item, 1.0, 1.0, Band.ACCEPTED, given, expected)
        reason, fix = self.told(tie, verdict)
        points = verdict.credit
        if is_separate:
            points -= SEPARATE
            reason, fix = self.told_separate(tie)
        band = Band.PART if points else Band.WRONG if given else Band.EMPTY
        return Mark(item, points, 1.0, band, given, expected, reason, fix)

    def told(self, tie: Tie, verdict: Verdict) -> tuple[str, str]:
        name, goal = named(self.reference, tie.source), named(self.reference, tie.target)
        for claim, called in ((tie.source, name), (tie.target, goal)):
            if claim not in self.view.to and verdict.change is not Change.SKIPPED:
                said = self.reference.all[claim].said
                return f"The map has not got {called}.", f"Add {called}: “{said}”"
        if verdict.change is None:
            return "", ""
        sentence = tell_tie(self.view, tie, verdict)
        return sentence, _FIXES[verdict.change].format(name, goal)

    def told_separate(self, tie: Tie) -> tuple[str, str]:
        goal = named(self.reference, tie.target)
        return (
            f"The premises for {goal} work only together, and are drawn as reasons by themselves; "
            "that takes a quarter off the step.",
            f"Join the premises for {goal} in one step.",
        )

    def separate(self) -> set[Tie]:
        """Return the first tie of each group that is all there and drawn as separate reasons."""
        found = set()
        to = self.view.to
        theirs = [group.premises for group in self.theirs.groups]
        for group in self.reference.groups:
            ties = [Tie(premise, group.conclusion, False) for premise in sorted(group.premises)]
            if any(judge_tie(self.view, tie).change is not None for tie in ties):
                continue
            mapped = {to[premise] for premise in group.premises}
            if not any(len(mapped & premises) > 1 for premises in theirs):
                found.add(ties[0])
        return found
