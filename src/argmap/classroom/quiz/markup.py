"""Words of a question as HTML and XML, for platforms that read both."""

import re
from xml.etree import ElementTree as ET

from argmap.classroom.quiz.questions import Line

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def clean(text: str) -> str:
    """Return a text on one line, without characters that XML does not allow."""
    return " ".join(_NOT_IN_XML.sub("\ufffd", text).split())


def html(text: str) -> str:
    """Return words as HTML."""
    return "".join(_HTML.get(character, character) for character in clean(text))


def page(task: str, shown: tuple[Line, ...]) -> str:
    """Return a task and what it is about as HTML: a paragraph, and a list as deep as the map."""
    parts = [f"<p><strong>{html(task)}</strong></p>"]
    depth = -1
    for line in shown:
        wanted = min(line.depth, depth + 1)
        if wanted > depth:
            parts.append("<ul>")
        else:
            parts.append("</li></ul>" * (depth - wanted) + "</li>")
        parts.append(f"<li>{html(line.text)}")
        depth = wanted
    parts.append("</li></ul>" * (depth + 1))
    return "".join(parts)


def child(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Put an element into another and return it."""
    made = ET.SubElement(parent, tag, attributes)
    if text is not None:
        made.text = _NOT_IN_XML.sub("\ufffd", text)
    return made


def written(root: ET.Element) -> str:
    """Return a document as text."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def number(value: float) -> str:
    """Return a number without a needless point."""
    return f"{value:g}"
