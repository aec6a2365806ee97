"""Two maps of one text, held against each other: claims, relations, differences, a score."""
