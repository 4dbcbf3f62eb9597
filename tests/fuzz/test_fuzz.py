"""Fifty of the thousand mutants that ``python -m tests.fuzz 1000`` runs."""

import subprocess
import sys

from tests.fuzz.judge import faults
from tests.rules.examples import ROOT, Said


def test_no_mutant_is_lost_slow_or_a_bug():
    command = [sys.executable, "-m", "tests.fuzz", "50", "--bases", "6"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 bad" in done.stdout


def test_an_end_that_is_none_of_ours_is_told(tmp_path):
    (found,) = faults(tmp_path, {}, Said(-9, "", "→", 1.0), 1.0)
    assert found.startswith("exit -9")
