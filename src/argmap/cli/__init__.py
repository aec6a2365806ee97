"""The command line: one file a command. Commands print and choose exit codes, nothing else."""

import gc
import os
import sys
from collections.abc import Mapping
from types import MappingProxyType

import typer

from argmap.cli.lazily import group_of
from argmap.cli.version import print_version
from argmap.errors import ArgmapError

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "build",
        "check": "check",
        "fmt": "fmt",
        "render": "render",
        "poster": "poster",
        "present": "present",
        "show": "show",
        "outline": "outline",
        "quotes": "quotes",
        "review": "review",
        "evaluate": "evaluate",
        "why": "why",
        "whatif": "whatif",
        "cruxes": "cruxes",
        "attacks": "attacks",
        "strength": "strength",
        "brief": "brief",
        "questions": "questions",
        "gaps": "gaps",
        "cards": "cards",
        "weigh": "weigh",
        "preflow": "preflow",
        "worksheet": "worksheet",
        "key": "key",
        "compare": "compare",
        "mark": "mark",
        "quiz": "quiz",
        "new": "new",
        "import": "import_",
        "convert": "convert",
        "solve": "solve",
        "tree": "tree",
        "rules": "rules",
        "explain": "explain",
        "schemes": "schemes",
    }
)
"""Each command, in the order of `argmap --help`, with the module of its function of that name."""

app = typer.Typer(
    cls=group_of(COMMANDS),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with:  argmap build maps/huang.argdown",
)
app.callback()(print_version)


def main() -> None:
    """Run the command line; exit 2 with one line on what the caller has to put right."""
    # What a command makes is needed until it ends, and holds next to no circles of garbage.
    gc.set_threshold(100_000, 50, 100)
    code = _run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        pass  # whoever read the output has gone; nothing is wrong
    # Leave at once: to free all objects one by one takes a fifth of the time of a small command.
    os._exit(code)


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except ArgmapError as error:
        sys.stderr.write(f"argmap: {error}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone; nothing is wrong
    except KeyboardInterrupt:
        sys.stderr.write("argmap: stopped\n")
        return 130
    return 0
