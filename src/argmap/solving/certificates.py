"""Is this set what it is said to be? Checked by definition, without a solver."""

from argmap.solving.framework import Extension, Framework


def is_conflict_free(framework: Framework, extension: Extension) -> bool:
    """Tell whether no member attacks a member."""
    return not any(
        attacker in extension for member in extension for attacker in framework.attackers[member]
    )


def is_admissible(framework: Framework, extension: Extension) -> bool:
    """Tell whether a set is conflict-free and attacks all that attack it."""
    beaten = _attacked_by(framework, extension)
    return is_conflict_free(framework, extension) and all(
        beaten[attacker] for member in extension for attacker in framework.attackers[member]
    )


def is_complete(framework: Framework, extension: Extension) -> bool:
    """Tell whether a set is admissible and has all that it defends."""
    beaten = _attacked_by(framework, extension)
    return is_admissible(framework, extension) and all(
        argument in extension or not all(beaten[attacker] for attacker in attackers)
        for argument, attackers in enumerate(framework.attackers)
    )


def is_stable(framework: Framework, extension: Extension) -> bool:
    """Tell whether a set is conflict-free and attacks all that is not in it."""
    beaten = _attacked_by(framework, extension)
    return is_conflict_free(framework, extension) and all(
        argument in extension or beaten[argument] for argument in range(len(framework))
    )


def _attacked_by(framework: Framework, extension: Extension) -> bytearray:
    beaten = bytearray(len(framework))
    for member in extension:
        for victim in framework.attacked[member]:
            beaten[victim] = True
    return beaten


CHECKS = {
    "CO": is_complete,
    "PR": is_complete,
    "ST": is_stable,
    "GR": is_complete,
    "SST": is_complete,
    "STG": is_conflict_free,
    "ID": is_complete,
}
"""What each semantics' extensions have to pass; that they are largest is not checked."""
