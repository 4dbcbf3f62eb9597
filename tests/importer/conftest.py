"""The pages of this folder, imported once for all tests; and an empty folder to be filled."""

import pytest

from plugins.importer import import_folder
from tests.importer.reports import DAY, PAGES, reported


@pytest.fixture(scope="session")
def target(tmp_path_factory):
    """The CONTENT that the pages became."""
    target = tmp_path_factory.mktemp("import") / "content"
    import_folder(str(PAGES), str(target), DAY)
    return target


@pytest.fixture(scope="session")
def files(target):
    """The report of that import, by source file."""
    return reported(target)


@pytest.fixture
def folder(tmp_path):
    """A folder of old pages, with nothing in it yet."""
    folder = tmp_path / "from"
    folder.mkdir()
    return folder
