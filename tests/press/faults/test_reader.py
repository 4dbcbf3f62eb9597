"""A reader of a site that is published again and again never misses a page and never gets half."""

import sys

from tests.press.faults import hands

ROUNDS = 30

PUBLISH = """
import sys
from pathlib import Path
from plugins.__main__ import main
content, output, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
item = content / "items/fgw/2026/00001.md"
text = item.read_text(encoding="utf-8")
for number in range(rounds):
    item.write_text(f"{text}\\n{'甲乙'[number % 2]}版。\\n", encoding="utf-8")
    words = ["publish", "--content", str(content), "--output", output, "--workers", "1"]
    main.main(words, standalone_mode=False)
"""

READ = """
import collections, hashlib, os, sys, time
pages, told = sys.argv[1:3], sys.stdout
found = [collections.Counter(), collections.Counter()]
told.write("reading\\n")
told.flush()
parent = os.getppid()
while os.getppid() == parent and not os.path.exists(sys.argv[3]):
    for page, seen in zip(pages, found):
        try:
            with open(page, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            seen["missing"] += 1
            continue
        seen[hashlib.sha256(data).hexdigest() if data else "empty"] += 1
    time.sleep(0.0001)
for seen in found:
    told.write(" ".join(f"{name}={count}" for name, count in seen.items()) + "\\n")
"""


def test_two_pages_are_there_all_the_time(town, tmp_path):
    hands.publishable(town.content)
    home = town.output / "index.html"
    (page,) = town.output.glob("item/*/2026-00001.html")
    first = {hands.sha256(home), hands.sha256(page)}
    done = tmp_path / "done"
    with hands.started([sys.executable, "-c", READ, home, page, done]) as (reader, _):
        assert reader.stdout.readline() == "reading\n"
        publish = [sys.executable, "-c", PUBLISH, town.content, town.output, ROUNDS]
        built = hands.call(publish)
        assert built.returncode == 0, built.stderr
        done.touch()
        seen = [dict(w.split("=") for w in line.split()) for line in reader.stdout]
    assert built.stdout.count("已生成") == ROUNDS
    assert (town.output / "releases.jsonl").read_bytes().count(b"\n") == ROUNDS
    assert len(seen) == 2
    for counts in seen:
        assert "missing" not in counts
        assert "empty" not in counts
    assert 2 <= len(seen[1]) <= 3  # two editions, and what stood there before
    assert (seen[0].keys() | seen[1].keys()) & first
