"""argmap worksheet FILE"""

from argmap.cli.pages import Format, PageFormat, Target, chosen_format, put
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


def worksheet(
    file: Map,
    kind: KindOption = KindName.BOXES,
    blank: Blanks = None,
    seed: Seed = "1",
    version: VersionOption = VersionName.A,
    distractors: Distractors = None,
    format: Format = None,
    target: Target = None,
    paper: PaperOption = PaperName.A4,
    text: WithText = True,
    in_words: InWords = False,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Make a sheet for pupils of a map: with gaps, and nothing that tells what belongs there.

    The same map, kind, number and seed give the same sheet; `argmap key` fills it in.

    \b
    Examples:
      argmap worksheet maps/school_uniform.argdown --kind bank --blank 5 --format pdf
      argmap worksheet maps/huang.argdown --kind hidden --seed 7 --version B -o hidden.docx
      argmap worksheet maps/school_uniform.argdown --kind order --format md
    """
    from argmap.classroom.sheet import Layout, sheet_pages
    from argmap.publishing.blocks import Paper

    name = chosen_format(format, target, PageFormat)
    sheet = choose(
        file, kind, blank, seed, version, distractors,
        config=config, allow=allow, shorthand=shorthand,
    )  # fmt: skip
    layout = Layout(Paper(paper.value), text, in_words or name == PageFormat.MD, engine)
    put(sheet_pages(*sheet, layout), name, target, sheet.stem)
