"""Where a strict reading and the labels do not go together."""

from argmap.evaluation.labelling import Label, Labelling


def incoherent_steps(labelling: Labelling) -> tuple[int, ...]:
    """Return the steps that hold although their conclusion is out, in strict mode.

    In strict mode a step says that its premises entail its conclusion, so that whoever accepts
    them and rejects it contradicts himself (closure: Caminada and Amgoud 2007). Labels allow it
    all the same, for an attack on the conclusion does not reach the premises; that has to be
    said. In loose mode steps may be defeated, and there is nothing to say.
    """
    if not labelling.steps.graph.is_strict:
        return ()
    return tuple(
        index
        for index, step in enumerate(labelling.steps.steps)
        if labelling.step_verdicts[index].label is Label.IN
        and labelling.node_verdicts[step.conclusion].label is Label.OUT
    )
