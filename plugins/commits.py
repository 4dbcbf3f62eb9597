"""What Git knows of CONTENT: the commit it stands at, and which of two commits is the older."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime


def _git(folder: str, *words: str) -> subprocess.CompletedProcess[str] | None:
    command = ["git", "-C", folder, *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None


def commit_of(folder: str) -> str:
    """The commit that ``folder`` was checked out from; empty outside Git."""
    found = _git(folder, "rev-parse", "HEAD")
    return found.stdout.strip() if found and found.returncode == 0 else ""


def made_at(folder: str, commit: str) -> datetime | None:
    """When ``commit`` was made, by the clock of the machine that made it; None if Git has none."""
    found = _git(folder, "show", "--no-patch", "--format=%ct", commit) if commit else None
    said = found.stdout.strip() if found and found.returncode == 0 else ""
    return datetime.fromtimestamp(int(said), UTC) if said else None


def older(folder: str, commit: str, other: str) -> bool:
    """Whether ``commit`` is a true ancestor of ``other``; False where Git does not know both."""
    if not commit or not other or commit == other:
        return False
    found = _git(folder, "merge-base", "--is-ancestor", commit, other)
    return found is not None and found.returncode == 0


def unproved(folder: str, commit: str, other: str) -> bool:
    """Whether a shallow clone cannot show that ``commit`` came after ``other``.

    It may know both and not what lies between them.
    """
    shallow = _git(folder, "rev-parse", "--is-shallow-repository")
    if commit == other or shallow is None or shallow.stdout.strip() != "true":
        return False
    found = _git(folder, "merge-base", "--is-ancestor", other, commit)
    return found is not None and found.returncode != 0


def clean(folder: str, *paths: str) -> bool:
    """Whether ``paths`` below ``folder``, or the whole working tree around it, are as committed."""
    found = _git(folder, "status", "--porcelain", "--untracked-files=normal", "--", *paths)
    return found is not None and found.returncode == 0 and not found.stdout
