"""Options about what is shown of a map, for all commands that draw one."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.mapping.view import View


_Choice = TypeVar("_Choice", bound=StrEnum)


class WrongOption(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """The value of an option is not of the form that it should have."""


Root = Annotated[
    list[str] | None,
    typer.Option(
        "--root",
        metavar="TITLE",
        help="Show only what bears on `[Title]` or `<Title>`, for and against; repeatable.",
        show_default=False,
    ),
]
Depth = Annotated[
    int | None,
    typer.Option(
        "--depth",
        min=0,
        metavar="LEVELS",
        help="Show so many levels of boxes below the root or, without one, the main claims.",
        show_default=False,
    ),
]
OnlyKinds = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="KINDS",
        help="Show only relations of these kinds: supports, attacks, undercuts, contradictions.",
        show_default=False,
    ),
]
Tag = Annotated[
    list[str] | None,
    typer.Option(
        "--tag", metavar="TAG", help="Show only what has this tag; repeatable.", show_default=False
    ),
]
Section = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="HEADING",
        help="Show only what stands under this heading; repeatable.",
        show_default=False,
    ),
]
Speaker = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="NAME",
        help="Show only what this speaker says; repeatable.",
        show_default=False,
    ),
]
LabelWords = Annotated[
    str | None,
    typer.Option(
        "--labels",
        metavar="title|text|both|none",
        help="What is written into boxes.  [default: as the map says, else the text of "
        "statements, title and gist of arguments]",
        show_default=False,
    ),
]
Open = Annotated[
    str | None,
    typer.Option(
        "--open",
        metavar="cards|boxes|none",
        help="Draw reconstructed arguments as cards with rows, as boxes joined at a plus, or as "
        "titles alone.  [default: as `open:` in their data says, else cards]",
        show_default=False,
    ),
]
OpenTitle = Annotated[
    list[str] | None,
    typer.Option(
        "--open-title",
        metavar="TITLE=HOW",
        help="The same for one argument, such as '<Title>=boxes'; repeatable.",
        show_default=False,
    ),
]
ColourBy = Annotated[
    str,
    typer.Option(
        "--colour-by",
        metavar="WHAT",
        help="What the colours of boxes tell: relation, speaker, label (under --policy), side, "
        "finding, tag.",
    ),
]


def read_view(
    root: Sequence[str] | None,
    depth: int | None,
    only: Sequence[str] | None,
    tag: Sequence[str] | None,
    section: Sequence[str] | None,
    speaker: Sequence[str] | None,
    *,
    labels: str | None,
    open: str | None,
    titles: Sequence[str] | None,
) -> "View":
    """Return the view that the options ask for.

    raises: `WrongOption`
    """
    from argmap.mapping.argument_map import Opening
    from argmap.mapping.view import Labels, Only, View

    kinds = [word.strip() for value in only or () for word in value.split(",") if word.strip()]
    openings = {}
    for text in titles or ():
        title, _, how = text.rpartition("=")
        if not title.strip():
            raise WrongOption(f"--open-title {text}: write it as '<Title>=boxes'")
        openings[title.strip()] = _one_of(Opening, how, f"--open-title {text}")
    return View(
        roots=tuple(root or ()),
        depth=depth,
        # `attack` for `attacks`: these are not names, so their number does not matter.
        only=tuple(_one_of(Only, kind, "--only", plural="s") for kind in kinds),
        tags=tuple(tag or ()),
        sections=tuple(section or ()),
        speakers=tuple(speaker or ()),
        labels=None if labels is None else _one_of(Labels, labels, "--labels"),
        opening=None if open is None else _one_of(Opening, open, "--open"),
        openings=openings,
    )


def _one_of(choices: type[_Choice], word: str, option: str, plural: str = "") -> _Choice:
    plain = word.strip().casefold()
    plain = f"{plain.removesuffix(plural)}{plural}" if plural else plain
    if plain not in set(choices):
        listed = ", ".join(choices)
        raise WrongOption(f"{option}: there is no `{word.strip()}`; choose one of {listed}")
    return choices(plain)
