"""Which documents table two counts, year by year."""

from plugins import counted
from plugins.annual.documents import MADE, REPEALED, VALID
from tests.rooms.town import item, write

ROW = "行政规范性文件"


def counts(tmp_path, year, *files, body="mzj"):
    corpus = write(tmp_path, *files)
    made = counted.made(corpus, [body])[body]
    found = counted.catalog(corpus, made, year, "2021")
    return tuple(found[ROW, column] for column in (MADE, REPEALED, VALID))


def document(serial, *lines, body="mzj", year=2021):
    return item(body, year, serial, f"办法{serial}", ROW, *lines)


def test_a_document_counts_when_it_is_made_while_in_force_and_when_it_is_gone(tmp_path):
    one = document(1, "成文日期: 2021-05-01", "有效性: 废止", "废止日期: 2023-07-01")
    for year, wanted in (
        (2020, (0, 0, 0)),
        (2021, (1, 0, 1)),
        (2022, (0, 0, 1)),
        (2023, (0, 1, 0)),
    ):
        assert counts(tmp_path / str(year), year, one) == wanted
    assert counts(tmp_path / "later", 2024, one) == (0, 0, 0)


def test_a_term_ends_with_its_last_day(tmp_path):
    one = document(1, "成文日期: 2021-05-01", "有效性: 有效", "有效期至: 2022-12-31")
    assert counts(tmp_path / "a", 2022, one) == (0, 0, 1)
    assert counts(tmp_path / "b", 2023, one) == (0, 1, 0)


def test_the_first_end_counts(tmp_path):
    one = document(1, "成文日期: 2021-05-01", "废止日期: 2021-12-01", "有效期至: 2022-12-31")
    assert counts(tmp_path, 2021, one) == (1, 1, 0)


def test_what_is_repealed_without_a_day_is_never_in_force(tmp_path):
    assert counts(tmp_path, 2022, document(1, "成文日期: 2021-05-01", "有效性: 废止")) == (0, 0, 0)


def test_what_is_not_yet_carried_out_is_made_and_in_force(tmp_path):
    one = document(1, "成文日期: 2023-12-30", "施行日期: 2025-01-01", year=2023)
    assert counts(tmp_path, 2023, one) == (1, 0, 1)


def test_each_body_reports_its_own_and_the_lead_body_all(tmp_path):
    two = (document(1, "成文日期: 2021-05-01"), document(1, "成文日期: 2021-06-01", body="zfb"))
    assert counts(tmp_path / "a", 2021, *two) == (1, 0, 1)
    assert counts(tmp_path / "b", 2021, *two, body="zfb") == (2, 0, 2)


def test_a_reprint_is_nobodys(tmp_path):
    one = document(1, "成文日期: 2021-05-01", "发文机关: 示例市人民政府办公室")
    assert counts(tmp_path, 2021, one) == (0, 0, 0)
