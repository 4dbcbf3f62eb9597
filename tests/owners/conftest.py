"""A repository with a site in it: two bodies, each with its own people, and those of the platform."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.rules.examples import DAY, ITEMS, ROOT, item

ROLES = """
[[person]]
id = "zwgk"
name = "市政务公开中心"
roles = ["平台"]
accounts = ["@shili/zwgk", "zwgk@shili.example"]

[[person]]
id = "fgw-bgs"
name = "市发展改革委办公室主任"
roles = ["审查人"]
bodies = ["fgw"]
accounts = ["@fgw-bgs", "FGW@shili.example"]

[[person]]
id = "jyj-bgs"
name = "市教育局办公室主任"
roles = ["审查人"]
bodies = ["jyj"]
accounts = ["@jyj-bgs", "jyj@shili.example"]

[[person]]
id = "jyj-old"
name = "市教育局原办公室主任"
roles = ["审查人"]
bodies = ["jyj"]
until = 2024-12-31
accounts = ["@jyj-old"]
"""


class Repository:
    """A clone that somebody works in; ``main`` is its main branch."""

    def __init__(self, folder: Path, prefix: str = "content") -> None:
        self.folder, self.content = folder, folder / prefix
        shutil.copytree(ITEMS / "base", self.content, dirs_exist_ok=True)
        (self.content / "registry/roles.toml").write_text(ROLES, encoding="utf-8")
        (folder / "plugins").mkdir(exist_ok=True)
        (folder / "plugins/x.py").write_text("", encoding="utf-8")
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit("zwgk@shili.example")

    def git(self, *words: str) -> str:
        command = ["git", "-C", str(self.folder), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def commit(self, who: str) -> None:
        """Commit everything as ``who``."""
        self.git("add", "--all")
        name = ("-c", f"user.email={who}", "-c", "user.name=x")
        self.git(*name, "commit", "--quiet", "--allow-empty", "--message", "x")

    def branch(self, name: str, start: str = "main") -> None:
        self.git("checkout", "--quiet", "-b", name, start)

    def change(self, who: str, **files: str) -> None:
        """Write files, named from the repository's root with ``/``, and commit them as ``who``."""
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8")
        self.commit(who)

    def take(self, body: str, serial: str, number: str, who: str, **lines: str) -> None:
        """An item with an index number, on the branch that is checked out."""
        path = f"{self.content.relative_to(self.folder)}/items/{body}/2026/{serial}.md"
        self.change(who, **{path.removeprefix("./"): item(索引号=number, **lines)})

    def owners(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The verb, as a pipeline runs it."""
        command = [os.path.abspath(ROOT / ".venv/bin/python"), "-m", "plugins", "owners"]
        return subprocess.run(
            [*command, "--content", str(self.content), *words],
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def repository(tmp_path) -> Repository:
    return Repository(tmp_path)
