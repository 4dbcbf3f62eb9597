"""Files of the ledger to rows, with their places; nothing of a person comes through."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.annual import outcomes
from plugins.ledger.columns import COLUMNS
from plugins.ledger.outcome import outcome
from plugins.records.load import load
from tests.ledger.rows import GOOD, csv, read, request
from tests.rules.examples import assemble

DAY = date(2026, 1, 15)


def kinds(sheet):
    return [fault.kind for fault in sheet.faults]


def test_a_row_becomes_an_application_with_its_places():
    sheet = read(csv({}))
    (found,) = sheet.requests
    assert sheet.faults == []
    assert found == request(answered=date(2025, 3, 21), outcome="三(一)")
    assert found.place("number") == (2, 1)
    assert found.place("received") == (2, 15)
    assert found.place("archived") == (2, 1)
    assert (found.keeps("outcome"), found.keeps("archived")) == (True, False)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_of_a_spreadsheet_is_read_alike(tmp_path, ends, mark):
    content = assemble("good/GK199-numbered", tmp_path)
    plain = csv({}, {"编号": "2025-002"}) + ",,,,,,,,\n"
    path = content / "requests/2025.csv"
    path.parent.mkdir()
    path.write_bytes(mark + plain.encode().replace(b"\n", ends))
    corpus = load(str(content), DAY)
    assert [r.number for r in corpus.requests] == ["2025-001", "2025-002"]
    assert not corpus.file_faults


def test_a_site_without_a_ledger_has_an_empty_one(tmp_path):
    corpus = load(str(assemble("good/GK199-numbered", tmp_path)), DAY)
    assert corpus.requests == ()


def test_headings_have_other_names_and_any_order():
    swapped = csv({}).replace("答复日期", "回复").replace("渠道", "受理 途径")
    assert read(swapped).requests == read(csv({})).requests
    back = "\n".join(",".join(reversed(line.split(","))) for line in csv({}).split("\n"))
    assert read(back).requests == read(csv({})).requests


@pytest.mark.parametrize("row", outcomes(), ids=lambda row: row.key)
def test_an_outcome_goes_by_its_key_and_its_printed_label(row):
    assert {outcome(row.key), outcome(row.label)} == {row.key}


def test_rows_and_headings_that_are_no_outcome_are_none():
    assert [outcome(word) for word in ("总计", "三(三)", "不予公开", "一", "同意")] == [None] * 5


def test_one_bad_cell_hides_no_other():
    sheet = read(
        csv({"渠道": "微信", "收到日期": "2025-02-30", "结果": "同意"}, {"编号": "2025-002"})
    )
    assert kinds(sheet) == ["ledger-word", "ledger-date", "ledger-word"]
    assert [r.number for r in sheet.requests] == ["2025-002"]


def test_a_cell_that_could_not_be_taken_is_not_missing():
    (found,) = read(csv({"结果": "同意"})).requests
    assert not found.lacks("outcome")
    assert found.lacks("delivered")


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        *(
            ({"收到日期": written}, "received", date(2025, 3, 4))
            for written in (
                "2025/3/4",
                "2025年3月4日",
                "２０２５－０３－０４",
                "2025-03-04 00:00:00",
            )
        ),
        ({"收到日期": "2025/3/4 0:00"}, "received", date(2025, 3, 4)),
        ({"编号": "２０２５－００１"}, "number", "2025-001"),
        ({"延期天数": "１５"}, "extension_days", 15),
        ({"收费金额": '"1,000"'}, "fee_yuan", 1000),
        ({"收费金额": "1000.00"}, "fee_yuan", 1000),
        ({"渠道": "网络在线\u200b"}, "channel", "网络在线"),
        ({"承办机构": "\ufeff市发改委\u3000"}, "body", "fgw"),
    ],
)
def test_what_a_spreadsheet_or_an_input_method_makes_of_a_cell_is_read(changes, key, expected):
    sheet = read(csv(changes))
    assert not sheet.faults
    assert getattr(sheet.requests[0], key) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        *(("45720", "serial"), ("2025-03-04 15:30", "time"), ("2025-02-30", "impossible-date")),
        *((other, "unreadable-date") for other in ("3/4/2025", "20250304", "########", "-", "无")),
    ],
)
def test_a_day_that_cannot_be_told_says_why(written, why):
    (fault,) = read(csv({"收到日期": written})).faults
    assert (fault.kind, fault.detail, fault.field) == ("ledger-date", why, "收到日期")


@pytest.mark.parametrize("mark", [";", "；", "\t", "，", "|"])
def test_a_file_that_is_not_parted_by_commas_is_told_so_in_one_sentence(mark):
    sheet = read(csv({}, {"编号": "2025-002"}).replace(",", mark))
    assert [(f.kind, f.line, f.detail) for f in sheet.faults] == [("ledger-head", 1, mark)]
    assert not sheet.requests


@pytest.mark.parametrize(
    "above", ["2025年，依申请公开台账,,,", "sep=,", "2025-001,网络在线,张三丰"]
)
def test_a_first_line_that_is_no_heading_is_told_in_one_sentence(above):
    sheet = read(f"\n{above}\n{csv({})}")
    assert [(f.kind, f.line, f.detail) for f in sheet.faults] == [("ledger-head", 2, "")]


def test_a_line_of_quoted_empty_cells_is_none():
    assert not read(csv({}) + '"","","","",""\n').faults


@pytest.mark.parametrize("around", ["{}", "自然人（{}）", "来访 {}", "2025-03-04 {}", "{}" * 80])
@pytest.mark.parametrize("column", [*COLUMNS, None], ids=lambda c: c.label if c else "表头")
def test_no_fault_repeats_what_stands_in_the_file(column, around):
    """A name is known from no other word: so nothing is repeated at all."""
    secret = around.format(*["欧阳建国"] * 80)
    text = csv({column.label: secret}) if column else csv({secret: "无"})
    sheet = read(text)
    kept = column is not None and column.key == "topic" and len(secret) < 200
    assert bool(sheet.faults) is not kept
    assert "欧阳" not in repr(sheet.faults)
    assert kept or "欧阳" not in repr(sheet.requests)


def identity(first: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(c) * w for c, w in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


SECRETS = (
    *(identity("99999919800228001"), identity("99999919991231004"), "999999800228001"),
    *("13800000000", "+86 138-0000-0000", "１３８００００００００", "6222000000000000004"),
    *("someone@mail.example", "Some.One＠mail.example", "138\u200b00000000"),
)
FREE = st.text(st.characters(codec="utf-8", exclude_characters='",\n\r'), max_size=12)


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(SECRETS),
    st.sampled_from([*(c.label for c in COLUMNS), "备注", "联系电话", ""]),
    st.sampled_from(["{}", "{}的材料", "关于{}", '"{}', "{}\n"]),
    st.booleans(),
)
def test_what_is_personal_stands_in_no_row_and_no_fault(secret, heading, around, in_heading):
    text = csv({heading: around.format(secret)})
    if in_heading:
        text = text.replace(heading or "结果", around.format(secret), 1)
    sheet = read(text)
    assert {"ledger-personal", "ledger-private-heading"} & set(kinds(sheet))
    said = repr((sheet.requests, sheet.faults))
    assert secret not in said
    assert secret[-6:] not in said


@settings(max_examples=600, deadline=None)
@given(st.text(max_size=300), st.integers(0, 300))
def test_no_text_breaks_the_reader(noise, at):
    whole = csv({}, {"编号": "2025-002"})
    for text in (noise, whole[:at] + noise + whole[at:]):
        for fault in read(text).faults:
            assert fault.line >= 1
            assert fault.column >= 1


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(GOOD)), FREE)
def test_a_strange_word_in_a_cell_leaves_the_other_rows(heading, word):
    sheet = read(csv({heading: word}, {"编号": "2025-002"}))
    assert sheet.requests[-1].number == "2025-002"
