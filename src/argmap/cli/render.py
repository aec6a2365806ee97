"""argmap render"""


def render() -> None:
    """To come."""
