"""How a body is reached, where a small one shares the office of a larger one."""

from __future__ import annotations

from dataclasses import replace

from plugins.records.registry import Body, Registry

SHARED = ("address", "hours", "phone", "fax", "email", "postcode", "consult_phone")


def reached(registry: Registry, body: Body) -> Body:
    """``body`` with each empty contact taken from the nearest body it ``inherits`` from.

    A body's own line always wins; an unknown or circular ``inherits`` ends the search.
    """
    seen = {body.id}
    step: Body | None = body
    while step and step.inherits and step.inherits not in seen:
        seen.add(step.inherits)
        step = registry.bodies.get(step.inherits)
        if step:
            body = replace(body, **{k: getattr(body, k) or getattr(step, k) for k in SHARED})
    return body
