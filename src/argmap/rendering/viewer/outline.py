"""The outline as nested lists: a page to read, and what the script makes a tree of."""

from collections.abc import Iterator, Mapping

from argmap.mapping.argument_map import BoxKind
from argmap.rendering.display_text import escape
from argmap.rendering.theme import SIGNS
from argmap.rendering.viewer.entities import Entities
from argmap.rendering.viewer.places import Part, Place
from argmap.rendering.viewer.spoken import Speaker

_RELATIONS = {
    Part.SUPPORT: "supported by",
    Part.ATTACK: "attacked by",
    Part.UNDERCUT: "undercut by",
    Part.ENTAILS: "entailed by",
    Part.CONTRARY: "contrary to",
    Part.CONTRADICTORY: "contradicted by",
}
_SIGNS = {kind.value: sign for kind, sign in SIGNS.items()}


def write_outline(
    entities: Entities, places: list[Place], speaker: Speaker, tongues: Mapping[int, str]
) -> Iterator[str]:
    """Give the lines of the outline's HTML.

    tongues: the language of an entity's text, where it is not the page's
    """
    depth = -1
    for place in places:
        if place.depth > depth:
            yield '<ul id="tree" class="tree">' if depth < 0 else "<ul>"
        else:
            yield "</li>" + "</ul></li>" * (depth - place.depth)
        depth = place.depth
        yield _line(entities, place, speaker, tongues)
    if depth >= 0:
        yield "</li></ul>" * (depth + 1)


def _line(
    entities: Entities, place: Place, speaker: Speaker, tongues: Mapping[int, str]
) -> str:
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
        words = [f'see <a href="#{escape(entity.id)}">{called}</a>']
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
    mark = f'<span class="sign" aria-hidden="true">{escape(sign)}</span>' if sign else ""
    words = _RELATIONS.get(branch.part, "")
    return mark + (f'<span class="relation">{words}</span>' if words else "")
