"""The command line: one file a command. Commands print and choose exit codes, nothing else."""

import gc
import os
import sys

import typer

from argmap.cli import (
    attacks,
    brief,
    build,
    cards,
    check,
    compare,
    convert,
    cruxes,
    evaluate,
    explain,
    fmt,
    gaps,
    import_,
    key,
    mark,
    new,
    outline,
    poster,
    preflow,
    present,
    questions,
    quiz,
    quotes,
    render,
    review,
    rules,
    schemes,
    show,
    solve,
    strength,
    tree,
    weigh,
    whatif,
    why,
    worksheet,
)
from argmap.cli.version import print_version
from argmap.errors import ArgmapError

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with:  argmap build maps/huang.argdown",
)
app.callback()(print_version)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("fmt")(fmt.fmt)
app.command("render")(render.render)
app.command("poster")(poster.poster)
app.command("present")(present.present)
app.command("show")(show.show)
app.command("outline")(outline.outline)
app.command("quotes")(quotes.quotes)
app.command("review")(review.review)
app.command("evaluate")(evaluate.evaluate)
app.command("why")(why.why)
app.command("whatif")(whatif.whatif)
app.command("cruxes")(cruxes.cruxes)
app.command("attacks")(attacks.attacks)
app.command("strength")(strength.strength)
app.command("brief")(brief.brief)
app.command("questions")(questions.questions)
app.command("gaps")(gaps.gaps)
app.command("cards")(cards.cards)
app.command("weigh")(weigh.weigh)
app.command("preflow")(preflow.preflow)
app.command("worksheet")(worksheet.worksheet)
app.command("key")(key.key)
app.command("compare")(compare.compare)
app.command("mark")(mark.mark)
app.command("quiz")(quiz.quiz)
app.command("new")(new.new)
app.command("import")(import_.import_)
app.command("convert")(convert.convert)
app.command("solve")(solve.solve)
app.command("tree")(tree.tree)
app.command("rules")(rules.rules)
app.command("explain")(explain.explain)
app.command("schemes")(schemes.schemes)


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
