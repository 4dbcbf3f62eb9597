"""The day of a build: an input like the content, so that the same commit gives the same bytes."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_ZONE = "Asia/Shanghai"


def _zone(content: str) -> ZoneInfo:
    """The site's time zone; the default where site.toml is faulty (a rule tells about that)."""
    try:
        site = tomllib.loads(Path(content, "registry/site.toml").read_text(encoding="utf-8"))
        return ZoneInfo(str(site.get("time_zone", DEFAULT_ZONE)))
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return ZoneInfo(DEFAULT_ZONE)


def of_build(content: str) -> date:
    """SOURCE_DATE_EPOCH's day in the site's zone, else today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.astimezone(_zone(content)).date()
