"""The one base of all errors that argmap raises on purpose."""


class ArgmapError(Exception):
    """What the caller, not the author of a text, has to put right; the message is one line."""
