"""A build that must not go on, and the exit code that says why."""

from __future__ import annotations

CONTENT = 1  # errors in what departments wrote
CONFIGURATION = 2  # settings, usage, templates
ENVIRONMENT = 3  # disk, lock, permission
AUDIT = 4  # what came out is not what went in
BUG = 70  # a fault of ours


class Refused(Exception):
    """Raised to stop before anything public changes; Pelican exits with ``exitcode``."""

    def __init__(self, message: str, exitcode: int) -> None:
        super().__init__(message)
        self.exitcode = exitcode

    def __reduce__(self) -> tuple[type[Refused], tuple[str, int]]:
        return Refused, (str(self), self.exitcode)  # comes home from another process
