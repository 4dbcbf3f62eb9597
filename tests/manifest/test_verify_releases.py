"""Verifying a copy against other releases and logs: forgery, rollback, mixtures of two releases."""

import shutil

from plugins import addresses
from plugins.manifest.fault import SITE, Kind
from plugins.manifest.verify import verify
from tests.manifest.site import OLD, A, B, C, page, publish, reseal
from tests.manifest.verifying import append, faults


def test_a_file_changed_together_with_the_list_is_betrayed_by_the_list(second):
    append(second / page(A))
    marker = (second / addresses.FACTS).read_bytes()
    reseal(second)
    (second / addresses.FACTS).write_bytes(marker)
    assert faults(second) == {(addresses.SUMS, Kind.CHANGED)}


def test_an_item_that_a_forger_drops_from_all_lists_is_missed_by_the_log(second):
    (second / page(C)).unlink()
    reseal(second)
    assert faults(second) == {(page(C), Kind.MISSING)}
    reseal(second, items=2)
    assert (addresses.FACTS, Kind.MANIFEST) in faults(second)


def test_a_rollback_is_found_by_a_log_or_by_a_later_release(first, second):
    assert faults(first, second / addresses.LOG) == {(SITE, Kind.ROLLBACK)}
    assert faults(first, None, second) == {(SITE, Kind.ROLLBACK)}
    (said,) = verify(str(first), (second / addresses.LOG).read_bytes(), None)
    assert "第 1 次" in said.message
    assert "第 2 次" in said.message


def test_an_old_release_that_was_forged_is_not_the_one_that_the_log_remembers(first, second):
    append(first / page(A))
    reseal(first)
    found = faults(first, second / addresses.LOG)
    assert found == {(SITE, Kind.ROLLBACK), (addresses.FACTS, Kind.CHANGED)}


def test_a_site_newer_than_the_log_kept_elsewhere_is_good(first, second):
    assert faults(second, first / addresses.LOG) == set()


def test_a_history_that_was_rewritten_is_found(tmp_path, first, second):
    forged = publish(tmp_path / "forged", A, before=publish(tmp_path / "other", B))
    assert faults(forged) == set()
    assert faults(forged, second / addresses.LOG) == {(addresses.LOG, Kind.LOG)}
    assert faults(forged, None, first) == {(addresses.FACTS, Kind.MANIFEST)}


def test_two_releases_of_one_number_are_found(tmp_path, first):
    other = publish(tmp_path / "other", A, B, OLD, text="别的正文")
    assert faults(other, None, first) == {(addresses.FACTS, Kind.MANIFEST)}


def test_a_broken_log_elsewhere_is_said(second, tmp_path):
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes(b"{}\n")
    assert faults(second, kept) == {(SITE, Kind.LOG)}


def mix(old, new, names):
    for name in names:
        if (old / name).exists():
            shutil.copy(old / name, new / name)
        else:
            (new / name).unlink()


def test_a_mixture_of_files_is_told_from_tampering_by_the_release_before(first, second):
    mix(first, second, [page(A), page(B)])
    assert faults(second) == {(page(A), Kind.CHANGED), (page(B), Kind.ADDED)}
    assert faults(second, None, first) == {(page(A), Kind.MIXTURE), (page(B), Kind.MIXTURE)}
    (second / page(B)).write_bytes(b"neither")
    assert (page(B), Kind.ADDED) in faults(second, None, first)


def test_a_mixture_of_lists_is_said(first, second):
    mix(first, second, [addresses.FACTS])
    assert faults(second) == {(addresses.FACTS, Kind.MIXTURE)}


def test_old_lists_over_new_files_are_said(first, second):
    mix(first, second, [addresses.SUMS])
    assert (addresses.SUMS, Kind.MIXTURE) in faults(second, None, first)
    assert (addresses.SUMS, Kind.CHANGED) in faults(second)


def test_an_old_log_in_a_new_site_is_said(first, second):
    mix(first, second, [addresses.LOG])
    assert faults(second) == {(addresses.LOG, Kind.CHANGED)}
    assert faults(second, None, first) == {(addresses.LOG, Kind.MIXTURE)}


def test_a_release_before_that_is_broken_is_not_compared_with(first, second):
    append(first / addresses.SUMS)
    append(second / page(A))
    assert faults(second, None, first) == {(str(first), Kind.MANIFEST), (page(A), Kind.CHANGED)}
