"""YAML as the reference's reader takes it (js-yaml): which data it refuses, and what it reads.

Other readers differ in many small things: where tabs may stand, what a key may be, which tags and
unquoted scalars mean something. So argmap's own YAML cannot tell what the reference refuses.
"""

import re
from urllib.parse import unquote_to_bytes

from argmap.syntax.strict.yaml_scalars import read_block, read_plain, read_quoted
from argmap.syntax.strict.yaml_text import (
    END,
    FLOW_SIGNS,
    LINE_ENDS,
    Place,
    YamlRefusal,
    YamlText,
    is_blank_or_end,
)
from argmap.syntax.strict.yaml_types import (
    IMPLICIT,
    MERGE,
    PREFIX,
    Instant,
    UnknownTag,
    implicit_value,
    key_of,
    tagged_value,
)

DEEPEST = 100
"""How many nodes may be nested in the reference's YAML; so recursion here is bounded as well."""

_MOST_MERGED = 10_000
_LONGEST_MERGE = 100
_FLOW_IN, _FLOW_OUT, _BLOCK_IN, _BLOCK_OUT = range(4)
_MISSING = object()
_WORD = re.compile(r"[^ \t\r\n\0]*")
_NAME = re.compile(r"[^ \t\r\n\0,\[\]{}]*")
_HANDLE = re.compile(r"!|!!|![0-9A-Za-z-]+!")
_ADDRESS = re.compile(
    r"(?:!|[^,\[\]{}])(?:%[0-9a-fA-F]{2}|[0-9a-zA-Z\-#;/?:@&=+$,_.!~*'()\[\]])*+"
)
_VERSION = re.compile(r"([0-9]+)\.[0-9]+")

NOTHING = object()
"""The value of a text that holds no YAML at all."""


def load_yaml(text: str) -> object:
    """Return the value of a text of YAML, with dicts, lists and what `yaml_types` makes.

    A value that is used by alias is one object in several places, and may even hold itself.
    Raises `YamlRefusal` if the reference refuses the text.
    """
    offset = 0
    if text and text[-1] not in LINE_ENDS:
        text += "\n"
    if text.startswith("\ufeff"):
        text, offset = text[1:], 1
    if END in text:
        raise YamlRefusal("a null character may not stand here", text.index(END) + offset)
    try:
        return _Reader(text).load()
    except YamlRefusal as refusal:
        raise YamlRefusal(refusal.reason, refusal.at + offset) from None


class _Reader:
    """Reads nodes. `tag`, `anchor`, `kind` and `value` are those of the node read last."""

    def __init__(self, text: str) -> None:
        self._place = YamlText(text)
        self._length = len(text)
        self._tag: str | None = None
        self._anchor: str | None = None
        self._kind: str | None = None
        self._value: object = None
        self._depth = 0
        self._merged = 0
        self._anchors: dict[str, object] = {}
        self._changes: list[tuple[str, object]] = []  # of anchors, so that they can be undone
        self._handles: dict[str, str] = {}

    # -- documents --------------------------------------------------------------------------

    def load(self) -> object:
        place = self._place
        while place.here == " ":
            place.indent += 1
            place.at += 1
        value: object = NOTHING
        while place.at < self._length - 1:
            if value is not NOTHING:
                raise place.refuse("a second YAML document begins here")
            value = self._read_document()
        return value

    def _read_document(self) -> object:
        place = self._place
        self._anchors, self._changes, self._handles = {}, [], {}
        has_directives = self._read_directives()
        place.separate()
        if place.indent == 0 and place.text.startswith("---", place.at):
            place.at += 3
            place.separate()
        elif has_directives:
            raise place.refuse("`---` is missing below the directives")
        self._read_node(place.indent - 1, _BLOCK_OUT, seeks=False, is_compact=True)
        value = self._value
        place.separate()
        if place.is_document_mark():
            if place.here == ".":
                place.at += 3
                place.separate()
        elif place.at < self._length - 1:
            raise place.refuse("nothing more may follow here")
        return value

    def _read_directives(self) -> bool:
        place = self._place
        has_version = has_directives = False
        while place.here != END:
            place.separate()
            if place.indent > 0 or place.here != "%":
                break
            has_directives = True
            start = place.at
            place.at += 1
            name = self._word()
            if not name:
                raise place.refuse("a directive needs a name", start)
            arguments: list[str] = []
            while place.here != END:
                place.pass_blanks()
                if place.here == "#":
                    place.pass_comment()
                    break
                if place.here in LINE_ENDS:
                    break
                arguments.append(self._word())
            if place.here != END:
                place.pass_line_end()
            if name == "YAML":
                version = _VERSION.fullmatch(arguments[0]) if len(arguments) == 1 else None
                if has_version or version is None or int(version[1][-9:]) != 1:
                    raise place.refuse("this is no version of YAML", start)
                has_version = True
            elif name == "TAG":
                self._add_handle(arguments, start)
        return has_directives

    def _add_handle(self, arguments: list[str], start: int) -> None:
        handle, prefix = arguments if len(arguments) == 2 else ("", "")
        is_good = _HANDLE.fullmatch(handle) and _ADDRESS.fullmatch(prefix)
        if not is_good or handle in self._handles:
            raise self._place.refuse("this `%TAG` cannot be read", start)
        self._handles[handle] = _decoded(prefix, self._place, start)

    def _word(self) -> str:
        match = _WORD.match(self._place.text, self._place.at)
        assert match is not None
        self._place.at = match.end()
        return match[0]

    # -- anchors ----------------------------------------------------------------------------

    def _store_anchor(self, value: object) -> None:
        if self._anchor is not None:
            self._changes.append((self._anchor, self._anchors.get(self._anchor, _MISSING)))
            self._anchors[self._anchor] = value

    def _undo_anchors(self, mark: int) -> None:
        while len(self._changes) > mark:
            name, value = self._changes.pop()
            if value is _MISSING:
                del self._anchors[name]
            else:
                self._anchors[name] = value

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
        self._tag = self._anchor = self._kind = self._value = None
        takes_blocks = takes_collections = context in (_BLOCK_IN, _BLOCK_OUT)
        is_deeper, is_level, is_at_line_start = True, False, False
        if seeks and place.separate():
            is_at_line_start = True
            is_deeper, is_level = place.indent > parent, place.indent == parent
        takes_properties = is_deeper  # and it goes on to do so on lines that are not
        properties: Place | None = None
        while takes_properties:
            start = place.place()
            is_second = (place.here == "!" and self._tag is not None) or (
                place.here == "&" and self._anchor is not None
            )
            if is_at_line_start and is_second:
                break
            if not (self._read_tag() or self._read_anchor()):
                break
            properties = properties or start
            if place.separate():
                is_at_line_start = True
                takes_collections = takes_blocks
                is_deeper, is_level = place.indent > parent, place.indent == parent
            else:
                takes_collections = False
        takes_collections = takes_collections and (is_at_line_start or is_compact)
        has_content = False
        if is_deeper:
            flow = parent if context in (_FLOW_IN, _FLOW_OUT) else parent + 1
            has_content = self._read_content(
                flow, properties, takes_blocks, takes_collections, in_flow=context == _FLOW_IN
            )
        elif is_level and context == _BLOCK_OUT and takes_collections:
            has_content = self._read_block_sequence(place.at - place.line_start)
        self._resolve()
        self._depth -= 1
        return self._tag is not None or self._anchor is not None or has_content

    def _read_content(
        self,
        flow: int,
        properties: Place | None,
        takes_blocks: bool,
        takes_collections: bool,
        *,
        in_flow: bool,
    ) -> bool:
        place = self._place
        block = place.at - place.line_start
        if takes_collections and (
            self._read_block_sequence(block) or self._read_block_mapping(block, flow)
        ):
            return True
        if self._read_flow(flow):
            return True
        has_content = True
        is_inline = properties is not None and takes_blocks and not takes_collections
        if is_inline and place.here not in "|>" and self._read_mapping_from(properties, flow):
            pass
        elif takes_blocks and (text := read_block(place, flow)) is not None:
            self._kind, self._value = "scalar", text
        elif (text := read_quoted(place)) is not None:
            self._kind, self._value = "scalar", text
        elif self._read_alias():
            if self._tag is not None or self._anchor is not None:
                raise place.refuse("an alias can have neither tag nor anchor")
        elif (text := read_plain(place, flow, in_flow=in_flow)) is not None:
            self._kind, self._value = "scalar", text
            self._tag = IMPLICIT if self._tag is None else self._tag
        else:
            has_content = False
        self._store_anchor(self._value)
        return has_content

    def _resolve(self) -> None:
        """Make the value of the node that was read, as its tag says."""
        tag = self._tag
        if tag is None:
            self._store_anchor(self._value)
        elif tag == IMPLICIT:
            is_number = isinstance(self._value, int | float) and not isinstance(self._value, bool)
            if is_number or (self._value is not None and self._kind != "scalar"):
                raise self._place.refuse("the tag `!<?>` is for unquoted text only")
            if isinstance(self._value, str):
                self._value, self._tag = implicit_value(self._value)
                self._store_anchor(self._value)
        elif tag != "!":
            try:
                self._value = tagged_value(tag, self._kind, self._value)
            except UnknownTag:
                raise self._place.refuse(f"the YAML tag `{tag}` is not known here") from None
            self._store_anchor(self._value)

    # -- collections in brackets ------------------------------------------------------------

    def _read_flow(self, indent: int) -> bool:
        place = self._place
        if place.here not in "[{":
            return False
        opening, closing = place.at, "]" if place.here == "[" else "}"
        items: list[object] = []
        pairs: dict[str, object] = {}
        result: object = items if closing == "]" else pairs
        merged: set[str] = set()
        tag, anchor = self._tag, self._anchor
        self._store_anchor(result)
        place.at += 1
        has_comma = True
        while place.here != END:
            place.separate()
            if place.here == closing:
                place.at += 1
                self._tag, self._anchor = tag, anchor
                self._kind = "sequence" if closing == "]" else "mapping"
                self._value = result
                return True
            if not has_comma:
                raise place.refuse(f"`,` or `{closing}` is missing before this")
            if place.here == ",":
                raise place.refuse("a value is missing before this comma")
            self._read_entry(indent, items if closing == "]" else None, pairs, merged)
            place.separate()
            has_comma = place.here == ","
            if has_comma:
                place.at += 1
        raise place.refuse("this bracket is never closed", opening)

    def _read_entry(
        self, indent: int, items: list[object] | None, pairs: dict[str, object], merged: set[str]
    ) -> None:
        """Read one value of a list (items) or pair of a mapping (pairs)."""
        place = self._place
        is_explicit = place.here == "?" and is_blank_or_end(place.after())
        if is_explicit:
            place.at += 1
            place.separate()
        is_pair, line, start = is_explicit, place.line, place.at
        self._read_node(indent, _FLOW_IN, seeks=False, is_compact=True)
        tag, key, value = self._tag, self._value, None
        place.separate()
        if (is_explicit or place.line == line) and place.here == ":":
            is_pair = True
            place.at += 1
            place.separate()
            self._read_node(indent, _FLOW_IN, seeks=False, is_compact=True)
            value = self._value
        if items is None:
            self._store_pair(pairs, merged, tag, key, value, start)
        elif is_pair:
            pair: dict[str, object] = {}
            self._store_pair(pair, set(), tag, key, value, start)
            items.append(pair)
        else:
            items.append(key)

    def _store_pair(
        self,
        pairs: dict[str, object],
        merged: set[str],
        tag: str | None,
        node: object,
        value: object,
        start: int,
    ) -> None:
        """Put a pair into a mapping. merged: keys that came with `<<` and may be given again."""
        key = key_of(node)
        if key is None:
            raise self._place.refuse("a key cannot hold lists in a list", start)
        if tag == MERGE:
            sources = value if isinstance(value, list) else [value]
            if len(sources) > _LONGEST_MERGE:
                raise self._place.refuse("`<<` merges too much", start)
            for source in sources:
                self._merge(pairs, merged, source, start)
        elif key in pairs and key not in merged:
            raise self._place.refuse(f"the key `{key}` is given twice", start)
        else:
            pairs[key] = value
            merged.discard(key)

    def _merge(
        self, pairs: dict[str, object], merged: set[str], source: object, start: int
    ) -> None:
        if isinstance(source, list | bytes):
            source = {str(index): entry for index, entry in enumerate(source)}
        elif isinstance(source, Instant):
            source = {}
        if not isinstance(source, dict):
            raise self._place.refuse("`<<` can merge mappings only", start)
        self._merged += 1 + len(source)
        if self._merged > _MOST_MERGED:
            raise self._place.refuse("`<<` merges too much", start)
        for key, value in source.items():
            if key not in pairs:
                pairs[key] = value
                merged.add(key)

    # -- collections in indented lines ------------------------------------------------------

    def _read_block_sequence(self, indent: int) -> bool:
        place = self._place
        if place.tab is not None:
            return False
        tag, anchor = self._tag, self._anchor
        items: list[object] = []
        is_sequence = False
        self._store_anchor(items)
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

    def _goes_on(self, line: int, indent: int) -> bool:
        """Tell whether something follows on a line, or deeper than an indentation."""
        place = self._place
        return place.here != END and (place.line == line or place.indent > indent)

    def _refuse_tab(self) -> None:
        if self._place.tab is not None:
            raise self._place.refuse("no tab may stand in the indentation", self._place.tab)

    def _read_block_mapping(self, indent: int, flow: int) -> bool:
        place = self._place
        if place.tab is not None:
            return False
        tag, anchor = self._tag, self._anchor
        pairs: dict[str, object] = {}
        merged: set[str] = set()
        self._store_anchor(pairs)
        is_mapping = False
        explicit: tuple[int, object] | None = None  # the key behind `?`, and where it stands
        while place.here != END:
            if explicit is None:
                self._refuse_tab()
            line, start = place.line, place.at
            key_tag: str | None = None
            key: object = None
            if place.here in "?:" and is_blank_or_end(place.after()):
                is_key = place.here == "?"
                if not is_key and explicit is None:
                    raise place.refuse("a key is missing before this colon")
                if explicit is not None and is_key:
                    self._store_pair(pairs, merged, None, explicit[1], None, explicit[0])
                elif explicit is not None:
                    start, key = explicit
                is_mapping, is_compact = True, True
                explicit = (start, None) if is_key else None
                place.at += 1
            else:
                if not self._read_node(flow, _FLOW_OUT, seeks=False, is_compact=True):
                    break
                if not self._ends_key(line, is_mapping):
                    self._tag, self._anchor = tag, anchor
                    return True  # a single node, and no mapping
                if explicit is not None:
                    self._store_pair(pairs, merged, None, explicit[1], None, explicit[0])
                is_key, is_mapping, is_compact, explicit = False, True, False, None
                key_tag, key = self._tag, self._value
            if place.line == line or place.indent > indent:
                at = place.at
                value = None
                if self._read_node(indent, _BLOCK_OUT, seeks=True, is_compact=is_compact):
                    value = self._value
                if is_key:
                    explicit = (at, value)
                else:
                    self._store_pair(pairs, merged, key_tag, key, value, start)
                place.separate()
            if self._goes_on(line, indent):
                raise place.refuse("this does not belong to the mapping above it")
            if place.indent < indent:
                break
        if explicit is not None:
            self._store_pair(pairs, merged, None, explicit[1], None, explicit[0])
        if is_mapping:
            self._tag, self._anchor = tag, anchor
            self._kind, self._value = "mapping", pairs
        return is_mapping

    def _ends_key(self, line: int, is_mapping: bool) -> bool:
        """Pass the colon behind a key; False if what was read is no key but a node by itself."""
        place = self._place
        if place.line == line:
            place.pass_blanks()
            if place.here == ":":
                place.at += 1
                if not is_blank_or_end(place.here):
                    raise place.refuse("a blank is missing behind this colon", place.at - 1)
                return True
        if is_mapping:
            raise place.refuse("`:` is missing behind this key")
        return False

    def _read_mapping_from(self, properties: Place, flow: int) -> bool:
        """Read tag and anchor once more, as those of a mapping's first key."""
        place = self._place
        before = place.place(), self._tag, self._anchor, self._kind, self._value
        mark = len(self._changes)
        place.restore(properties)
        self._tag = self._anchor = self._kind = self._value = None
        indent = place.at - place.line_start
        if self._read_block_mapping(indent, flow) and self._kind == "mapping":
            return True
        self._undo_anchors(mark)
        place.restore(before[0])
        _, self._tag, self._anchor, self._kind, self._value = before
        return False

    # -- tags, anchors and aliases ----------------------------------------------------------

    def _read_tag(self) -> bool:
        place = self._place
        if place.here != "!":
            return False
        start = place.at
        if self._tag is not None:
            raise place.refuse("a second tag for one value")
        if place.after() == "<":
            closing = place.text.find(">", start + 3)
            if closing < 0:
                raise place.refuse("`>` is missing behind this tag")
            place.at = closing + 1
            self._tag = self._address(place.text[start + 2 : closing], start)
            return True
        place.at += 1
        handle, _, suffix = self._word().rpartition("!")
        handle = f"!{handle}!" if handle or place.text[start + 1] == "!" else "!"
        if not _HANDLE.fullmatch(handle) or any(sign in FLOW_SIGNS for sign in suffix):
            raise place.refuse("this tag cannot be read", start)
        suffix = self._address(suffix, start)
        known = {"!": "!", "!!": PREFIX, **self._handles}.get(handle)
        if known is None:
            raise place.refuse(f"`%TAG` does not say what `{handle}` is", start)
        self._tag = known + suffix
        return True

    def _address(self, written: str, start: int) -> str:
        if written and not _ADDRESS.fullmatch(written):
            raise self._place.refuse("this tag cannot be read", start)
        return _decoded(written, self._place, start)

    def _read_anchor(self) -> bool:
        if self._place.here != "&":
            return False
        if self._anchor is not None:
            raise self._place.refuse("a second anchor for one value")
        self._anchor = self._name()
        return True

    def _read_alias(self) -> bool:
        place = self._place
        if place.here != "*":
            return False
        start = place.at
        name = self._name()
        if name not in self._anchors:
            raise place.refuse(f"`*` begins an alias, and nothing is called `&{name}`", start)
        self._value = self._anchors[name]
        place.separate()
        return True

    def _name(self) -> str:
        place = self._place
        match = _NAME.match(place.text, place.at + 1)
        if match is None or not match[0]:
            raise place.refuse(f"`{place.here}` has a meaning of its own here, and needs a name")
        place.at = match.end()
        return match[0]


def _decoded(address: str, place: YamlText, start: int) -> str:
    """Resolve `%41` and the like."""
    if "%" not in address:
        return address
    try:
        return unquote_to_bytes(address).decode("utf-8")
    except UnicodeError:
        raise place.refuse("this tag cannot be read", start) from None
