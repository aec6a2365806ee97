"""A text of YAML → its value: documents, directives, and the one node that a document holds."""

import re

from argmap.syntax.strict.js_yaml.nodes import NodeReader
from argmap.syntax.strict.js_yaml.place import END, LINE_ENDS, YamlRefusal, YamlText
from argmap.syntax.strict.js_yaml.properties import Anchors, Tags

_VERSION = re.compile(r"0*1\.[0-9]+")

NOTHING = object()
"""The value of a text that holds no YAML at all."""


def load_yaml(text: str) -> object:
    """Return the value of a text of YAML, with dicts, lists and what `types` makes of scalars.

    A value that is used by alias is one object in several places, and may even hold itself.
    Raises `YamlRefusal` if the reference refuses the text.
    """
    has_mark = text.startswith("\ufeff")
    if text and text[-1] not in LINE_ENDS:
        text += "\n"
    if END in text:
        raise YamlRefusal("a null character may not stand here", text.index(END))
    try:
        return _read(YamlText(text[1:] if has_mark else text))
    except YamlRefusal as refusal:
        raise YamlRefusal(refusal.reason, refusal.at + has_mark) from None


def _read(place: YamlText) -> object:
    end = len(place.text) - 2  # in front of the last line end
    while place.here == " ":
        place.indent += 1
        place.at += 1
    value: object = NOTHING
    reader = NodeReader(place)
    while place.at < end:
        if value is not NOTHING:
            raise place.refuse("a second YAML document begins here")
        value = _read_document(place, reader, end)
    return value


def _read_document(place: YamlText, reader: NodeReader, end: int) -> object:
    reader.tags, reader.anchors = Tags(), Anchors()
    has_directives = _read_directives(place, reader.tags)
    place.separate()
    if place.indent == 0 and place.text.startswith("---", place.at):
        place.at += 3
        place.separate()
    elif has_directives:
        raise place.refuse("`---` is missing below the directives")
    value = reader.read_root()
    place.separate()
    if place.is_document_mark():
        if place.here == ".":
            place.at += 3
            place.separate()
    elif place.at < end:
        raise place.refuse("nothing more may follow here")
    return value


def _read_directives(place: YamlText, tags: Tags) -> bool:
    """Read the lines that begin with `%`, and tell whether there are any."""
    has_version = has_directives = False
    while place.here != END:
        place.separate()
        if place.indent > 0 or place.here != "%":
            break
        has_directives = True
        start = place.at
        place.at += 1
        name = place.word()
        if not name:
            raise place.refuse("a directive needs a name", start)
        arguments = _arguments(place)
        if name == "YAML":
            is_known = len(arguments) == 1 and _VERSION.fullmatch(arguments[0])
            if has_version or not is_known:
                raise place.refuse("this is no version of YAML", start)
            has_version = True
        elif name == "TAG":
            tags.declare(place, arguments, start)
    return has_directives


def _arguments(place: YamlText) -> list[str]:
    """Read the rest of a directive's line, and the line's end."""
    arguments: list[str] = []
    while place.here != END:
        place.pass_blanks()
        if place.here == "#":
            place.pass_comment()
        if place.here in LINE_ENDS:
            place.pass_line_end()
            break
        if place.here != END:
            arguments.append(place.word())
    return arguments
