"""The nodes of YAML: scalars, and collections in brackets and in indented lines."""

from typing import NamedTuple

from argmap.syntax.strict.js_yaml.pairs import MergeCount, Pairs
from argmap.syntax.strict.js_yaml.place import END, Place, YamlText, is_blank_or_end
from argmap.syntax.strict.js_yaml.properties import Anchors, Tags, read_name
from argmap.syntax.strict.js_yaml.scalars import read_block, read_plain, read_quoted
from argmap.syntax.strict.js_yaml.types import IMPLICIT, UnknownTag, implicit_value, tagged_value

DEEPEST = 100
"""How deep nodes may be nested in the reference's YAML, and so how deep recursion goes here."""

_FLOW_IN, _FLOW_OUT, _BLOCK_IN, _BLOCK_OUT = range(4)


class _Key(NamedTuple):
    """A key of a mapping in indented lines, and where it stands.

    is_explicit:  whether `?` or `:` stands in front of its value
    is_waiting:   whether it is itself what comes, as `?` was read
    ends_waiting: whether it came with `?`, and `:` was read
    is_node:      whether no colon follows, so that it is a node by itself
    """

    value: object
    start: int
    tag: str | None = None
    is_explicit: bool = False
    is_waiting: bool = False
    ends_waiting: bool = False
    is_node: bool = False


class NodeReader:
    """Reads nodes from a place.

    `tag`, `anchor`, `kind` and `value` are those of the node that was read last: a reader that
    looks whether a mapping begins reads the node that may be its first key, and if it is none,
    that node stands for itself. `tags` and `anchors` are the document's.
    """

    def __init__(self, place: YamlText) -> None:
        self.tags, self.anchors = Tags(), Anchors()
        self._place = place
        self._count = MergeCount()
        self._depth = 0
        self._forget()

    def read_root(self) -> object:
        """Read the one node of a document and return its value."""
        self._read_node(self._place.indent - 1, _BLOCK_OUT, seeks=False, is_compact=True)
        return self._value

    def _forget(self) -> None:
        self._tag: str | None = None
        self._anchor: str | None = None
        self._kind: str | None = None
        self._value: object = None

    # -- nodes ------------------------------------------------------------------------------

    def _read_node(self, parent: int, context: int, *, seeks: bool, is_compact: bool) -> bool:
        """Read a node; tell whether there is one.

        parent:     the indentation of what it belongs to
        seeks:      whether it may begin on another line
        is_compact: whether a block collection may begin in the middle of a line
        """
        place = self._place
        if self._depth >= DEEPEST:
            raise place.refuse(f"data may be nested {DEEPEST} levels deep at most")
        self._depth += 1
        self._forget()
        takes_blocks = takes_collections = context in (_BLOCK_IN, _BLOCK_OUT)
        step = 1  # how the node's line is indented: 1 deeper than its parent, 0 as deep, -1 less
        is_line_start = seeks and place.separate() > 0
        if is_line_start:
            step = _compare(place.indent, parent)
        properties: Place | None = None
        takes_properties = step == 1
        while takes_properties:
            start = place.place()
            if (is_line_start and self._has(place.here)) or not self._read_property():
                break
            properties = properties or start
            ends_line = place.separate() > 0
            takes_collections = takes_blocks and ends_line
            if ends_line:
                is_line_start = True
                step = _compare(place.indent, parent)
        takes_collections = takes_collections and (is_line_start or is_compact)
        has_content = False
        if step == 1:
            flow = parent if context in (_FLOW_IN, _FLOW_OUT) else parent + 1
            has_content = (
                (takes_collections and self._read_block_collection(flow))
                or self._read_flow(flow)
                or (
                    properties is not None
                    and takes_blocks
                    and not takes_collections
                    and place.here not in "|>"
                    and self._read_mapping_from(properties, flow)
                )
                or self._read_scalar(flow, takes_blocks=takes_blocks, in_flow=context == _FLOW_IN)
            )
        elif step == 0 and context == _BLOCK_OUT and takes_collections:
            has_content = self._read_block_sequence(place.at - place.line_start)
        self._resolve()
        self._depth -= 1
        return self._tag is not None or self._anchor is not None or has_content

    def _has(self, sign: str) -> bool:
        """Tell whether the property that a sign begins was read already."""
        return (sign == "!" and self._tag is not None) or (
            sign == "&" and self._anchor is not None
        )

    def _read_property(self) -> bool:
        place = self._place
        sign = place.here
        if sign not in "!&":
            return False
        if self._has(sign):
            raise place.refuse("a second tag or anchor for one value")
        if sign == "!":
            self._tag = self.tags.read(place)
        else:
            self._anchor = read_name(place)
        return True

    def _read_scalar(self, flow: int, *, takes_blocks: bool, in_flow: bool) -> bool:
        """Read a scalar or an alias, if there is one."""
        place = self._place
        text = read_block(place, flow) if takes_blocks else None
        text = read_quoted(place) if text is None else text
        is_alias = text is None and place.here == "*"
        if is_alias:
            self._value = self.anchors.read_alias(place)
            if self._tag is not None or self._anchor is not None:
                raise place.refuse("an alias can have neither tag nor anchor")
        elif text is None:
            text = read_plain(place, flow, in_flow=in_flow)
            if text is not None and self._tag is None:
                self._tag = IMPLICIT
        if text is not None:
            self._kind, self._value = "scalar", text
        self.anchors.name(self._anchor, self._value)
        return is_alias or text is not None

    def _resolve(self) -> None:
        """Make the value of the node that was read, as its tag says."""
        place, tag, value = self._place, self._tag, self._value
        if tag == IMPLICIT:
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if is_number or (value is not None and self._kind != "scalar"):
                raise place.refuse("the tag `!<?>` is for unquoted text only")
            if isinstance(value, str):
                self._value, self._tag = implicit_value(value)
        elif tag not in (None, "!"):
            try:
                self._value = tagged_value(tag, self._kind, value)
            except UnknownTag:
                raise place.refuse(f"the YAML tag `{tag}` is not known here") from None
        self.anchors.name(self._anchor, self._value)

    # -- collections in brackets ------------------------------------------------------------

    def _read_flow(self, indent: int) -> bool:
        place = self._place
        if place.here not in "[{":
            return False
        opening, closing = place.at, "]" if place.here == "[" else "}"
        items: list[object] | None = [] if closing == "]" else None
        pairs = Pairs(place, self._count)
        result: object = pairs.values if items is None else items
        tag, anchor = self._tag, self._anchor
        self.anchors.name(anchor, result)
        place.at += 1
        has_comma = True
        while place.here != END:
            place.separate()
            if place.here == closing:
                place.at += 1
                self._tag, self._anchor, self._value = tag, anchor, result
                self._kind = "mapping" if items is None else "sequence"
                return True
            if not has_comma:
                raise place.refuse(f"`,` or `{closing}` is missing before this")
            if place.here == ",":
                raise place.refuse("a value is missing before this comma")
            self._read_entry(indent, items, pairs)
            place.separate()
            has_comma = place.here == ","
            if has_comma:
                place.at += 1
        raise place.refuse("this bracket is never closed", opening)

    def _read_entry(self, indent: int, items: list[object] | None, pairs: Pairs) -> None:
        """Read one value of a list, or one pair of a mapping (then there are no items)."""
        place = self._place
        is_explicit = place.here == "?" and is_blank_or_end(place.after())
        if is_explicit:
            place.at += 1
            place.separate()
        line, start = place.line, place.at
        self._read_node(indent, _FLOW_IN, seeks=False, is_compact=True)
        tag, key, value = self._tag, self._value, None
        place.separate()
        has_value = (is_explicit or place.line == line) and place.here == ":"
        if has_value:
            place.at += 1
            place.separate()
            self._read_node(indent, _FLOW_IN, seeks=False, is_compact=True)
            value = self._value
        if items is None:
            pairs.put(tag, key, value, start)
        elif is_explicit or has_value:
            pair = Pairs(place, self._count)
            pair.put(tag, key, value, start)
            items.append(pair.values)
        else:
            items.append(key)

    # -- collections in indented lines ------------------------------------------------------

    def _read_block_collection(self, flow: int) -> bool:
        indent = self._place.at - self._place.line_start
        return self._read_block_sequence(indent) or self._read_block_mapping(indent, flow)

    def _read_block_sequence(self, indent: int) -> bool:
        place = self._place
        if place.tab is not None:
            return False
        tag, anchor = self._tag, self._anchor
        items: list[object] = []
        is_sequence = False
        self.anchors.name(anchor, items)
        while place.here != END:
            self._refuse_tab()
            if place.here != "-" or not is_blank_or_end(place.after()):
                break
            is_sequence = True
            place.at += 1
            if place.separate() and place.indent <= indent:
                items.append(None)
                continue
            line = place.line
            self._read_node(indent, _BLOCK_IN, seeks=False, is_compact=True)
            items.append(self._value)
            place.separate()
            if self._goes_on(line, indent):
                raise place.refuse("this does not belong to the list above it")
            if place.indent < indent:
                break
        if is_sequence:
            self._tag, self._anchor = tag, anchor
            self._kind, self._value = "sequence", items
        return is_sequence

    def _read_block_mapping(self, indent: int, flow: int) -> bool:
        place = self._place
        if place.tab is not None:
            return False
        tag, anchor = self._tag, self._anchor
        pairs = Pairs(place, self._count)
        self.anchors.name(anchor, pairs.values)
        is_mapping = False
        waiting: _Key | None = None  # one behind `?`, for the value behind `:`
        while place.here != END:
            if waiting is None:
                self._refuse_tab()
            line = place.line
            key = self._read_key(flow, waiting, is_mapping=is_mapping)
            if key is None:
                break
            if key.is_node:
                self._tag, self._anchor = tag, anchor
                return True
            if waiting is not None and not key.ends_waiting:
                pairs.put(None, waiting.value, None, waiting.start)
            is_mapping, waiting = True, None
            at = place.at
            has_node = self._read_node(indent, _BLOCK_OUT, seeks=True, is_compact=key.is_explicit)
            value = self._value if has_node else None
            if key.is_waiting:
                waiting = _Key(value, at)
            else:
                pairs.put(key.tag, key.value, value, key.start)
            place.separate()
            if self._goes_on(line, indent):
                raise place.refuse("this does not belong to the mapping above it")
            if place.indent < indent:
                break
        if waiting is not None:
            pairs.put(None, waiting.value, None, waiting.start)
        if is_mapping:
            self._tag, self._anchor = tag, anchor
            self._kind, self._value = "mapping", pairs.values
        return is_mapping

    def _read_key(self, flow: int, waiting: _Key | None, *, is_mapping: bool) -> _Key | None:
        """Read the key of a pair as far as its value; return None if nothing is there."""
        place = self._place
        start = place.at
        if place.here in "?:" and is_blank_or_end(place.after()):
            place.at += 1
            if place.text[start] == "?":
                return _Key(None, start, is_explicit=True, is_waiting=True)
            if waiting is None:
                raise place.refuse("a key is missing before this colon", start)
            return waiting._replace(is_explicit=True, ends_waiting=True)
        line = place.line
        if not self._read_node(flow, _FLOW_OUT, seeks=False, is_compact=True):
            return None
        key = _Key(self._value, start, self._tag)
        if place.line == line:
            place.pass_blanks()
            if place.here == ":":
                place.at += 1
                if not is_blank_or_end(place.here):
                    raise place.refuse("a blank is missing behind this colon", place.at - 1)
                return key
        if is_mapping:
            raise place.refuse("`:` is missing behind this key")
        return key._replace(is_node=True)

    def _read_mapping_from(self, properties: Place, flow: int) -> bool:
        """Read tag and anchor once more, as those of a mapping's first key."""
        place = self._place
        before = place.place(), self._tag, self._anchor, self._kind, self._value
        mark = self.anchors.mark()
        place.restore(properties)
        self._forget()
        is_read = self._read_block_mapping(place.at - place.line_start, flow)
        if is_read and self._kind == "mapping":
            return True
        self.anchors.undo(mark)
        place.restore(before[0])
        _, self._tag, self._anchor, self._kind, self._value = before
        return False

    def _goes_on(self, line: int, indent: int) -> bool:
        """Tell whether something follows on a line, or deeper than an indentation."""
        place = self._place
        return place.here != END and (place.line == line or place.indent > indent)

    def _refuse_tab(self) -> None:
        if self._place.tab is not None:
            raise self._place.refuse("no tab may stand in the indentation", self._place.tab)


def _compare(indent: int, parent: int) -> int:
    return (indent > parent) - (indent < parent)
