"""Texts that are large rather than strange, each of about the size that is asked for."""

from collections.abc import Callable


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * max(1, size // len(unit))


def _ordinary(size: int) -> str:
    lines = (f"[A{n}]: An ordinary claim of about ten words in one line.\n\n" for n in range(size))
    return "".join(next(lines) for _ in range(max(1, size // 60)))


FILES: dict[str, Callable[[int], str]] = {
    "ordinary text": _ordinary,
    "one line": _repeated("word "),
    "brackets": _repeated("["),
    "blank lines": _repeated("\n"),
    "lines of one blank": _repeated(" \n"),
}
"""Name → a file of so many characters."""


def _nested(count: int) -> str:
    """Up and down again, for with a blank more for each a hundred thousand would be 5 GB."""
    depths = (1 + min(n % 400, 400 - n % 400) for n in range(count))
    lines = (f"{' ' * depth}+ <a{n}>: t\n" for n, depth in enumerate(depths))
    return "[T]: t\n" + "".join(lines)


MANY_OF: dict[str, Callable[[int], str]] = {
    "nested relations": _nested,
    "headings": lambda count: "".join(f"{'#' * (1 + n % 6)} H{n}\n\n" for n in range(count)),
    "one title": lambda count: "[A]: a\n\n" + "[A]\n\n" * count,
    "relations to one title": lambda count: "[A]: a\n" + "  + [A]\n" * count,
    "mentions of one title": lambda count: "[A]: a\n\nb " + "@[A] " * count,
    "words in a title": lambda count: f"[{'word ' * 2 * count}]: a\n  + <{'word ' * count}>\n",
    "wrapped lines": lambda count: "ten chars\n" * count,
    "tags": lambda count: "a " + " ".join(f"#t{n}" for n in range(count)),
    "keys": lambda count: "a {" + ", ".join(f"k{n}: {n}" for n in range(count)) + "}",
    "rows of settings": lambda count: (
        "===\n" + "".join(f"k{n}: {n}\n" for n in range(count)) + "===\n\n[A]\n"
    ),
}
"""Name → a text with so many of one thing; a hundred thousand make up to 5 MB."""


def laughs(levels: int, end: str = ", ", width: int = 9) -> str:
    """Return YAML that names a billion laughs: each level is a list of aliases of the one below."""
    lists = (
        f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * width)}]" if n else "l0: &l0 [lol]"
        for n in range(levels)
    )
    return end.join(lists)


def merges(levels: int, end: str = ", ", width: int = 9) -> str:
    """Return YAML of mappings that merge those below them, and hold them as well."""
    mappings = (
        f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * width)}], k{n}: 1, x: *l{n - 1}, y: *l{n - 1}}}"
        if n
        else "l0: &l0 {k: lol}"
        for n in range(levels)
    )
    return end.join(mappings)
