"""The day of a build: an input like the content, so that the same commit gives the same bytes."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins import refused

DEFAULT_ZONE = "Asia/Shanghai"


def _zone(content: str) -> ZoneInfo:
    """The site's time zone; the default where site.toml is faulty (a rule tells about that)."""
    path = Path(content, "registry/site.toml")
    try:
        if path.is_symlink() or not path.is_file():
            return ZoneInfo(DEFAULT_ZONE)
        site = tomllib.loads(path.read_text(encoding="utf-8"))
        return ZoneInfo(str(site.get("time_zone", DEFAULT_ZONE)))
    except (OSError, ValueError, RecursionError, ZoneInfoNotFoundError):
        return ZoneInfo(DEFAULT_ZONE)


def given() -> bool:
    """Whether the day of the build was named and is not the clock's."""
    return bool(os.environ.get("SOURCE_DATE_EPOCH"))


def of_build(content: str) -> date:
    """SOURCE_DATE_EPOCH's day in the site's zone, else today's. Raises Refused for an odd one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
        return now.astimezone(_zone(content)).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH 不是秒数: {epoch} → 写 1970 年以来的秒数，或者不写"
        raise refused.Refused(message, refused.CONFIGURATION) from error
