"""Is what was redacted nowhere? ``python -m tests.bench.redact [1000 12]``.

A town of that many items is published that many times, each time with another edit; one item of it
has words that nothing else has, in its title, keywords, summary, text, the name of a file and in that file.
Then it is redacted and the site published once more. Prints JSON: how many files were searched, in how
many the words stood before, in how many they stand now (the bar: 0) in the site and in CONTENT, and
how long redacting and publishing took.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.place import ROOT
from tests.permanence.traces import told_everywhere, traces

EPOCH, DAY = 1_795_305_600, 86_400
WORDS = ("龘靐齾", "爩鱻麤", "灪龖厵", "纞虋驫")


def run(*words: object, day: int = 0) -> float:
    """A command line, which must succeed; its seconds."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "plugins", *map(str, words)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH + day * DAY)}
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    return time.perf_counter() - began


def measure(items: int, releases: int) -> dict[str, object]:
    """The figures of one town."""
    with tempfile.TemporaryDirectory() as folder:
        content, output = Path(folder, "content"), Path(folder, "output")
        folders = ("--content", content, "--output", output)
        run("town", items, content)
        site = content / "registry/site.toml"
        text = re.sub("(?m)^PUBLIC_URL.*\n", "", site.read_text(encoding="utf-8"))
        site.write_text(f'PUBLIC_URL = "https://www.shili.example/"\n{text}', encoding="utf-8")
        every = sorted(content.glob("items/*/*/*.md"))
        chosen, others = every[len(every) // 2], [p for p in every if p != every[len(every) // 2]]
        number = told_everywhere(chosen, WORDS)
        for release in range(releases):
            other = others[release * 7 % len(others)]
            other.write_text(other.read_text(encoding="utf-8") + f"\n第{release}次。\n", "utf-8")
            run("publish", *folders, day=release)
        before = traces(output, WORDS)
        given = ("--reason", "含有个人信息", "--basis", "《个人信息保护法》第四十七条")
        redacting = run("redact", number, *given, "--content", content)
        publishing = run("publish", *folders, day=releases)
        run("verify", output, "--content", content, "--output", Path(folder, "nowhere"))
        return {
            "items": items,
            "releases": releases,
            "files": sum(path.is_file() for path in output.rglob("*")),
            "before": len(before),
            "site": len(traces(output, WORDS)),
            "content": len(traces(content, WORDS)),
            "redact_seconds": round(redacting, 2),
            "publish_seconds": round(publishing, 2),
        }


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [1000, 12]
    print(json.dumps(measure(*sizes)))
