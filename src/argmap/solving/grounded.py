"""The grounded extension: what stands because everything against it falls (Dung 1995)."""

from argmap.solving.framework import Framework

IN, OUT, OPEN = 1, 2, 0


def grounded_labels(framework: Framework) -> bytearray:
    """Return for each argument `IN`, `OUT` or `OPEN` (undecided); linear in the attacks."""
    labels = bytearray(len(framework))
    attacked, attackers = framework.attacked, framework.attackers
    left = [len(sources) for sources in attackers]
    queue = [argument for argument, count in enumerate(left) if not count]
    for argument in queue:
        labels[argument] = IN
    for argument in queue:  # grows while it is read
        for victim in attacked[argument]:
            if labels[victim] == OPEN:
                labels[victim] = OUT
                for freed in attacked[victim]:
                    left[freed] -= 1
                    if not left[freed] and labels[freed] == OPEN:
                        labels[freed] = IN
                        queue.append(freed)
    return labels
