"""Pelican as we need it: a plugin that does not load, or anything that fails, is no success.

Pelican goes on without a plugin that is missing or raises in ``register``, and ends with 1,
which promises a fault of the content, after any exception.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pelican
from pelican.plugins._utils import get_namespace_plugins, get_plugin_name, load_plugins
from pelican.settings import DEFAULT_CONFIG

from plugins import gate, press, refused
from plugins.settings import faults


@contextmanager
def _no_success() -> Iterator[None]:
    """Give an exception that has none the exit code that Pelican's ``main`` looks for."""
    try:
        yield
    except Exception as error:
        if not hasattr(error, "exitcode"):
            error.exitcode = refused.BUG  # type: ignore[attr-defined]
        raise


class Host(pelican.Pelican):  # type: ignore[misc]
    """To be named as ``PELICAN_CLASS`` in the settings."""

    def __init__(self, settings: dict[str, Any]) -> None:
        gate.plainly()
        with _no_success():
            if wrong := list(faults(settings, DEFAULT_CONFIG)):
                raise refused.Refused("\n".join(wrong), refused.CONFIGURATION)
            super().__init__(settings)

    def run(self) -> None:
        """Run; what is no refusal ends with 70, whatever failed."""
        with _no_success():
            super().run()

    def init_plugins(self) -> None:
        """Load and register every plugin of the settings, or none."""
        asked = self.settings["PLUGINS"]
        idle = sorted(get_namespace_plugins().keys() - {get_plugin_name(p) for p in asked})
        if idle:
            told = "、".join(idle)
            sys.stderr.write(f"这台机器还装有 Pelican 插件 {told}，没有启用：只用设置里写明的\n")
        found = load_plugins(self.settings)
        if len(found) != len(asked):
            names = {get_plugin_name(plugin) for plugin in found}
            lost = [
                p
                for p in asked
                if isinstance(p, str) and names.isdisjoint((p, f"pelican.plugins.{p}"))
            ]
            message = f"没有插件 {'、'.join(lost)} → 核对设置里的 PLUGINS"
            raise refused.Refused(message, refused.CONFIGURATION)
        for plugin in found:
            self._register(plugin)
        if press not in found:  # a missing gate is for the press to notice
            message = f"PLUGINS 里没有 {press.__name__}，不能生成网站 → 核对设置"
            raise refused.Refused(message, refused.CONFIGURATION)
        self.plugins = found
        self.settings["PLUGINS"] = [get_plugin_name(plugin) for plugin in found]

    def _register(self, plugin: Any) -> None:  # noqa: ANN401 - whatever the settings name
        try:
            plugin.register()
        except Exception as error:
            message = f"插件 {get_plugin_name(plugin)} 不能启用: {error} → 核对设置里的 PLUGINS"
            raise refused.Refused(message, refused.CONFIGURATION) from error
