"""Tables as they are printed: every box in its place, every number under its heads."""

import pytest

from plugins import annual
from plugins.annual.form import NAMES
from plugins.annual.grid import grids
from plugins.annual.writing import written
from plugins.reports.sheets import sheet


def numbered(name):
    """A table in which every cell has a number of its own."""
    return annual.counted(name, {c: n for n, c in enumerate(annual.form(name).cells())})


@pytest.mark.parametrize("name", NAMES)
def test_the_boxes_fill_each_table_and_none_lies_on_another(name):
    for grid in grids(numbered(name)):
        lines = (*grid.head, *grid.body)
        places = [
            (y, x)
            for line in lines
            for b in line
            for y in range(b.top, b.top + b.height)
            for x in range(b.left, b.left + b.width)
        ]
        assert sorted(places) == [(y, x) for y in range(len(lines)) for x in range(grid.width)]


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_the_form_is_printed_once_with_its_number(name):
    table = numbered(name)
    boxes = [b for g in grids(table) for line in g.body for b in line if b.cell]
    assert [b.cell for b in boxes] == list(table.form.cells())
    assert all(b.number == table.number(b.cell) and b.text == str(b.number) for b in boxes)


@pytest.mark.parametrize("name", NAMES)
def test_the_heads_of_a_number_name_its_row_its_headings_and_its_column(name):
    table = numbered(name)
    for nth, grid in enumerate(grids(table), 1):
        made = sheet(grid, nth, {}, placed=True)
        squares = [s for line in (*made.head, *made.body) for s in line]
        words = {s.id: s.text for s in squares if s.id}
        assert len(words) == sum(s.tag == "th" for s in squares)
        numbers = [s for s in squares if s.figure]
        boxes = [b for line in grid.body for b in line if b.cell]
        for square, box in zip(numbers, boxes, strict=True):
            section, row = table.form.by_row[box.cell[0]]
            column = table.form.column(box.cell)
            named = [words[i] for i in square.headers.split()]
            wanted = {row.label, column.label, section.over, column.group} - {""}
            above = table.form.by_row[row.parent][1] if row.parent else None
            if name != "2014" and above and above.heading:
                wanted.add(above.label)
            assert wanted <= set(named)


def test_the_third_table_of_2021_has_the_head_of_the_official_form():
    grid = next(g for g in grids(numbered("2021")) if g.section == "申请")
    head = [[(b.text[:6], b.height, b.width) for b in line] for line in grid.head]
    assert head[0] == [("（本列数据的", 3, 3), ("申请人情况", 1, 7)]
    assert head[1] == [("自然人", 2, 1), ("法人或其他组", 1, 5), ("总计", 2, 1)]
    assert [word for word, _, _ in head[2]] == [
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    beside = [(b.text, b.height) for line in grid.body for b in line if b.height > 1]
    assert beside == [
        ("三、本年度办理结果", 22),
        ("（三）不予公开", 8),
        ("（四）无法提供", 3),
        ("（五）不予处理", 5),
        ("（六）其他处理", 3),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_written_table_is_read_back(name):
    table = numbered(name)
    read = annual.read(written(table, ["一句话，有逗号"]))
    assert read.faults == ()
    assert {c: v.number for c, v in read.table.values.items()} == {
        c: v.number for c, v in table.values.items()
    }
