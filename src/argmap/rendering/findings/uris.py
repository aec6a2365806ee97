"""Paths as URIs (RFC 3986)."""

import os
import re
from urllib.parse import quote

_IS_WINDOWS = os.name == "nt"
_DRIVE = re.compile(r"[A-Za-z]:/")


def uri_reference(path: str) -> str:
    """Return a path with slashes as a URI: relative if the path is, else with `file:`.

    Names that are not Unicode keep their bytes.
    """
    is_on_drive = _IS_WINDOWS and _DRIVE.match(path) is not None
    lead, rest = (path[:2], path[2:]) if is_on_drive else ("", path)
    try:
        data = rest.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = rest.encode("utf-8", "replace")
    written = quote(data, safe="/")
    if is_on_drive:
        return f"file:///{lead}{written}"
    if path.startswith("//"):  # a share on another machine
        return f"file:{written}"
    return f"file://{written}" if path.startswith("/") else written
