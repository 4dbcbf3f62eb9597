"""A real Git repository around a small CONTENT."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.rules.examples import ITEMS, item

FOLDER = "items/fgw/2021"
CLEAN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip


@dataclass
class Repository:
    """CONTENT lies in a folder of the repository, as it does in ours."""

    root: Path

    @classmethod
    def new(cls, root: Path) -> Repository:
        made = cls(root)
        shutil.copytree(ITEMS / "base", made.content)
        made.git("init", "--quiet", "--initial-branch=main")
        made.commit("base")
        return made

    @property
    def content(self) -> Path:
        return self.root / "site" / "content"

    def git(self, *words: str) -> str:
        self.root.mkdir(exist_ok=True)
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],
            env=os.environ | CLEAN, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def put(self, serial: int, number: str = "", title: str = "", **lines: str) -> Path:
        """Write an item; its number is that of its place unless it is given."""
        path = self.content / FOLDER / f"{serial:05d}.md"
        named = {"名称": title or f"关于第{serial}季度价格监测的报告"}
        text = item(**{"索引号": number or f"990700036/2021-{serial:05d}", **named, **lines})
        path.write_text(text, encoding="utf-8")
        return path
