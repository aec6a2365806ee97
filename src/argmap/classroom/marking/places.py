"""Where the claims of a worksheet's map stand, as far as marking asks."""

from argmap.classroom.comparing.claims import Claims
from argmap.classroom.marking.key import Key
from argmap.model.front_titles import bare_title, is_bracketed


class Places:
    """The places of claims by their names, `[Title]` or `<Title>`; nothing without a map."""

    def __init__(self, key: Key, reference: Claims | None) -> None:
        self._claims = reference
        self._index: dict[str, int] = {}
        if reference is None:
            return
        for index, claim in enumerate(reference.all):
            brackets = "[]" if reference.steps.nodes[index].is_statement else "<>"
            self._index[f"{brackets[0]}{claim.ref.title}{brackets[1]}"] = index
        for argument in reference.graph.arguments.values():
            if argument.main_conclusion is not None:  # it speaks through that
                conclusion = reference.steps.statements[argument.main_conclusion]
                self._index[f"<{argument.title}>"] = conclusion

    def _find(self, name: str) -> int | None:
        if is_bracketed(name, "[]") or is_bracketed(name, "<>"):
            return self._index.get(name)
        bare = bare_title(name)
        return self._index.get(f"[{bare}]", self._index.get(f"<{bare}>"))

    def are_alike(self, one: str, other: str) -> bool:
        """Tell whether two claims stand equally high, with the same sign on what they bear on."""
        claims, here, there = self._claims, self._find(one), self._find(other)
        if claims is None or here is None or there is None:
            return False
        signs = [{tie.is_con for tie in claims.outgoing.get(i, ())} for i in (here, there)]
        return (
            claims.distances[here] is not None
            and claims.distances[here] == claims.distances[there]
            and bool(signs[0] & signs[1])
        )

    def is_beyond(self, start: str, aimed: str) -> bool:
        """Tell whether a claim leads to another, over at least one between."""
        return self._bears(start, aimed)

    def is_reverse(self, start: str, aimed: str) -> bool:
        """Tell whether another claim leads to this one."""
        return self._bears(aimed, start)

    def _bears(self, source: str, target: str) -> bool:
        claims, here, there = self._claims, self._find(source), self._find(target)
        if claims is None or here is None or there is None:
            return False
        return any(claims.bears(here, there, is_con=is_con) for is_con in (False, True))

    def is_as_high(self, start: str, aimed: str) -> bool:
        """Tell whether a claim is as high as what another one bears on."""
        claims, here, there = self._claims, self._find(start), self._find(aimed)
        if claims is None or here is None or there is None:
            return False
        height = claims.distances[there]
        right = {claims.distances[tie.target] for tie in claims.outgoing.get(here, ())}
        return height is not None and height in right
