"""argmap solve -p PROBLEM -f FILE"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    ICCMA = "iccma"
    JSON = "json"


def solve(
    problem: Annotated[
        str | None,
        typer.Option(
            "--problem",
            "-p",
            metavar="TASK-SEMANTICS",
            help="What to find, such as SE-PR; `--problems` lists all.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            "-f",
            metavar="FILE",
            help="The framework; `-` is standard input.",
            show_default=False,
        ),
    ] = None,
    argument: Annotated[
        str | None,
        typer.Option(
            "--argument",
            "-a",
            metavar="NAME",
            help="The argument that DC and DS ask about.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-fo",
            metavar="NAME",
            help="How the framework is written: af, tgf or apx; without it, its text tells.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        AnswerFormat,
        typer.Option("--output-format", help="As the competition of solvers writes it, or JSON."),
    ] = AnswerFormat.ICCMA,
    problems: Annotated[
        bool, typer.Option("--problems", help="List the problems, and do nothing else.")
    ] = False,
    formats: Annotated[
        bool, typer.Option("--formats", help="List the formats, and do nothing else.")
    ] = False,
) -> None:
    """Solve a problem about an abstract argumentation framework (docs/frameworks.md).

    A problem is a task, `-` and a semantics. Tasks: EE all extensions, SE one, CE their number, DC
    is an argument in one of them, DS is it in all. Semantics: CO, PR, ST, GR, SST, STG, ID. Most
    problems need the extra argmap[solver]. Exit code 0 whatever the answer; 2: could not run.

    \b
    Examples:
      argmap solve -p SE-PR -f debate.af
      argmap solve -p DS-PR -f debate.af -a 3
      argmap solve -p EE-ST -f debate.apx --output-format json
      printf 'a\\nb\\n#\\na b\\n' | argmap solve -p SE-GR -f -
    """
    from argmap.reading import read_alone
    from argmap.solving import (
        FORMATS,
        PROBLEMS,
        UnknownProblem,
        read_framework,
        require_problem,
        write_answer,
        write_answer_json,
    )
    from argmap.solving import solve as find_answer

    if problems or formats:
        for listed in (PROBLEMS if problems else (), FORMATS if formats else ()):
            if listed:
                output.print_text(f"[{','.join(listed)}]\n")
        return
    if problem is None:
        raise UnknownProblem("name the problem, such as -p SE-PR; --problems lists all.")
    if file is None:
        raise UnknownProblem("name the framework's file, -f FILE; `-` is standard input.")
    asked = require_problem(problem, argument)
    text, path = read_alone(file)
    framework = read_framework(text, format, path=path)
    answer = find_answer(framework, asked, argument)
    if output_format is AnswerFormat.JSON:
        output.print_text(write_answer_json(framework, asked, answer))
    else:
        output.print_text(write_answer(framework, answer))
