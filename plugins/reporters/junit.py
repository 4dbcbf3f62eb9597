"""JUnit XML, which nearly every CI service can show: a test case a file, a failure an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.records.finding import Finding, Severity
from plugins.reporters.place import place
from plugins.reporters.text import summary


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """Files with findings are the cases; warnings and notices are told in their output."""
    paths = {f.path for f in findings}
    failed = {f.path for f in findings if f.severity is Severity.ERROR}
    root = Element("testsuites")
    tests, failures = str(max(len(paths), 1)), str(len(failed))
    suite = SubElement(root, "testsuite", name="gongkai check", tests=tests, failures=failures)
    for path, found in groupby(findings, key=lambda f: f.path):
        name = place(content, path)
        case = SubElement(suite, "testcase", name=name, classname="gongkai", file=name)
        _tell(case, list(found))
    if not paths:
        SubElement(suite, "testcase", name=content, classname="gongkai")
    SubElement(suite, "system-out").text = summary(counts)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _tell(case: Element, findings: Sequence[Finding]) -> None:
    errors = [f for f in findings if f.severity is Severity.ERROR]
    if errors:
        failure = SubElement(
            case, "failure", message=_clean(errors[0].message), type=errors[0].code
        )
        failure.text = "\n".join(_line(f) for f in errors)
    others = [f for f in findings if f.severity is not Severity.ERROR]
    if others:
        SubElement(case, "system-out").text = "\n".join(_line(f) for f in others)


def _line(finding: Finding) -> str:
    where = f"{finding.line}:{finding.column}"
    return _clean(f"{where} {finding.code} {finding.message} → {finding.fix}")


def _clean(text: str) -> str:
    # XML 1.0 has no place for control characters, not even escaped.
    return "".join(c if c.isprintable() else "□" for c in text)
