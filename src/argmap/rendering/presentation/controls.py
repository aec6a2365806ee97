"""What steers a talk: the bar below it, the list of keys, and what is said to a screen reader."""

_KEYS = (
    ("→ ↓ Space PageDown", "next"),
    ("← ↑ PageUp", "back"),
    ("Home End", "beginning, end"),
    ("12 Enter", "go to step 12"),
    ("o", "all steps and the whole map"),
    ("n", "speaker notes"),
    ("s", "notes, next step and clock in a window of their own"),
    ("b .", "black screen"),
    ("w ,", "white screen"),
    ("f", "full screen"),
    ("? Esc", "open this, close whatever is open"),
)


def _kbd(keys: str) -> str:
    return "".join(f"<kbd>{key}</kbd>" for key in keys.split())


CONTROLS = (
    '<nav class="bar" aria-label="Presentation" hidden>',
    '<div class="progress" aria-hidden="true"><i></i></div>',
    '<button type="button" data-do="back" aria-label="Back" title="Back (←)">←</button>',
    '<button type="button" data-do="next" aria-label="Next" title="Next (→)">→</button>',
    '<span class="count"></span>',
    '<span class="title"></span>',
    '<span class="clock" aria-hidden="true" hidden></span>',
    '<button type="button" data-do="notes" aria-pressed="false" title="Notes (n)">Notes</button>',
    '<button type="button" data-do="overview" aria-pressed="false" title="Overview (o)">'
    "Overview</button>",
    '<button type="button" data-do="full" title="Full screen (f)">Full screen</button>',
    '<button type="button" data-do="help" title="Keys (?)" aria-label="Keys">?</button>',
    "</nav>",
    '<p class="news" role="status" aria-live="polite"></p>',
    '<p class="typed" hidden></p>',
    '<div class="blank" hidden></div>',
    '<dialog class="help" aria-labelledby="help-title">',
    '<h2 id="help-title">Keys</h2>',
    "<dl>",
    *(f"<div><dt>{_kbd(keys)}</dt><dd>{does}</dd></div>" for keys, does in _KEYS),
    "</dl>",
    '<button type="button" data-do="close">Close</button>',
    "</dialog>",
)
"""Lines of HTML; the page's script shows the bar."""
