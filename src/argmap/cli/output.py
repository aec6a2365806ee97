"""Writing: files whole or not at all, and colours only where somebody can see them."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from argmap.errors import ArgmapError


class CannotWrite(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A file that the caller asked for cannot be written."""


def write_file(path: str | Path, content: str | bytes | Iterable[str]) -> None:
    """Write a file whole: under another name first, then renamed.

    Takes the content as a whole, or in pieces. Keeps the permissions of a file that it replaces.
    Raises `CannotWrite`.
    """
    import tempfile

    target = Path(path)
    data = content if isinstance(content, bytes) else _encoded(content)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():  # a device such as /dev/stdout
            with target.open("wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
            return
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            Path(temporary).chmod(mode)
            Path(temporary).replace(target.resolve() if target.is_symlink() else target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written ({error.strerror or error})") from None


def write_files(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, each whole."""
    for path, content in contents.items():
        write_file(path, content)


def refuse_read_only(path: str | Path) -> None:
    """Raise `CannotWrite` if nobody may write to a file, although it could be replaced."""
    if not os.access(path, os.W_OK) or not Path(path).stat().st_mode & 0o222:
        raise CannotWrite(f"{path}: cannot be written (it is read-only)")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def print_text(text: str | Iterable[str]) -> None:
    """Print a text as it is, whole or in pieces, in UTF-8 whatever the terminal says."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(_encoded(text, "replace"))
    sys.stdout.buffer.flush()


def _encoded(text: str | Iterable[str], errors: str = "strict") -> Iterator[bytes]:
    for piece in (text,) if isinstance(text, str) else text:
        yield piece.encode("utf-8", errors)


def print_bytes(data: bytes) -> None:
    """Print bytes, such as those of a picture."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_or_print(
    content: str | bytes, target: str | None, usual: str, *, prints: bool = False
) -> None:
    """Put what a command made where the user wants it, and say where that is.

    target: the file that was asked for; `-` prints it; None: `usual`, or printed if it `prints`
    """
    if target == "-" or (target is None and prints):
        print_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        return
    path = target or usual
    write_file(path, content)
    tell(f"wrote {path}")


def tell(line: str) -> None:
    """Tell the user something that is not the result: on standard error."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def show_progress(text: str) -> None:
    """Show what is being done on the last line of a terminal, nothing anywhere else.

    An empty text clears that line.
    """
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def wants_color() -> bool:
    """Tell whether standard output is a terminal that may be coloured (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
