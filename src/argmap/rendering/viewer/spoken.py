"""What is said of a place in the outline: "Premise 2 of 4 supporting X. Attacked by 1."."""

from collections.abc import Mapping

from argmap.mapping.argument_map import BoxKind
from argmap.rendering.display_text import printable
from argmap.rendering.viewer.entities import Entities
from argmap.rendering.viewer.places import Part, Place

_VERBS = {
    Part.SUPPORT: "Supports",
    Part.ATTACK: "Attacks",
    Part.ENTAILS: "Entails",
    Part.CONTRARY: "Cannot be true together with",
    Part.CONTRADICTORY: "Contradicts",
}
_COUNTED = (
    ("Supported by", (Part.SUPPORT, Part.ENTAILS)),
    ("Attacked by", (Part.ATTACK, Part.CONTRARY, Part.CONTRADICTORY)),
    ("Undercut by", (Part.UNDERCUT,)),
)


class Speaker:
    """Says what places are; `findings` counts them by entity."""

    def __init__(self, entities: Entities, findings: Mapping[int, int]) -> None:
        self.entities = entities
        self.findings = findings
        self.pictures = {
            box.id: [printable(picture.name) for picture in box.pictures if picture.name]
            for box in entities.map.boxes
            if box.pictures
        }
        self.counts: list[dict[Part, int]] = [{} for _ in entities.all]
        for tie in entities.ties:
            part = Part(tie.kind.value)
            for end in (tie.target, tie.source) if tie.kind.is_symmetric else (tie.target,):
                self.counts[end][part] = self.counts[end].get(part, 0) + 1

    def say(self, place: Place) -> str:
        """Return sentences about a place: how it hangs together, then what is known of it."""
        told = [self._relation(place)]
        if place.is_again:
            told.append("Told in full elsewhere")
        else:
            told += self.facts(place.branch.entity)
        return " ".join(f"{sentence}." for sentence in told if sentence)

    def _relation(self, place: Place) -> str:
        branch = place.branch
        above = self._called(place.above)
        goal = above if branch.goal is None else self._called(branch.goal)
        match branch.part:
            case Part.ROOT:
                return self._root(place)
            case Part.PREMISE if branch.place[1]:
                number, count = branch.place
                told = f"Premise {number} of {count} supporting {goal}"
            case Part.PREMISE:
                number_told = "" if branch.number is None else f" {branch.number}"
                told = f"Premise{number_told} of {goal}"
            case Part.CONCLUSION:
                told = f"Conclusion {branch.number} of {above}"
            case Part.UNDERCUT:
                told = f"Undercuts the step to {goal}"
            case _:
                told = f"{_VERBS[branch.part]} {above}"
        return told

    def _root(self, place: Place) -> str:
        if self.entities.all[place.branch.entity].is_thesis:
            return "Main claim"
        return "Continued from elsewhere" if place.continues else ""

    def facts(self, index: int) -> list[str]:
        """Return what is known of an entity wherever it stands."""
        entity = self.entities.all[index]
        node = self.entities.node(entity)
        told = []
        if entity.kind is BoxKind.ARGUMENT:
            told.append("Argument")
        if entity.is_unstated:
            told.append("Unstated")
        is_fact = node is not None and "fact" in node.tags
        if node is not None and node.data.get("cited") is False:
            told.append("Uncited fact" if is_fact else "Uncited")
        elif is_fact:
            told.append("Given as a fact")
        if entity.is_unsupported:
            told.append("No support yet")
        for words, parts in _COUNTED:
            count = sum(self.counts[index].get(part, 0) for part in parts)
            if count:
                told.append(f"{words} {count}")
        if entity.port is None:
            told += [f"Picture: {name}" for name in self.pictures.get(entity.box, ())]
        if found := self.findings.get(index, 0):
            told.append(f"{found} finding{'' if found == 1 else 's'}")
        return told

    def _called(self, index: int | None) -> str:
        return "" if index is None else self.entities.all[index].called.rstrip(".")
