"""A file put in the place of the old one, whole or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path

from plugins.refused import ENVIRONMENT, Refused


def put(path: Path, data: bytes) -> None:
    """``data`` at ``path``, with the permissions of what stood there. Raises Refused."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        fresh.write_bytes(data)
        if path.exists():
            fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise Refused(f"{path} 写不进去：{error.strerror} → 检查权限和磁盘", ENVIRONMENT) from error
