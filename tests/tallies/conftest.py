"""The registry of a small town, and one item of it."""

import pytest

from tests.rooms.town import item, write


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    return write(tmp_path_factory.mktemp("town"), item("zfb", 2024, 1, "通知", "社会救助"))
