"""A small town in two editions, each as a clean build; and copies of the first to work on."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.press.faults import hands


@dataclass
class Town:
    """A town that stands as a site: ``old`` and ``new`` are the digests of its two editions."""

    folder: Path
    old: dict
    new: dict

    @property
    def content(self):
        return self.folder / "content"

    @property
    def output(self):
        return self.folder / "output"

    def edit(self, name="新示例市人民政府"):
        """From the old edition to the new, in which no page is as it was."""
        hands.rename_town(self.content, name)

    def words(self, verb="site", *more):
        return [*hands.PLUGINS, verb, "--content", self.content, "--output", self.output, *more]

    def again(self, folder):
        """A town that is the same, down to what the press remembers of the site's files.

        They are the same files by other names: the press never writes into one.
        """
        shutil.copytree(self.content, folder / "content")
        shutil.copy2(self.folder / ".output.memory", folder)
        for site in (self.output, self.folder / ".output.previous"):
            if site.exists():
                shutil.copytree(site, folder / site.name, copy_function=os.link)
        return Town(folder, self.old, self.new)


@pytest.fixture(scope="session")
def editions(tmp_path_factory):
    """The old edition as a site that nobody may change, and the digests of both, built clean."""
    folder = tmp_path_factory.mktemp("editions")
    old = Town(folder / "old", {}, {})
    new = Town(folder / "new", {}, {})
    for town in (old, new):
        hands.small(town.folder)
        if town is new:
            town.edit()
        done = hands.call(town.words())
        assert done.returncode == 0, done.stderr
    return Town(old.folder, hands.whole(old.output), hands.whole(new.output))


@pytest.fixture
def town(editions, tmp_path):
    """The old edition as it stands after a build, memory and all; to be worked on."""
    return editions.again(tmp_path / "town")
