"""Zip archives without the time at which they are made: same members, same bytes."""

import io
import zipfile
from collections.abc import Iterable, Iterator

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold


def write_archive(members: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return an archive of members, each a name and its content, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # wherever it is made
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return stream.getvalue()


def read_archive(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the members of an archive in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            yield info.filename, archive.read(info)
