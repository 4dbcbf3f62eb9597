"""The first door to Pelican: everything is read and checked before any generator exists.

On ``get_generators`` the whole of CONTENT becomes a Corpus, all rules run, and one error is
enough to stop with exit 1: at that moment nothing has been written and the published site
stands as it was. Pelican's own success is never relied on; see ``docs/decisions/0002``.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, NoReturn

from pelican import signals

from plugins import examined, refused, rules
from plugins.leaks.veil import veiled
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.settings import CORPUS, FINDINGS, NO_CACHE, READING, SUMS, WORKERS

if TYPE_CHECKING:
    from pelican import Pelican


class _NoTraceback(logging.Filter):
    """Takes the traceback off what we refuse on purpose: the message says it all."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, refused.Refused):
            record.msg, record.args, record.exc_info = veiled(str(error)), (), None
        return True


def _stop(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def admit(corpus: Corpus, findings: tuple[Finding, ...], content: str) -> None:
    """Print all findings; raise Refused if one of them is an error."""
    errors = sum(f.severity is Severity.ERROR for f in findings)
    sys.stderr.write(examined.report(corpus, findings, content))
    if errors:
        message = f"内容有 {errors} 处错误，没有生成网站；已发布的网站没有改动"
        raise refused.Refused(message, rules.exit_code(findings))


def _on_generators(pelican: Pelican) -> None:
    pelican.delete_outputdir = False
    pelican.settings.pop(CORPUS, None)
    began = time.perf_counter()
    cold = bool(pelican.settings.get(NO_CACHE))
    with examined.remembered(pelican.path, pelican.output_path, cold) as memory:
        sums, workers = pelican.settings.get(SUMS, {}), pelican.settings.get(WORKERS, 0)
        given = (memory, sums, workers, pelican.output_path)
        corpus, findings = examined.read(pelican.path, *given)
    pelican.settings[READING] = time.perf_counter() - began
    pelican.settings[FINDINGS] = findings
    admit(corpus, findings, pelican.path)
    pelican.settings[CORPUS] = corpus


def plainly() -> None:
    """Have Pelican tell what we refuse in one sentence."""
    logger = logging.getLogger("pelican")
    if not any(isinstance(f, _NoTraceback) for f in logger.filters):
        logger.addFilter(_NoTraceback())


def heed() -> None:
    """End with 130 and 143 on signals: Pelican's ``main`` takes Ctrl-C for a success."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _stop)


def register() -> None:
    """Connect to Pelican; strong module-level functions only, as signals hold weak references."""
    plainly()
    heed()
    signals.get_generators.connect(_on_generators)
