"""How colours look to people who see fewer of them, and how far apart they then are."""

import math

# Severity 1.0 of Machado, Oliveira and Fernandes (2009), table 1, on linear RGB.
SEEN_BY = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color):
    levels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels
    ]


def lab(red, green, blue):
    """CIE L*a*b* (D65) of linear sRGB."""
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883

    def root(t):
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    return 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))


def seen(color, kind):
    rows = SEEN_BY[kind]
    light = linear(color)
    mixed = (sum(a * b for a, b in zip(row, light, strict=True)) for row in rows)
    return lab(*(min(1.0, max(0.0, part)) for part in mixed))


def distance(one, other, kind):
    """ΔE*ab (1976) of two colours as a kind of reader sees them."""
    return math.dist(seen(one, kind), seen(other, kind))
