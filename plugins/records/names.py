"""The registered names of a registry, with every spelling that leads to what they name."""

from __future__ import annotations

from plugins import digest
from plugins.records import dossiers
from plugins.records.registry import Body, Column, OutsideBody, Registry, Theme


class Names:
    """The registered names of a registry, with every spelling that leads to them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.digests = digest.Once()
        self.bodies: dict[str, Body | OutsideBody] = {}
        every: list[Body | OutsideBody] = [*registry.outside.values(), *registry.bodies.values()]
        for body in every:
            short = (body.short,) if isinstance(body, Body) and body.short else ()
            for name in (body.id, body.name, *short, *body.aliases):
                self.bodies[name] = body
        self.columns: dict[str, list[Column]] = {}
        for column in registry.columns.values():
            path = "/".join(c.name for c in registry.trail(column.id))
            for name in {column.id, column.name, path, *column.aliases}:
                self.columns.setdefault(name, []).append(column)
        self.leaves = {c.id for c in registry.columns.values() if registry.is_leaf(c.id)}
        topics = ((word, t.id) for t in registry.topics.values() for word in (t.id, t.name))
        self.listed = {
            "parts": {part: part for part in dossiers.kinds(registry.sets)},
            "topics": dict(topics),
        }
        self.themes: dict[str, tuple[Theme, ...]] = {}
        for top in registry.themes:
            self.themes.setdefault(top.name, (top,))
            for second in top.children:
                self.themes[f"{top.name}/{second.name}"] = (top, second)
                if second.name != "其他":
                    self.themes.setdefault(second.name, (top, second))
