"""How graphs, maps and labellings show themselves in a notebook.

They stand below whatever draws. So they do not know who draws them: they ask the front door of the
package, `argmap.mime_bundle`, at the moment when they are shown and not before.
"""

import sys
from collections.abc import Container


class ShownInNotebooks:
    """What Jupyter and its kin show as a picture, where a program would print the object."""

    __slots__ = ()

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Return the picture, and the map in words; see `argmap.notebooks.mime_bundle`."""
        bundle: dict[str, str] = sys.modules["argmap"].mime_bundle(self, include, exclude)
        return bundle
