"""argmap key FILE"""

from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Engine, Map, Shorthand
from argmap.cli.teaching import (
    Blanks,
    Distractors,
    InWords,
    KindName,
    KindOption,
    PaperName,
    PaperOption,
    Seed,
    VersionName,
    VersionOption,
    WithText,
    choose,
)


def key(
    file: Map,
    kind: KindOption = KindName.BOXES,
    blank: Blanks = None,
    seed: Seed = "1",
    version: VersionOption = VersionName.A,
    distractors: Distractors = None,
    format: FormatOrJson = None,
    target: Target = None,
    paper: PaperOption = PaperName.A4,
    text: WithText = True,
    in_words: InWords = False,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Fill in the sheet that `argmap worksheet` makes with the same options, for the teacher.

    It tells what else is right, why, which mistakes to expect, and how to mark. JSON is what
    `argmap mark` reads.

    \b
    Examples:
      argmap key maps/school_uniform.argdown --kind bank --blank 5 --format pdf
      argmap key maps/huang.argdown --kind hidden --seed 7 --version B --format json
    """
    from argmap.classroom.key import key_pages, report_key
    from argmap.classroom.sheet import Layout
    from argmap.publishing.blocks import Paper

    name = chosen_format(format, target, ReportFormat)
    sheet = choose(
        file, kind, blank, seed, version, distractors,
        config=config, allow=allow, shorthand=shorthand,
    )  # fmt: skip
    if name == ReportFormat.JSON:
        put_json(report_key(*sheet), target)
        return
    layout = Layout(Paper(paper.value), text, in_words or name == ReportFormat.MD, engine)
    put(key_pages(*sheet, layout), name, target, f"{sheet.stem}-key")
