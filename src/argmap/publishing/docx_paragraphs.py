"""Properties of paragraphs in a Word document, written straight to where the format wants them.

python-docx looks through all elements that may follow for each property that it sets. A long
document has tens of thousands of them; here the place is found among the few that there are.
"""

from typing import Any, NamedTuple, assert_never

from argmap.publishing.blocks import Align

Line = Any
"""A paragraph of python-docx."""
Element = Any
"""An element of its XML."""

_ORDER = (
    "pStyle", "keepNext", "keepLines", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "rPr",
    "sectPr",
)  # fmt: skip
"""The properties that pages use, in the order of the format's schema."""
_TWENTIETHS = 20  # of a point, in which Word measures


class Names(NamedTuple):
    """Qualified names, found once: python-docx puts each together anew."""

    namespace: str

    def of(self, name: str) -> str:
        """Return the whole name of an element or attribute of Word's own."""
        return f"{{{self.namespace}}}{name}"


W = Names("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
_PLACES = {W.of(name): place for place, name in enumerate(_ORDER)}
_PROPERTIES = W.of("pPr")


def put_at_end(place: Any, element: Element) -> None:  # noqa: ANN401
    """Put an element at the end of a document's body or of a cell."""
    inside = place._element
    last = next(inside.iterchildren(reversed=True), None)  # len() would count them all
    if last is not None and last.tag == W.of("sectPr"):
        last.addprevious(element)
    else:
        inside.append(element)


def add_line(place: Any, style_id: str | None = None) -> Line:  # noqa: ANN401
    """Add an empty paragraph at the end of a document's body or of a cell."""
    from docx.text.paragraph import Paragraph

    element = place._element.makeelement(W.of("p"))
    put_at_end(place, element)
    line = Paragraph(element, place)
    if style_id is not None:
        style_line(line, style_id)
    return line


def property_of(line: Line, name: str) -> Element:
    """Return a property of a paragraph, made where it belongs if it is not there yet."""
    paragraph = line._p
    properties = paragraph[0] if len(paragraph) and paragraph[0].tag == _PROPERTIES else None
    if properties is None:
        properties = paragraph.makeelement(_PROPERTIES)
        paragraph.insert(0, properties)
    tag, place = W.of(name), _ORDER.index(name)
    for number, child in enumerate(properties):
        if child.tag == tag:
            return child
        if _PLACES.get(child.tag, -1) > place:
            made = properties.makeelement(tag)
            properties.insert(number, made)
            return made
    made = properties.makeelement(tag)
    properties.append(made)
    return made


def style_line(line: Line, style_id: str) -> None:
    """Give a paragraph its style."""
    property_of(line, "pStyle").set(W.of("val"), style_id)


def style_of(line: Line) -> str | None:
    """Return the id of a paragraph's style; None for the usual one."""
    properties = line._p.find(_PROPERTIES)
    style = None if properties is None else properties.find(W.of("pStyle"))
    return None if style is None else style.get(W.of("val"))


def keep(line: Line, *, with_next: bool = False, whole: bool = False) -> None:
    """Keep a paragraph on the page of the next one, or all its lines on one page."""
    if with_next:
        property_of(line, "keepNext")
    if whole:
        property_of(line, "keepLines")


def space(
    line: Line,
    *,
    before: float | None = None,
    after: float | None = None,
    lines: float | None = None,
) -> None:
    """Set the space around a paragraph and, for a line of a given height, that; in points."""
    spacing = property_of(line, "spacing")
    for name, points in (("before", before), ("after", after), ("line", lines)):
        if points is not None:
            spacing.set(W.of(name), str(round(points * _TWENTIETHS)))
    if lines is not None:
        spacing.set(W.of("lineRule"), "exact")


def indent(line: Line, left: float, hanging: float = 0.0) -> None:
    """Set a paragraph in from the left, its first line `hanging` less; in points."""
    found = property_of(line, "ind")
    found.set(W.of("left"), str(round(left * _TWENTIETHS)))
    if hanging:
        found.set(W.of("hanging"), str(round(hanging * _TWENTIETHS)))


def left_of(line: Line) -> float | None:
    """Return how far a paragraph was set in, in points; None if its style says so."""
    properties = line._p.find(_PROPERTIES)
    found = None if properties is None else properties.find(W.of("ind"))
    return None if found is None else int(found.get(W.of("left"), "0")) / _TWENTIETHS


def add_tab(line: Line, points: float, kind: str = "left", leader: str | None = None) -> None:
    """Add a place where tabs lead to: `left` or `right`, with dots up to it if `leader` is dot."""
    tabs = property_of(line, "tabs")
    tab = tabs.makeelement(W.of("tab"))
    tab.set(W.of("val"), kind)
    if leader is not None:
        tab.set(W.of("leader"), leader)
    tab.set(W.of("pos"), str(round(points * _TWENTIETHS)))
    tabs.append(tab)


def align(line: Line, where: Align) -> None:
    """Put the lines of a paragraph where they are to stand."""
    match where:
        case Align.START:
            pass
        case Align.CENTER:
            property_of(line, "jc").set(W.of("val"), "center")
        case Align.END:
            property_of(line, "jc").set(W.of("val"), "right")
        case _:
            assert_never(where)
