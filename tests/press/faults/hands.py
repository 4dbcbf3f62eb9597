"""What the tests of faults do with their hands: start the command line, and look at what it left."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

from tests.called import called
from tests.site.conftest import CONTENT, EPOCH, ROOT, digests

MARK = "GONGKAI_FAULT"
"""The variable by which a run and all its workers are found again."""
PLUGINS = (sys.executable, "-m", "plugins")
PELICAN = (sys.executable, "-m", "pelican")
TABLES = ("bodies", "columns", "key_areas", "leaders", "profiles", "site")
"""What five items need of the demo's registry; of tasks they would fulfil few."""
BODIES = ("szf", "zfb", "fgw", "czj", "zjj")
PARTS = ("items/fgw/2021", "items/fgw/2026")

_ASIDE = re.compile(r"^生成中|^\d+ 个条目：错误 0|: GK\d{3}（(?:警告|提示)）")
_BODY = re.compile(r'(?m)\A\[\[body\]\]\nid = "(\w+)"|^body = "(\w+)"')
_NOTHING = re.compile(r"(?m)^\[column\.nothing\]\n(?:\w+ = .*\n)*")


def small(folder):
    """A town of five items, small enough to build often."""
    content = folder / "content"
    for name in TABLES:
        path = content / f"registry/{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            _few((CONTENT / "registry" / path.name).read_text(encoding="utf-8")), encoding="utf-8"
        )
    for part in PARTS:
        bring(content, part)
    return content


def _few(table):
    """A table of the registry with the entries of BODIES alone, and of no columns that have nothing."""
    head, *entries = re.split(r"(?m)^(?=\[\[)", _NOTHING.sub("", table))
    kept = (e for e in entries if not (m := _BODY.search(e)) or (m[1] or m[2]) in BODIES)
    return head + "".join(kept)


def bring(content, part):
    """A part of the demo's items as it is there, but for serials: they need more than five items."""
    shutil.copytree(CONTENT / part, content / part, dirs_exist_ok=True)
    for issue in (content / part).glob("*.md"):
        if "\n期号: " in issue.read_text(encoding="utf-8"):
            issue.unlink()


def set_in_site(content, name, value):
    """One line of site.toml, changed."""
    path = content / "registry/site.toml"
    line = f'{name} = "{value}"'
    text, found = re.subn(rf"(?m)^{name} = .*$", line, path.read_text(encoding="utf-8"), count=1)
    assert found
    path.write_text(text, encoding="utf-8")


def rename_town(content, name):
    """An edit that changes every page: the name of the site."""
    set_in_site(content, "name", name)


def publishable(content):
    """Give the site its public address."""
    set_in_site(content, "PUBLIC_URL", "https://www.shili.example/")


def edit_item(content, words):
    """An edit that changes one item: its text ends with ``words``."""
    path = content / "items/fgw/2026/00001.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text.rstrip()}\n\n{words}\n", encoding="utf-8")


def edit_back(content):
    """The items as they were."""
    bring(content, PARTS[-1])


def environment(**more):
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **more}


def call(command, **more):
    """Run a command in the project and wait for it."""
    if not more and tuple(command[:2]) == PLUGINS[:2]:
        return called(*command[3:], module=command[2], SOURCE_DATE_EPOCH=EPOCH)
    return subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def started(command, group=False):
    """A command under way in the project, with its mark; nothing of it is left afterwards."""
    mark = uuid.uuid4().hex
    with subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment(**{MARK: mark}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=group,
    ) as process:
        try:
            yield process, mark
        finally:
            for left in (process.pid, *marked(mark)):
                if left != process.pid or process.poll() is None:
                    os.kill(left, signal.SIGKILL)


def wait_until_heeding(process):
    """Wait until our own handler for TERM is there, and with it all of the program."""
    wanted = 1 << (signal.SIGTERM - 1)
    while process.poll() is None:
        lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
        (caught,) = (int(line.split()[1], 16) for line in lines if line.startswith("SigCgt"))
        if caught & wanted:
            return
        time.sleep(0.002)


def marked(mark):
    """The processes that carry the mark."""
    wanted, found = f"{MARK}={mark}".encode(), []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if wanted in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def survivors(mark, seconds=5.0):
    """The processes with the mark that are still there after some seconds."""
    end = time.monotonic() + seconds
    while (left := marked(mark)) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def status(code):
    """The exit code as a shell shows it: 128 and the signal for what a signal ended."""
    return 128 - code if code < 0 else code


def beside(output):
    """What a run left beside the site, but for what may stay there."""
    kept = {output.name, f".{output.name}.memory", f".{output.name}.previous"}
    return sorted(
        p.name for p in output.parent.iterdir() if output.name in p.name and p.name not in kept
    )


def whole(output):
    """The digests of a site that is what its own SHA256SUMS says, no more and no less."""
    found = digests(output)
    said = {}
    for line in (output / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        sha256, address = line.split("  ", 1)
        said[address] = sha256
    rest = found.keys() - said.keys()
    assert rest <= {"SHA256SUMS", "release.json", "releases.jsonl"}, rest
    assert {address: found.get(address) for address in said} == said
    return found


def one(text):
    """The one sentence that a command said on standard error, besides what the items are worth a
    look for; a slow machine tells its progress."""
    lines = [line for line in text.strip().splitlines() if not _ASIDE.search(line)]
    assert len(lines) == 1, text
    return lines[0]


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
