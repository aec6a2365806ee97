"""The styles of a Word document, named as debaters' templates and parsers of their files expect.

Headings 1 to 4 are what Verbatim calls pocket, hat, block and tag; a card's source is in the
character style `Style 13 pt Bold` (alias Cite), what is read aloud in `Underline`, highlighted.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle

CITE = "Style 13 pt Bold"
UNDERLINE = "Underline"
EMPHASIS = "Emphasis"
CARD = "Card"
CARD_INDENT = 14.0
CITATION = "Citation"
_FONT = "Arial"
_HEADINGS = {1: (17.0, "Pocket"), 2: (14.5, "Hat"), 3: (12.5, "Block"), 4: (12.0, "Tag")}
_TAG = 4
_PARAGRAPHS: dict[str, tuple[float, bool, str | None, float, float, float]] = {
    # name: size in points, bold, colour, space before and after in points, left indent in points
    "Claim": (14.0, True, None, 0.0, 6.0, 0.0),
    "Label": (8.5, True, "57606A", 7.0, 2.0, 0.0),
    "Note": (9.0, False, "57606A", 0.0, 3.0, 0.0),
    CITATION: (11.0, False, None, 0.0, 3.0, 0.0),
    CARD: (11.0, False, None, 0.0, 4.0, CARD_INDENT),
}
_CHARACTERS: dict[str, tuple[float | None, bool, bool, bool, str | None]] = {
    # name: size in points, bold, italic, underlined, colour
    CITE: (13.0, True, False, False, None),
    UNDERLINE: (None, True, False, True, None),
    EMPHASIS: (None, False, True, False, None),
    "Unread": (8.0, False, False, False, "57606A"),
    "Mute": (None, False, False, False, "57606A"),
    "Good": (None, True, False, False, "00705A"),
    "Bad": (None, True, False, False, "B42318"),
    "Link": (None, False, False, True, "1F4E8C"),
}
_ALIASES = {CITE: "Cite"}


def set_styles(document: "Document", language: str) -> None:
    """Give a new document its styles, and the language of its words."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, 11.0)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.0
    _set_language(normal, language)
    for level, (size, alias) in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        _set_font(style, size, is_bold=True, color="000000")
        style.font.italic = False
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(8 if level < _TAG else 4), Pt(3)
        layout.line_spacing = 1.0
        _add_alias(style, alias)
    for name in ("Title", "Subtitle"):
        is_title = name == "Title"
        shade = "000000" if is_title else "57606A"
        _set_font(styles[name], 22.0 if is_title else 13.0, is_bold=is_title, color=shade)
        styles[name].font.italic = False
        _remove_border(styles[name])
    for name, (size, is_bold, color, before, after, left) in _PARAGRAPHS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_font(style, size, is_bold=is_bold, color=color)
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.left_indent = Pt(left)
        layout.keep_with_next = name in ("Label", CITATION)
    for name, (small, is_bold, is_italic, is_underlined, color) in _CHARACTERS.items():
        style = (
            styles[name] if name == EMPHASIS else styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        )
        _set_font(style, small, is_bold=is_bold, color=color)
        style.font.italic, style.font.underline = is_italic, is_underlined
        if name in _ALIASES:
            _add_alias(style, _ALIASES[name])


def _set_font(
    style: "BaseStyle", size: float | None, *, is_bold: bool = False, color: str | None = None
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font  # type: ignore[attr-defined]
    font.bold = is_bold
    if size is not None:
        font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):  # a theme's font would win over the one named here
                del fonts.attrib[attribute]
        fonts.set(qn("w:hAnsi"), _FONT)
        font.size = Pt(size)
    if color is not None:
        font.color.rgb = RGBColor.from_string(color)


def _remove_border(style: "BaseStyle") -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_language(style: "BaseStyle", language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tongue = OxmlElement("w:lang")
    is_asian = language.partition("-")[0].lower() in ("zh", "ja", "ko")
    tongue.set(qn("w:eastAsia" if is_asian else "w:val"), language)
    style.element.get_or_add_rPr().append(tongue)


def _add_alias(style: "BaseStyle", alias: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:aliases")
    element.set(qn("w:val"), alias)
    style.element.find(qn("w:name")).addnext(element)
