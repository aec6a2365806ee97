"""A place in a text of YAML that moves forward over blanks, comments and line ends."""

import re

_RUN = re.compile(r"[^\r\n\0]*")
_WORD = re.compile(r"[^ \t\r\n\0]*")
BLANKS = " \t"
LINE_ENDS = "\r\n"
END = "\0"
"""What stands behind the text; no text may hold it."""

FLOW_SIGNS = ",[]{}"
_WORD_ENDS = BLANKS + LINE_ENDS


def is_blank_or_end(character: str) -> bool:
    """Tell whether a character is a blank or a line end."""
    return character in _WORD_ENDS


Place = tuple[int, int, int, int, int | None]
"""An offset and what is known of its line."""


class YamlRefusal(Exception):  # noqa: N818 (it says what happens)
    """The reference's YAML reader stops. `at` is an offset in the text that it was given."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason, self.at = reason, at


class YamlText:
    """Where reading has come to: an offset, and what is known of its line.

    line:   lines counted from 0; line_start: the offset at which the line begins
    indent: the spaces at the start of the line
    tab:    the offset of the first tab before anything else on the line, or None
    """

    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0
        self.line = 0
        self.line_start = 0
        self.indent = 0
        self.tab: int | None = None

    @property
    def here(self) -> str:
        """The character to be read next."""
        return self.text[self.at]

    def after(self, distance: int = 1) -> str:
        """Return a character further on; END if the text is shorter."""
        return self.text[self.at + distance : self.at + distance + 1] or END

    def place(self) -> Place:
        """Return all that `restore` needs to come back here."""
        return self.at, self.line, self.line_start, self.indent, self.tab

    def restore(self, place: Place) -> None:
        """Go back to a place."""
        self.at, self.line, self.line_start, self.indent, self.tab = place

    def refuse(self, reason: str, at: int | None = None) -> YamlRefusal:
        """Return the refusal to raise for what stands here or at another offset."""
        return YamlRefusal(reason, self.at if at is None else at)

    def pass_line_end(self) -> None:
        """Go to the next line; refuse if the line does not end here."""
        if self.text.startswith("\r\n", self.at):
            self.at += 2
        elif self.here in LINE_ENDS:
            self.at += 1
        else:
            raise self.refuse("the line must end here")
        self.line += 1
        self.line_start = self.at
        self.tab = None

    def pass_comment(self) -> None:
        """Go to the end of the line."""
        match = _RUN.match(self.text, self.at)
        assert match is not None
        self.at = match.end()

    def word(self) -> str:
        """Go to the next blank or line end and return what stands before it."""
        match = _WORD.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        return match[0]

    def pass_blanks(self) -> None:
        """Go past blanks on the line; tabs do not count as indentation here."""
        while self.here in BLANKS:
            self.at += 1

    def separate(self, *, comments: bool = True) -> int:
        """Go past blanks, line ends and comments; return how many lines were ended."""
        ended = 0
        while True:
            while self.here in BLANKS:
                if self.here == "\t" and self.tab is None:
                    self.tab = self.at
                self.at += 1
            if comments and self.here == "#":
                self.pass_comment()
            if self.here not in LINE_ENDS:
                return ended
            self.pass_line_end()
            ended += 1
            self.indent = 0
            while self.here == " ":
                self.indent += 1
                self.at += 1

    def is_document_mark(self) -> bool:
        """Tell whether `---` or `...` stands by itself at the start of the line."""
        return (
            self.at == self.line_start
            and self.text.startswith(("---", "..."), self.at)
            and (is_blank_or_end(self.after(3)) or self.after(3) == END)
        )
