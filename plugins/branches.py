"""What a change set touches, and which index numbers open branches take: asked of Git."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.ownership import Touched
from plugins.records import front_matter, text
from plugins.records.fields import by_label
from plugins.records.finding import Finding
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Kind
from plugins.refused import CONFIGURATION, Refused

CLASH = "GK906"

_LABELS = by_label(Kind.ITEM)


@dataclass(frozen=True, slots=True)
class Taken:
    """An index number that a branch takes: in which file, and the name of its bytes."""

    branch: str
    path: str
    blob: str


class Git:
    """The repository that CONTENT lies in; ``prefix`` is CONTENT's folder in it, with a slash."""

    def __init__(self, content: str) -> None:
        """Raises Refused where there is none."""
        self._folder = content
        self.prefix = self._said("rev-parse", "--show-prefix").strip()
        self._folder = self._said("rev-parse", "--show-toplevel").strip() or content

    def _said(self, *words: str) -> str:
        return self.bytes(*words).decode("utf-8", "surrogateescape")

    def bytes(self, *words: str) -> bytes:
        """What a command prints. Raises Refused where it fails."""
        command = ["git", "-C", self._folder, *words]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except OSError as error:
            raise Refused(f"运行不了 git：{error.strerror} → 安装 git", CONFIGURATION) from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
            fix = "核对分支或提交的名称；流水线里取回完整的历史（fetch-depth: 0）"
            raise Refused(f"git {words[0]}：{said} → {fix}", CONFIGURATION)
        return done.stdout

    def listed(self, *words: str) -> list[str]:
        """The names that a command prints with a NUL behind each."""
        return [name for name in self._said(*words).split("\0") if name]

    def commit(self, name: str) -> str:
        """The commit of a branch, a tag or a commit; a name is never taken for an option."""
        return self._said("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").strip()

    def touched(self, base: str, head: str, by: Sequence[str] = ()) -> Iterator[Touched]:
        """Every file that differs at ``head`` from where it left ``base``: changed by the accounts
        ``by``, else each commit's files by its author, merges with what they alone changed."""
        if by:
            who = frozenset(account.lower() for account in by)
            names = self.listed("diff", "--name-only", "-z", "--no-renames", f"{base}...{head}")
            yield from (Touched(name, who) for name in names)
            return
        seen = set[Touched]()
        for commit in self._said("rev-list", "--reverse", f"{base}..{head}").split():
            author = self._said("show", "--no-patch", "--format=%ae", commit).strip().lower()
            tree = ("diff-tree", "-r", "-c", "--root", "--no-commit-id", "--name-only", "-z")
            for name in self.listed(*tree, "--no-renames", commit):
                one = Touched(name, frozenset((author,)))
                if one not in seen:
                    seen.add(one)
                    yield one

    @contextmanager
    def registry(self, commit: str) -> Iterator[Path]:
        """A folder with the registry as it stood at ``commit``: who may change it says itself."""
        with TemporaryDirectory() as folder:
            place = f"{self.prefix}registry"
            for name in self.listed("ls-tree", "-z", "--name-only", commit, f"{place}/"):
                data = self.bytes("show", f"{commit}:{name}")
                Path(folder, name.rpartition("/")[2]).write_bytes(data)
            yield Path(folder)

    def clashes(self, base: str, head: str) -> Iterator[Finding]:
        """A finding for each index number that two open branches take, ``head`` among them, and
        that ``base`` does not hold."""
        found: defaultdict[str, list[tuple[str, Taken]]] = defaultdict(list)
        for commit, branch in self._open(base, head).items():
            for number, taken in self._taken(base, commit, branch):
                found[number].append((commit, taken))
        for number, takers in sorted(found.items()):
            apart = self._apart(takers)
            if len(apart) > 1:
                first, *others = sorted(apart, key=lambda taken: (taken.path, taken.branch))
                where = "；".join(f"分支 {o.branch} 的 {o.path}" for o in others)
                message = f"分支 {first.branch} 和别的分支用了同一个索引号“{number}”：{where}"
                fix = "后合并的一方改用 make number 另编一个号"
                yield Finding(first.path, 1, 1, CLASH, "索引号", message, fix, number)

    def _open(self, base: str, head: str) -> dict[str, str]:
        """Every branch that is not merged, by its commit; one of here and there is one.

        Pipelines check out a commit that no branch has: it is one more.
        """
        form = "--format=%(objectname) %(refname:short)"
        refs = self._said("for-each-ref", f"--no-merged={base}", form, "refs/heads", "refs/remotes")
        found: dict[str, str] = {}
        for line in refs.splitlines():
            commit, _, name = line.partition(" ")
            found.setdefault(commit, name)
        if not self._follows(base, head):
            found.setdefault(head, "（这次的改动）")
        return found

    def _taken(self, base: str, commit: str, branch: str) -> Iterator[tuple[str, Taken]]:
        items = f"{self.prefix}items"
        changed = ("diff", "--name-only", "-z", "--no-renames", "--diff-filter=AM")
        for path in self.listed(*changed, f"{base}...{commit}", "--", items):
            number = self._number(commit, path) if path.endswith(".md") else ""
            if number and number != self._number(base, path):
                blob = self._said("rev-parse", f"{commit}:{path}").strip()
                yield number, Taken(branch, path[len(self.prefix) :], blob)

    def _number(self, commit: str, path: str) -> str:
        """The index number of an item as it stands at ``commit``; empty where it has none."""
        if not self.listed("ls-tree", "-z", "--name-only", commit, path):
            return ""
        decoded, _ = text.decode(self.bytes("show", f"{commit}:{path}"))
        entry = front_matter.read(decoded.split("\n"), _LABELS).entries.get("index_no")
        number = normal_index(entry.raw) if entry else ""
        return "" if number == normal_index(DRAFT) else number

    def _apart(self, takers: list[tuple[str, Taken]]) -> list[Taken]:
        """Those of them that do not come of each other: one branch may stand on another."""
        apart: list[tuple[str, Taken]] = []
        for commit, taken in takers:
            own = any(
                (taken.path, taken.blob) == (other.path, other.blob)
                or self._follows(commit, known)
                or self._follows(known, commit)
                for known, other in apart
            )
            if not own:
                apart.append((commit, taken))
        return [taken for _, taken in apart]

    def _follows(self, commit: str, other: str) -> bool:
        command = ["git", "-C", self._folder, "merge-base", "--is-ancestor", other, commit]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
