"""A CONTENT with a registry and no items yet."""

import pytest

from tests.numbering.drafts import BODIES, COLUMNS, PROFILES, SITE
from tests.small_town import register


@pytest.fixture
def content(tmp_path):
    """Two bodies, one of them without a prefix, and three columns."""
    root = tmp_path / "content"
    register(root, site=SITE, bodies=BODIES, columns=COLUMNS, profiles=PROFILES)
    return root
