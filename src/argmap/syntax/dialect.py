"""How the reference implementation is to be followed where it is plainly wrong.

One flag per quirk; every stage that meets one asks the dialect that it was handed.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Dialect:
    """True: do what the reference does. False: do what a reader expects.

    slashes_cut_addresses:     `http://x` loses everything from `//` on
    comment_needs_line_end:    `// …` on a last line without line end is text
    narrow_emphasis_end:       `*x*"` does not close: only blanks and `)}_.,!?;:-*` follow
    undercut_leaks:            an undercut of any statement hits the last inference above
    undercut_doubles:          an undercut of both an argument and its inference counts twice
    untitled_may_clash:        made-up titles ignore an author's own `[Untitled 1]`
    inner_occurrences_first:   an occurrence inside an element's own relations counts as earlier
    regroup_ids_clash:         nested `group.regroup` gives two sections one id
    hidden_symmetric_lost:     `><` towards a hidden main conclusion gives no edge
    apostrophe_indents:        `'` counts as a blank at the start of a line
    dates_become_instants:     YAML dates are exported as `2024-02-29T00:00:00.000Z`
    settings_are_literal:      `no` counts as true, a mode that does not exist selects nothing
    reads_verbatim:            what its grammar accepts is read to the letter (`syntax.verbatim`)
    """

    slashes_cut_addresses: bool
    comment_needs_line_end: bool
    narrow_emphasis_end: bool
    undercut_leaks: bool
    undercut_doubles: bool
    untitled_may_clash: bool
    inner_occurrences_first: bool
    regroup_ids_clash: bool
    hidden_symmetric_lost: bool
    apostrophe_indents: bool
    dates_become_instants: bool
    settings_are_literal: bool
    reads_verbatim: bool


_NAMES = tuple(field.name for field in fields(Dialect))

REFERENCE = Dialect(**dict.fromkeys(_NAMES, True))
"""As `@argdown/core` reads: what `argdown-json` exports unless `--fixed` is given."""

ARGMAP = Dialect(**dict.fromkeys(_NAMES, False))
"""The readings a person would expect: everything else."""
