"""The one base of all errors that argmap raises on purpose."""


class ArgmapError(Exception):
    """What the caller, not the author of a text, has to put right; the message is one line.

    Characters of names and values that cannot be printed, line breaks among them, are escaped.
    """

    def __str__(self) -> str:
        message = super().__str__()
        if message.isprintable():
            return message
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)
