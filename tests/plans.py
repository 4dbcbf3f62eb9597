"""Plans as tests look at them: every file, whoever would make it."""

from plugins.plan import Batch


def flat(plan):
    """Every output of a plan, its batches made."""
    for planned in plan:
        if isinstance(planned, Batch):
            yield from planned.make(*planned.inputs)
        else:
            yield planned
