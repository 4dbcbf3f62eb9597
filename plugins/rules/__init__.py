"""The rules: a Corpus goes in, every finding about every file comes out, in one run.

A rule (``rule.py``) is a file: ``CODE``, a docstring of what, why, how to mend and the legal
source (which ``explain`` prints and docs/rules.md is made from), and ``check(corpus)``. What was
old when a rule came (``SINCE``), what the baseline of imported items lists, and drafts weigh less:
``weigh.py``. A rule that crashes is a fault of ours, and is not caught.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins import refused
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules import gk609_unreadable_file, on_leaks
from plugins.rules.beyond import BEYOND
from plugins.rules.every import HISTORY, RULES, WHOLE
from plugins.rules.printable import printable
from plugins.rules.rule import Rule
from plugins.rules.weigh import Scales


def examine(corpus: Corpus) -> tuple[Finding, ...]:
    """What every rule has to say of each record by itself, unweighed; known records keep theirs."""
    fresh = corpus.fresh()
    alone = (f for rule in RULES if rule.CODE not in WHOLE for f in rule.check(fresh))
    return (*alone, *(f for findings in corpus.known.values() for f in findings))


def check(corpus: Corpus, alone: tuple[Finding, ...] | None = None) -> tuple[Finding, ...]:
    """All findings, by path, line, column and code; ``alone`` are those of ``examine``.

    None of them quotes a personal number, whatever stands in a field. An item that no room would
    see, with no error to say why, is a fault of ours: it raises.
    """
    scales = Scales.of(corpus)
    since = {rule.CODE: getattr(rule, "SINCE", None) for rule in every_rule()}
    past = HISTORY if corpus.history or corpus.revisions else ()
    asked = (*(r for r in RULES if r.CODE in WHOLE), *past)
    whole = (f for rule in asked for f in rule.check(corpus))
    own = examine(corpus) if alone is None else alone
    every = sorted(on_leaks.joined((*own, *whole, *on_leaks.attached(corpus))))
    weighed = (scales.weigh(finding, since[finding.code]) for finding in every)
    found = tuple(sorted(printable(on_leaks.weighed(corpus, weighed))))
    told = {f.path for f in found if f.severity is Severity.ERROR}
    silent = scales.lost - told
    if silent and not any(path.startswith("registry/") for path in told):
        raise AssertionError(f"lost without a finding: {', '.join(sorted(silent))}")
    return found


def counts(corpus: Corpus, findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many items CONTENT would make public, and how many findings there are of each weight."""
    tally = {"items": len(corpus.items), "errors": 0, "warnings": 0, "notices": 0}
    for finding in findings:
        tally[f"{finding.severity.value}s"] += 1
    return tally


def exit_code(findings: Iterable[Finding]) -> int:
    """0 without errors; 3 where a file could not be read, for nothing is known of it; else 1."""
    errors = {f.code for f in findings if f.severity is Severity.ERROR}
    if gk609_unreadable_file.CODE in errors:
        return refused.ENVIRONMENT
    return refused.CONTENT if errors else 0


def every_rule() -> tuple[Rule, ...]:
    """All rules, those that only Git can answer among them, in the order of their codes."""
    return tuple(sorted((*RULES, *HISTORY), key=lambda rule: rule.CODE))


def codes() -> tuple[str, ...]:
    """The codes of the rules that need no history, in order."""
    return tuple(rule.CODE for rule in RULES)


def explain(code: str) -> str:
    """The long text of a rule, its code before the title; empty for an unknown code."""
    if code in BEYOND:
        return f"{code} {BEYOND[code]}"
    found = (rule for rule in every_rule() if code == rule.CODE)
    return next((f"{rule.CODE} {(rule.__doc__ or '').strip()}" for rule in found), "")


def severity(code: str) -> Severity:
    """The heaviest finding that a rule can make."""
    rule = next(rule for rule in every_rule() if code == rule.CODE)
    weight: Severity = getattr(rule, "SEVERITY", Severity.ERROR)
    return weight
