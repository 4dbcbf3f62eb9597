"""The warmed-up command lines of tests/press/same."""

from tests.press.same.conftest import anew, kept

__all__ = ["anew", "kept"]
