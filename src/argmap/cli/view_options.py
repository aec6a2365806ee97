"""Options about what is shown of a map, the same for all commands that draw one."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.diagnostic import Diagnostic
    from argmap.evaluation import Labelling
    from argmap.mapping.view import View
    from argmap.model import ArgumentGraph
    from argmap.rendering import Report


_Choice = TypeVar("_Choice", bound=StrEnum)
_LABEL = "label"


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
ColourPolicy = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="With --colour-by label, what may stand by itself: lenient (every leaf), declared or "
        "sourced.  [default: lenient]",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is to be seen of a map, and what its colours tell."""

    view: "View"
    colour_by: str
    policy: str

    def labelling(self, graph: "ArgumentGraph") -> "Labelling | None":
        """Return the labels that the colours tell, if they tell labels."""
        from argmap.pipeline import evaluate

        return evaluate(graph, policy=self.policy) if self.colour_by == _LABEL else None

    def report(
        self, graph: "ArgumentGraph", findings: "Sequence[Diagnostic]", allow: Sequence[str]
    ) -> "Report":
        """Gather what is drawn of a map; raise what `make_report` raises."""
        from argmap.drawing import make_report

        return make_report(
            graph,
            findings,
            labelling=self.labelling(graph),
            colour_by=self.colour_by,
            view=self.view,
            allow=allow,
        )


def with_view(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all options of this file; it gets what they say as its parameter `seen`."""
    own = inspect.signature(command)
    options = _options()
    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        parameters += options if parameter.name == "seen" else [parameter]

    @wraps(command)
    def run(**values: Any) -> None:  # noqa: ANN401 (values of all kinds of options)
        asked = {option.name: values.pop(option.name) for option in options}
        command(**values, seen=_read(asked))

    run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _options() -> list[inspect.Parameter]:
    kinds: Mapping[str, tuple[object, object]] = {
        "root": (Root, None),
        "depth": (Depth, None),
        "only": (OnlyKinds, None),
        "tag": (Tag, None),
        "section": (Section, None),
        "speaker": (Speaker, None),
        "labels": (LabelWords, None),
        "open": (Open, None),
        "open_title": (OpenTitle, None),
        "colour_by": (ColourBy, "relation"),
        "policy": (ColourPolicy, None),
    }
    return [
        inspect.Parameter(
            name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=kind
        )
        for name, (kind, default) in kinds.items()
    ]


def _read(asked: Mapping[str, Any]) -> Seen:
    """Return what the options ask for.

    raises: `WrongOption`, `UnknownColouring`, `UnknownPolicy`
    """
    from argmap.evaluation import Policy
    from argmap.mapping.colouring import ColourBy

    colour_by, policy = asked["colour_by"], asked["policy"]
    ColourBy.named(colour_by)
    if policy is not None and colour_by != _LABEL:
        raise WrongOption("--policy decides what is in or out, for --colour-by label; add that")
    Policy.named(policy or "lenient")
    view = read_view(
        *(asked[name] for name in ("root", "depth", "only", "tag", "section", "speaker")),
        labels=asked["labels"],
        open=asked["open"],
        titles=asked["open_title"],
    )
    return Seen(view, colour_by, policy or "lenient")


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
