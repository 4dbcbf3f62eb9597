"""The one site of this folder, with a good memory at the start of every test."""

import pytest

from tests.memory.hostile.pendulum import Pendulum
from tests.press.same import builds


@pytest.fixture(scope="session")
def _swinging(tmp_path_factory, kept, anew):
    return Pendulum(tmp_path_factory.mktemp("pendulum"), kept, anew)


@pytest.fixture
def site(_swinging):
    """The site with a good memory of the state it is in."""
    if builds.site(_swinging.output) != _swinging.clean[_swinging.state].files:
        builds.forget(_swinging.output)
    if not _swinging.memory.is_file() or not _swinging.memory.stat().st_size:
        _swinging.memory.unlink(missing_ok=True)
    _swinging.kept.site(_swinging.content, _swinging.output)
    return _swinging
