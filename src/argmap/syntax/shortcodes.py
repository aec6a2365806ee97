"""The names of special characters: `.A.` or `:A:` is written for ∀, and so on.

The names and characters are those of the Argdown language; `model.shortcodes` adds to them.
"""

_NAMED = {
    # logic
    "A": "∀",
    "E": "∃",
    "O": "𝗢",
    "P": "𝗣",
    "->": "→",
    "<->": "↔",
    "~": "¬",
    "^": "∧",
    "v": "∨",
    "v_": "⊻",
    "<>": "◇",
    "[]": "◻",
    # faces and signs
    "happy": "😀",
    "smile": "☺",
    "smiley": "☺",
    "laugh": "😆",
    "lol": "😆",
    "rofl": "🤣",
    "joy": "😂",
    "heart": "❤",
    "?": "❓",
    "question": "❓",
    "love": "😍",
    "wink": "😉",
    "shush": "🤫",
    "meh": "😐",
    "eye-roll": "🙄",
    "sad": "😢",
    "disappointed": "😞",
    "scream": "😱",
    "+1": "👍",
    "up": "👍",
    "-1": "👎",
    "down": "👎",
    "think": "🤔",
    "star": "⭐",
    "y": "✔",
    "agree": "✔",
    "n": "❌",
    "disagree": "❌",
}

SHORTCODES = {f"{mark}{name}{mark}": sign for name, sign in _NAMED.items() for mark in ".:"}
SHORTCODES[":smile:"] = "☺️"  # with the selector that asks for the coloured form
"""What a text may say for a character, fences included."""
