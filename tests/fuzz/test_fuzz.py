"""Fifty of the thousand mutants that ``python -m tests.fuzz 1000`` runs."""

import subprocess
import sys

from tests.rules.examples import ROOT


def test_no_mutant_is_lost_slow_or_a_bug():
    command = [sys.executable, "-m", "tests.fuzz", "50", "--bases", "6"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 bad" in done.stdout
