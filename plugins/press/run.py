"""One build, from the first planned page to the switch."""

from __future__ import annotations

import json
import resource
import sys
import time
import unicodedata
from dataclasses import dataclass, field

from plugins import refused
from plugins.audit import audit
from plugins.frame import Build, frame
from plugins.plan import Blob, Output, Page
from plugins.press import assets, stage
from plugins.press.render import Renderer
from plugins.records.corpus import Corpus

VERSION = "0.1.0"


@dataclass(slots=True)
class Outcome:
    """What a build did, for ``site --json`` and the sentence at its end."""

    items: int = 0
    pages: int = 0
    attachments: int = 0
    files: int = 0
    written: int = 0
    skipped: int = 0
    removed: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak_mb: int = 0


class Run:
    """Collects what rooms plan and, at the end, turns it into the site: all of it or nothing."""

    def __init__(self, corpus: Corpus, build: Build, output: str) -> None:
        self.corpus, self.build, self.output = corpus, build, output
        self.outcome = Outcome(items=len(corpus.items))
        self._planned: dict[str, tuple[Output, str]] = {}
        self._folded: dict[str, str] = {}
        self._clock = time.perf_counter()
        self._theme = assets.collect(build.theme)
        for output_file in self._theme.outputs:
            self.take(output_file, "theme")

    def take(self, output: Output, owner: str) -> None:
        """Accept one file from a room; two at one address are an error that names both."""
        address = output.address
        folded = unicodedata.normalize("NFC", address).casefold()
        parts = address.split("/")
        if (
            not address
            or address.startswith("/")
            or {"", ".", ".."} & set(parts)
            or "\\" in address
        ):
            message = f"{owner} 给出的地址不在网站之内: {address}"
            raise refused.Refused(message, refused.BUG)
        if folded in self._folded:
            first, other = self._planned[self._folded[folded]]
            message = (
                f"GK614 两个页面占用同一地址: {first.address}（{other}）与 {address}（{owner}）"
            )
            raise refused.Refused(message, refused.CONTENT)
        self._folded[folded] = address
        self._planned[address] = (output, owner)

    def _tick(self, stage_name: str) -> None:
        now = time.perf_counter()
        self.outcome.seconds[stage_name] = round(now - self._clock, 3)
        self._clock = now

    def _release(self) -> Blob:
        """The marker of a site that this press made: counts, day, commit, version."""
        facts = {
            "generator": f"gongkai {VERSION}",
            "day": self.build.day.isoformat(),
            "commit": self.build.commit,
            "items": len(self.corpus.items),
            "files": len(self._planned) + 1,
        }
        return Blob(stage.MARKER, json.dumps(facts, ensure_ascii=False, indent=1).encode() + b"\n")

    def finish(self) -> None:
        """Render into staging, audit, switch. Raises Refused; the old site stays until the switch."""
        self._tick("plan")
        stage.may_replace(self.output, self.corpus.root, len(self.corpus.items))
        self.take(self._release(), "press")
        shared = frame(self.corpus, self.build)
        renderer = Renderer(self.build, shared, self._theme.addresses, self._planned.keys())
        with stage.staging(self.output) as staged:
            for output, owner in self._planned.values():
                data = renderer.bytes_of(output, self.corpus, owner)
                stage.write(staged, output.address, data)
            self._tick("render")
            mismatches = audit(self.corpus.root, staged, self.build.day, self.build.public_url)
            if mismatches:
                for found in mismatches[:200]:
                    sys.stderr.write(f"核对不符 {found.path}: {found.message}\n")
                message = f"生成的网站与内容有 {len(mismatches)} 处不符，没有发布"
                raise refused.Refused(message, refused.AUDIT)
            self._tick("audit")
            changes = stage.switch(staged, self.output)
        self._tick("switch")
        done = self.outcome
        done.written, done.skipped, done.removed = changes
        done.files = len(self._planned)
        done.pages = sum(isinstance(o, Page) for o, _ in self._planned.values())
        done.attachments = sum(len(i.attachments) for i in self.corpus.items)
        done.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
