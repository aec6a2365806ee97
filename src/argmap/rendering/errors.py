"""What can go wrong while drawing, apart from the map itself."""

from argmap.errors import ArgmapError


class RenderingError(ArgmapError):
    """A picture could not be made; the message says in one line what to do."""


class EngineError(RenderingError):
    """The layout engine is missing, or it refused."""


class MissingExtraError(RenderingError):
    """A format needs a package that is not installed; the message says what to install."""


class UnknownFormatError(RenderingError):
    """There is no such format or theme; the message lists the ones there are."""


class FontError(RenderingError):
    """A font that the caller names cannot be read."""
