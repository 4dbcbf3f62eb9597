"""Builds and what they leave: files told apart by name, mode and content, and by inode and times."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
EPOCH = 1795305600  # 2026-11-22 08:00 in Shanghai
DAY = 86400
NOBODY = 65534
Site = dict[str, str]
"""Address -> mode and SHA-256; a link or a special file says that it is one."""


class Done(subprocess.CompletedProcess[str]):
    """What a command line did, in ``cpu`` seconds with all its processes."""

    cpu: float


class Warmed:
    """A process that runs command lines in copies of itself; ``before`` it stands what takes rights away."""

    def __init__(self, folder: Path, seed: int, before: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._state = folder / "state"
        command = [*before, sys.executable, "-m", "tests.press.same.warmed"]
        env = {**os.environ, "PYTHONHASHSEED": str(seed)}
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(
        self,
        *words: object,
        module: str = "plugins",
        umask: int = 0o022,
        seconds: int = 120,
        **env,
    ) -> Done:
        """One command line, from the folder of the project, on the day of EPOCH."""
        out, err = self._folder / "out", self._folder / "err"
        for path in (out, err):
            path.write_bytes(b"")
        request = {
            "module": module,
            "words": [str(word) for word in words],
            "env": environment(self._state, **env),
            "umask": umask,
            "seconds": seconds,
            "out": str(out),
            "err": str(err),
        }
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        told = self._process.stdout.readline()
        assert told, "the warm process has ended"
        code, cpu = json.loads(told)
        said = (path.read_bytes().decode("utf-8", "backslashreplace") for path in (out, err))
        done = Done(request["words"], code, *said)
        done.cpu = cpu
        return done

    def pelican(self, content: Path, output: Path, conf: Path, **how) -> Site:
        """Pelican's own command line, which must succeed, and the files that it left."""
        words = (content, "-s", conf, "-o", output)
        done = self.run(*words, module="pelican", **how)
        assert done.returncode == 0, done.stdout + done.stderr
        return site(output)

    def site(self, content: Path, output: Path, *words: object, **how) -> Built:
        """``site``, which must succeed."""
        done = self.run("site", "--content", content, "--output", output, "--json", *words, **how)
        assert done.returncode == 0, done.stdout + done.stderr
        return Built(done, output)

    @property
    def ended(self) -> bool:
        """Whether the process is no more."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


class Built:
    """What a run of ``site`` or ``publish`` said and left."""

    def __init__(self, done: subprocess.CompletedProcess[str], output: Path) -> None:
        self.outcome = json.loads(done.stdout)
        self.findings = told(done.stderr)
        self.files = site(output)

    @property
    def written(self) -> int:
        """How many files it says that it wrote."""
        return self.outcome["written"]


@cache
def as_nobody() -> tuple[str, ...]:
    """What to put before a command for a user who may read everything and write nothing of ours.

    Nothing where we are no root ourselves. Where even root may not hand on the right to read,
    the project and its Python must be readable for all.
    """
    if os.geteuid():
        return ()
    who = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    reader = (*who, *(f"--{kind}-caps=-all,+dac_read_search" for kind in ("inh", "ambient")))
    tried = subprocess.run([*reader, sys.executable, "-c", ""], capture_output=True, check=False)
    return who if tried.returncode else reader


def given_to_nobody(folder: Path) -> None:
    """Let the user of ``as_nobody`` own a folder and everything below it."""
    if as_nobody():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def command(
    *words: object, module: str = "plugins", before: tuple[str, ...] = (), umask: int = 0o022, **env
) -> subprocess.CompletedProcess[str]:
    """A command line in a process of its own, as people and CI run it."""
    line = [*before, sys.executable, "-m", module, *map(str, words)]
    return subprocess.run(
        line, cwd=ROOT, env=environment(Path("/nowhere"), **env), umask=umask,
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


def environment(state: Path, **env: str) -> dict[str, str]:
    """Our own environment with the day of EPOCH and a key of our own; None takes a name away."""
    base = {"SOURCE_DATE_EPOCH": str(EPOCH), "XDG_STATE_HOME": str(state)}
    full = {**os.environ, **base, **env}
    return {name: str(value) for name, value in full.items() if value is not None}


def told(words: str) -> str:
    """What a run said of the content, without how far it was."""
    return "".join(x for x in words.splitlines(True) if not x.startswith("生成中"))


def site(folder: Path) -> Site:
    """Every file below ``folder`` with its mode and its digest."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        stat = path.lstat()
        kind = f"{stat.st_mode & 0o777:o} " if path.is_file() and not path.is_symlink() else ""
        address = path.relative_to(folder).as_posix()
        if kind:
            found[address] = kind + hashlib.sha256(path.read_bytes()).hexdigest()
        elif path.is_symlink() or not path.is_dir():
            found[address] = f"special {stat.st_mode:o}"
    return found


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder below ``folder`` with its inode and the time of its content."""
    paths = sorted(Path(folder).rglob("*"))
    return {
        p.relative_to(folder).as_posix(): (p.lstat().st_ino, p.lstat().st_mtime_ns) for p in paths
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The addresses at which two sites differ, in order; what only one has, marked."""
    marked = (
        a if a in one and a in other else f"-{a}" if a in one else f"+{a}"
        for a in sorted({*one, *other})
        if one.get(a) != other.get(a)
    )  # fmt: skip
    return list(marked)


def forget(output: Path) -> None:
    """Take a site away with everything that was kept beside it."""
    shutil.rmtree(output, ignore_errors=True)
    for left in output.parent.glob(f".{output.name}.*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def memory(output: Path) -> Path:
    """Where the memory of the site at ``output`` lies."""
    return output.with_name(f".{output.name}.memory")


def replaced(path: Path, old: str, new: str) -> None:
    """Change the one place of a file that says ``old``."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
