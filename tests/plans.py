"""Plans as tests look at them: every file, whoever would make it."""

from plugins.plan import Batch, Gathering


def flat(plan):
    """Every output of a plan, its batches and gatherings made."""
    for planned in plan:
        if isinstance(planned, Batch):
            yield from planned.make(*planned.inputs)
        elif isinstance(planned, Gathering):
            yield from flat(planned.plan([done(one) for one in planned.pieces], *planned.inputs))
        else:
            yield planned


def done(piece):
    """The bytes of a piece, after what it needs."""
    return piece.make(*piece.inputs, *map(done, piece.needs))
