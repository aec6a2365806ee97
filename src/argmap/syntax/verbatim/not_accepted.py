"""How reading by the letter gives up."""


class NotAcceptedError(Exception):
    """The text is none that the reference accepts."""
