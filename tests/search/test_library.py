"""lunr.js comes from a locked package, whole and with its licence."""

from __future__ import annotations

import pytest

from plugins.refused import Refused
from plugins.search import library


def test_the_minified_library_keeps_its_licence_and_version():
    text = library.minified().decode()
    assert text.startswith("/*!\nlunr 2.3.9")
    assert "Permission is hereby granted" in text
    assert 'lunr.version="2.3.9"' in text
    assert len(text) < 50_000


def test_another_file_than_the_known_one_is_refused(monkeypatch):
    monkeypatch.setattr(library, "FILE", "mkdocs/contrib/search/templates/search/main.js")
    with pytest.raises(Refused, match=r"2\.3\.9"):
        library.source()
