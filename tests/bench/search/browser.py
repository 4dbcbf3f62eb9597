"""A static host on this machine and Chromium before it: what a page fetches, when, at what work.

A file that is asked for after another one has begun to come is taken to have waited for it, and
the longest such chain is the number of round trips. Before it answers the host pauses, so that
files that a page asks for together are all asked for before the first comes. Work is that of all
threads of the pages' processes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from tests import tools
from tests.bench.measure import Failed
from tests.bench.search.engine import Cost, travelling

PAUSE, PATIENCE = 0.05, 30.0
QUIET = 5.0
"""Milliseconds of work in a tenth of a second that are none."""

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-features=SpareRendererForSitePerProcess",
)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        time.sleep(PAUSE)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came: which event it was to ask for it, and which that it came."""

    path: str
    asked: int
    there: int


def round_trips(files: Sequence[Fetched]) -> int:
    """The longest chain of files, each asked for when the one before had come."""
    depth: list[tuple[int, int]] = []
    for file in sorted(files, key=lambda one: one.asked):
        before = (found for there, found in depth if there < file.asked)
        depth.append((file.there, 1 + max(before, default=0)))
    return max((found for _, found in depth), default=0)


class Visit:
    """A page that is open, in a browser that had nothing before."""

    def __init__(self, page: Any, folder: Path, work: Callable[[], float]) -> None:
        self._page, self._folder, self._work = page, folder, work
        self._events = count()
        self._asked: dict[Any, int] = {}
        self._come: list[Fetched] = []
        self._ended = 0
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("requestfinished", self._on_end)

    def ask(self, script: str, typed: str) -> tuple[Any, Cost]:
        """What a function in the page gives for ``typed``, and what that cost."""
        self._asked.clear()
        self._come.clear()
        self._ended = 0
        before = self._work()
        found = self._page.evaluate(script, typed)
        cpu = self._work() - before
        self._wait()
        sizes = [travelling((self._folder / one.path).read_bytes()) for one in self._come]
        raw, sent = sum(raw for raw, _ in sizes), sum(sent for _, sent in sizes)
        return found, Cost(sent, raw, len(sizes), round_trips(self._come), cpu)

    def _wait(self) -> None:
        """Until everything that was asked for has come."""
        end = time.monotonic() + PATIENCE
        while self._ended < len(self._asked):
            if time.monotonic() > end:
                raise Failed(f"{len(self._asked) - self._ended} files did not come")
            self._page.wait_for_timeout(5)

    def _on_request(self, request: Any) -> None:
        self._asked[request] = next(self._events)

    def _on_response(self, response: Any) -> None:
        path = unquote(urlsplit(response.url).path).lstrip("/")
        self._come.append(Fetched(path, self._asked[response.request], next(self._events)))

    def _on_end(self, _: Any) -> None:
        self._ended += 1


@dataclass(frozen=True, slots=True)
class Client:
    """The browser, and the folder and the address of the host."""

    browser: Any
    session: Any
    folder: Path
    address: str

    @contextmanager
    def visit(self) -> Iterator[Visit]:
        """The page of the host, with nothing of an earlier visit."""
        context = self.browser.new_context()
        try:
            page = context.new_page()
            page.goto(self.address)
            self._rest(page)
            yield Visit(page, self.folder, self._work)
        finally:
            context.close()

    def _rest(self, page: Any) -> None:
        """Until the process of the page has nothing left to do: its own start does not count."""
        before, end = -QUIET, time.monotonic() + PATIENCE
        while (now := self._work()) - before >= QUIET and time.monotonic() < end:
            before = now
            page.wait_for_timeout(100)

    def _work(self) -> float:
        """Milliseconds that the processes of all pages have worked so far."""
        told = self.session.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(_worked(process["id"]) for process in told if process["type"] == "renderer")


def _worked(pid: int) -> float:
    """Milliseconds of CPU of all threads that a process has."""
    found = 0
    for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):
            found += int(path.read_text().split()[0])
    return found / 1e6


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium, for as long as it is needed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(tools.chromium()), args=[*_ARGUMENTS])
        yield chromium
        chromium.close()


@contextmanager
def host(folder: Path, chromium: Any) -> Iterator[Client]:
    """``folder`` on a host of its own, for visits by ``chromium``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        session = chromium.new_browser_cdp_session()
        yield Client(chromium, session, folder, f"http://127.0.0.1:{server.server_port}/")
        session.detach()
        server.shutdown()
