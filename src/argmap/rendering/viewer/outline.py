"""The outline as nested lists: a page to read, and what the script makes a tree of."""

from collections.abc import Iterator, Mapping

from argmap.mapping.argument_map import BoxKind
from argmap.rendering.display_text import escape, printable
from argmap.rendering.theme import SIGNS
from argmap.rendering.viewer.entities import Entities
from argmap.rendering.viewer.places import Part, Place
from argmap.rendering.viewer.spoken import Speaker

_MOST_MAIN = 12  # more main claims than this are folded into their groups too
_SIGNS = {kind.value: sign for kind, sign in SIGNS.items()}


def write_outline(
    entities: Entities,
    places: list[Place],
    speaker: Speaker,
    tongues: Mapping[int, str],
    *,
    folds_groups: bool = False,
) -> Iterator[str]:
    """Give the lines of the outline's HTML.

    tongues:      the language of an entity's text, where it is not the page's
    folds_groups: gather what stands at the top under the groups of the map
    """
    if not places:
        return
    yield '<ul id="tree" class="tree">'
    if folds_groups:
        for title, trees in _grouped(entities, places):
            if title is None:
                yield from _lists(entities, trees, speaker, tongues)
                continue
            count = sum(not place.is_again for place in trees)
            told = f"{count} statements and arguments"
            yield (
                f'<li class="entry group-of" data-group="{escape(f"{title}, {told}")}">'
                f'<p><b>{escape(title)}</b> <span class="said">{told}</span></p><ul>'
            )
            yield from _lists(entities, trees, speaker, tongues)
            yield "</ul></li>"
    else:
        yield from _lists(entities, places, speaker, tongues)
    yield "</ul>"


def _grouped(entities: Entities, places: list[Place]) -> Iterator[tuple[str | None, list[Place]]]:
    """Give the trees of each group of the map with its title; first those without a group."""
    groups = {box.id: box.group for box in entities.map.boxes}
    main = sum(entity.is_thesis for entity in entities.all)
    found: dict[int | None, list[Place]] = {None: []}
    group: int | None = None
    for place in places:
        if not place.depth:
            entity = entities.all[place.branch.entity]
            is_apart = entity.is_thesis and main <= _MOST_MAIN
            group = None if is_apart else groups[entity.box]
        found.setdefault(group, []).append(place)
    for index, trees in found.items():
        title = None if index is None else printable(entities.map.groups[index].title)
        yield title, trees


def _lists(
    entities: Entities, places: list[Place], speaker: Speaker, tongues: Mapping[int, str]
) -> Iterator[str]:
    depth = -1
    for place in places:
        if place.depth > depth:
            yield "" if depth < 0 else "<ul>"
        else:
            yield "</li>" + "</ul></li>" * (depth - place.depth)
        depth = place.depth
        yield _line(entities, place, speaker, tongues)
    if depth >= 0:
        yield "</li>" + "</ul></li>" * depth


def _line(entities: Entities, place: Place, speaker: Speaker, tongues: Mapping[int, str]) -> str:
    branch = place.branch
    entity = entities.all[branch.entity]
    identity = "" if place.is_again else f' id="{escape(entity.id)}"'
    again = " again" if place.is_again else ""
    lead = f"{_lead(place)} "
    tongue = tongues.get(branch.entity, "")
    said_in = f' lang="{escape(tongue)}"' if tongue else ""
    title = entity.title or ("Argument" if entity.kind is BoxKind.ARGUMENT else "")
    words = [f"<b{said_in}>{escape(title)}</b>"] if title else []
    if place.is_again:
        called = words[0] if words else f"<span{said_in}>{escape(entity.called)}</span>"
        words = [f'<span class="see">see</span> <a href="#{escape(entity.id)}">{called}</a>']
    elif entity.text:
        words.append(f'<span class="words"{said_in} dir="auto">{escape(entity.text)}</span>')
    said = f'<span class="said">{escape(speaker.say(place))}</span>'
    return (
        f'<li{identity} class="entry {branch.part.value}{again}" data-e="{branch.entity}">'
        f"<p>{lead}{' '.join(words)} {said}</p>"
    )


def _lead(place: Place) -> str:
    """Return what stands before the words: the relation's sign, or a row's number."""
    branch = place.branch
    sign = _SIGNS.get(branch.part.value, "")
    if branch.part in (Part.PREMISE, Part.CONCLUSION):
        number = "" if branch.number is None else str(branch.number)
        sign = number or "•"
    return f'<span class="sign" aria-hidden="true">{escape(sign)}</span>' if sign else ""
