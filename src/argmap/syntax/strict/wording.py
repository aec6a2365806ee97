"""What is said about a refusal of the reference's grammar, and what to type instead."""

import re

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.reference.data_blocks import LONGEST_DATA
from argmap.syntax.strict.limits import DEEPEST_EMPHASIS, DEEPEST_RELATIONS
from argmap.syntax.strict.reading import Refusal, Trouble
from argmap.syntax.strict.refused import refused

_LONGEST = 40
_PLACE = re.compile(r"\{(it|first|escaped|signs)\}")

_SAID = {
    Trouble.NO_CONTENT: (
        "refuses a text without any block.",
        "write a statement, a heading or a line of text.",
    ),
    Trouble.BYTE_ORDER_MARK: (
        "takes the byte order mark in front of this title for text.",
        "save the file as UTF-8 without a byte order mark.",
    ),
    Trouble.LONELY_BACKSLASH: (
        "refuses a backslash at the end of a line.",
        "write `\\\\` for a plain backslash, or leave it out.",
    ),
    Trouble.UNCLOSED_EMPHASIS: (
        "takes `{it}` for the beginning of bold or italic text that never ends.",
        "write `{signs}` for the plain sign, or put `{it}` behind the last word, too.",
    ),
    Trouble.UNSEEN_CLOSING: (
        "does not end bold or italic text with this `{it}`, because of what follows.",
        "put a blank, a line end or one of `) } . , ! ? ; : -` behind `{it}`.",
    ),
    Trouble.LINK_OVER_LINES: (
        "refuses a link that goes over several lines.",
        "write `[text](address)` on one line, or `\\[` for a plain bracket.",
    ),
    Trouble.TITLE_IN_TEXT: (
        "takes `{it}` for a title, and a title cannot stand inside a text.",
        "write `\\{first}` for the plain sign, or `@` in front of the title to mention it.",
    ),
    Trouble.UNDERCUT_WITHOUT_BLANK: (
        "takes `_` for an undercut only if a blank follows.",
        "write `_ ` or `<_`.",
    ),
    Trouble.DATA_OVER_LINES: (
        "does not read data over several lines that end as in Windows, but takes it for text.",
        "write `{key: value}` on one line, or save the file with the line ends of Unix.",
    ),
    Trouble.CUT_DATA: (
        "ends the data with this brace, as a blank and something else follow.",
        "write no blank behind a brace that stands inside of data.",
    ),
    Trouble.TEXT_BEHIND_REFERENCE: (
        "takes `{it}` for a reference, and behind one no text may follow.",
        "write `{it}: …` to say what it is, or `\\{first}` for the plain sign.",
    ),
    Trouble.TEXT_BEHIND_DATA: (
        "takes `{it}` for data, and behind data no text or tag may follow.",
        "put the data at the end, or write `\\{` for a plain brace.",
    ),
    Trouble.SECOND_DATA: (
        "refuses a second `{…}` behind the first.",
        "write all keys in one `{…}`.",
    ),
    Trouble.LONELY_DATA: (
        "refuses data without a text or title in front of it.",
        "put it behind what it belongs to, or write `\\{` for a plain brace.",
    ),
    Trouble.NEEDS_EMPTY_LINE: (
        "refuses `{it}` without an empty line above it.",
        "leave an empty line above it.",
    ),
    Trouble.MISSING_TEXT: (
        "refuses `{it}` without a text behind it.",
        "write a text behind it.",
    ),
    Trouble.MISPLACED_FRONT_MATTER: (
        "refuses what stands between two rows of `===`, except at the top of the text.",
        "move it to the top, or write `\\===` for a plain row.",
    ),
    Trouble.BELOW_FRONT_MATTER: (
        "refuses front matter without an empty line below it.",
        "leave an empty line below this row.",
    ),
    Trouble.RELATION_AT_START: (
        "refuses a block that begins with the relation `{it}`.",
        "remove the empty lines above it, or write `\\{first}` for the plain sign.",
    ),
    Trouble.RELATION_AT_MARGIN: (
        "refuses the relation `{it}` without a blank in front of it.",
        "indent it, or write `\\{first}` for the plain sign.",
    ),
    Trouble.RELATION_BELOW_HEADING: (
        "refuses the relation `{it}` below a heading.",
        "leave an empty line below the heading and write a statement, `[Title]: …`.",
    ),
    Trouble.RELATION_BELOW_INFERENCE: (
        "refuses everything but undercuts below an inference.",
        "write `<_ …` here, or put the relation below the conclusion.",
    ),
    Trouble.RELATION_WITHOUT_END: (
        "refuses `{it}` without something behind it.",
        "write a text, `[Title]` or `<Title>` behind it.",
    ),
    Trouble.BAD_INDENTATION: (
        "finds nothing above `{it}` with this indentation that it could belong to.",
        "indent it as far as the lines that it stands beside.",
    ),
    Trouble.CONTRADICTED_ARGUMENT: (
        "refuses the argument `{it}` behind `><`: only statements can be contradicted.",
        "write the statement that is contradicted, `>< [Title]`.",
    ),
    Trouble.NUMBERED_ARGUMENT: (
        "refuses the argument `{it}` as a premise or conclusion.",
        "write the statement that it stands for, `[Title]: …`.",
    ),
    Trouble.NUMBER_IN_TEXT: (
        "refuses `{it}` at the start of a line inside a block.",
        "leave an empty line above it, or write `\\{it}` for plain text.",
    ),
    Trouble.ITEM_IN_TEXT: (
        "refuses the list item `{it}` inside a block.",
        "leave an empty line above the list, or write `{escaped}` for plain text.",
    ),
    Trouble.NESTED_LIST: (
        "refuses lists in lists, and lists of several kinds.",
        "begin all items with `*` or all with `1.`, with the same indentation.",
    ),
    Trouble.MISPLACED_INFERENCE: (
        "refuses `{it}` here, as there are no numbered premises directly above it.",
        "write `(1) …` above it and `(2) …` below it, or `\\{it}` for a plain row.",
    ),
    Trouble.UNCLOSED_INFERENCE: (
        "finds no end of this inference.",
        "write `----`, or `-- name of the rule --` on one line.",
    ),
    Trouble.MISSING_RULE: (
        "refuses a comma between rules without a rule on each side.",
        "remove the comma, or write the name of a rule beside it.",
    ),
    Trouble.TEXT_BEHIND_INFERENCE: (
        "refuses `{it}` on the line of an inference.",
        "write the name of a rule between the bars, `-- rule --`.",
    ),
    Trouble.MISSING_INFERENCE: (
        "refuses a numbered statement that no inference follows or precedes.",
        "put a line `----` above the conclusion, and no statement behind the last one.",
    ),
    Trouble.MISSING_CONCLUSION: (
        "refuses an inference without a conclusion below it.",
        "write `(2) …` on the line below it.",
    ),
    Trouble.INTERRUPTED_STRUCTURE: (
        "refuses an empty line inside a premise-conclusion structure.",
        "remove the empty lines above this one.",
    ),
    Trouble.TOO_DEEP: (
        f"runs out of stack here: it takes {DEEPEST_RELATIONS} relations below one another,"
        f" or {DEEPEST_EMPHASIS} emphases in one another.",
        "give what stands above a title, and go on below that title in another block.",
    ),
    Trouble.ENDLESS_DATA: (
        f"looks for the end of this data, and gives up after {LONGEST_DATA} characters.",
        "write `\\{` for a plain brace, or divide the text into several maps.",
    ),
}


def finding_of(text: str, refusal: Refusal) -> Finding:
    """Return what is to be told about a refusal."""
    it = _shown(text, refusal.span)
    parts = {
        "it": it,
        "first": it[:1],
        "escaped": f"{it[:-1]}\\{it[-1:]}",  # the last sign of a list item's marker
        "signs": "".join(f"\\{sign}" for sign in it),
    }
    message, help = _SAID[refusal.trouble]
    message, help = (_PLACE.sub(lambda place: parts[place[1]], said) for said in (message, help))
    return refused(refusal.span, message, help)


def _shown(text: str, span: Span) -> str:
    """Return the beginning of what stands in a span, on one line."""
    lines = text[span.start : span.end].split("\n", 1)
    shown = lines[0].strip()
    is_short = len(lines) == 1 and len(shown) <= _LONGEST
    return shown if is_short else f"{shown[:_LONGEST]}…"
