"""Numbers as people are shown them."""

from collections.abc import Sequence


def shown(number: float) -> str:
    """Return a number with up to four decimals, `0.3622`, and `−` for a minus."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def signed_sum(added: Sequence[float], taken: Sequence[float]) -> str:
    """Return `0.4 + 0.3 − 0.2`, or `0` for an empty sum."""
    text = " + ".join(shown(number) for number in added)
    for number in taken:
        text += f" − {shown(number)}" if text else f"−{shown(number)}"
    return text or "0"
