"""The formats that pages can be written in: one function each, and the table of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from argmap.publishing.blocks import Publication
from argmap.publishing.published import Published
from argmap.rendering import UnknownFormatError


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: `extension` without the dot, and the module whose `write` makes it."""

    name: str
    extension: str
    is_binary: bool
    module: str

    @property
    def write(self) -> Callable[[Publication], Published]:
        """What turns pages into a document; it is imported when it is first asked for."""
        found: Callable[[Publication], Published] = import_module(self.module).write
        return found


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        writer.name: writer
        for writer in (
            Writer("md", "md", False, "argmap.publishing.markdown"),
            Writer("html", "html", False, "argmap.publishing.html"),
            Writer("pdf", "pdf", True, "argmap.publishing.pdf"),
            Writer("docx", "docx", True, "argmap.publishing.docx"),
        )
    }
)


def find_writer(name: str) -> Writer:
    """Return the writer of a format; UnknownFormatError lists those there are."""
    if name not in WRITERS:
        raise UnknownFormatError(f"unknown format '{name}': choose {', '.join(WRITERS)}")
    return WRITERS[name]


def publish(publication: Publication, output_format: str) -> Published:
    """Write a document: `md` and `html` as text, `pdf` and `docx` as bytes.

    raises: `UnknownFormatError`; `MissingExtraError` for PDF without typst, DOCX without
            python-docx
    """
    return find_writer(output_format).write(publication)
