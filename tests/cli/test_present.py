"""argmap present: what it writes, lists and says."""

MAP = """[Trams]: The city should build trams.
  + <Cheap>: They cost little to run. {step: one}
  + <Quiet>: Trams are quieter than buses.
    - <Curves>: In tight curves they squeal.
"""


def test_it_writes_one_page_and_says_so(run, tmp_path):
    (tmp_path / "trams.argdown").write_text(MAP, "utf-8")
    result = run("present", "trams.argdown")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "argmap: trams.argdown:2: `step:` of <Cheap> is not a number; it is told where it belongs",
        "wrote trams.talk.html",
        "the talk has 4 steps",
    ]
    assert "<!DOCTYPE html>" in (tmp_path / "trams.talk.html").read_text("utf-8")
    assert run("present", "trams.argdown", "-o", "-").out.startswith("<!DOCTYPE html>")


def test_it_lists_the_steps_by_weight_or_as_in_the_text(run):
    by_weight = run("present", "-", "--list", "--order", "weight", text=MAP)
    assert by_weight.out.splitlines() == [
        "1  Main claim: The city should build trams.",
        "2    Reason: Quiet: Trams are quieter than buses.",
        "3      Objection: Curves: In tight curves they squeal.",
        "4    Reason: Cheap: They cost little to run.",
    ]
    as_written = run("present", "-", "--list", "--order", "text", text=MAP)
    assert "2    Reason: Cheap" in as_written.out
    assert run("present", "-", "--list", text=MAP).out == as_written.out


def test_it_names_the_orders_that_there_are(run):
    result = run("present", "-", "--order", "length", text=MAP)
    assert (result.code, result.err) == (
        2,
        "argmap: no order is called 'length': choose text, weight\n",
    )


def test_an_empty_map_is_said_to_be_so(run):
    result = run("present", "-", text="\n")
    assert result.code == 2
    assert "nothing to present" in result.err and "Traceback" not in result.err


def test_shorthand_is_presented_too(run):
    text = "1. Trams are quiet.\n2. People want quiet.\n3. Build trams. (1, 2)\n"
    result = run("present", "-", "--shorthand", "--list", text=text)
    assert result.code == 0 and "Build trams." in result.out.splitlines()[0]


def test_a_part_of_a_map_is_presented_in_colours(run):
    text = MAP.replace("{step: one}", "{step: 1}").replace("- <Curves>", "- <Curves> #sound")
    part = run("present", "-", "--list", "--root", "<Quiet>", text=text)
    assert (part.code, part.err) == (0, "")  # nothing about the step of what was left out
    assert len(part.out.splitlines()) == 2 and "Cheap" not in part.out
    page = run("present", "-", "-o", "-", "--colour-by", "side", text=text).out
    assert ">con<" in page and ">con<" not in run("present", "-", "-o", "-", text=text).out


def test_colours_that_tell_nothing_are_told(run):
    result = run("present", "-", "-o", "-", "--colour-by", "speaker", text=MAP)
    assert "argmap: colours tell nothing here: no speaker named\n" in result.err
