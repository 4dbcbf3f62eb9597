"""Two releases of one site, the second in the place of the first."""

import pytest

from tests.manifest.site import OLD, A, B, C, publish


@pytest.fixture
def first(tmp_path):
    """The first release."""
    return publish(tmp_path / "first", A, B, OLD)


@pytest.fixture
def second(tmp_path, first):
    """The release after: one item gone, one new, and another text."""
    return publish(tmp_path / "second", A, C, OLD, before=first, text="新的正文")
