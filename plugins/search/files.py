"""What the search of a large catalog is made of: files that a browser fetches as it needs them.

    search/version.js        the mark of every segment, by which a mixture of two builds shows
    search/<segment>.js      a segment: its folder, how many documents, how its terms are parted;
                             the youngest documents' own has all of their terms
    <folder>/<name>.js       terms, parted as the segment's layout says
    <folder>/lengths.js      how long each body is
    <folder>/facets.js       by what an answer can be narrowed: values and date of each document
    <folder>/r<n>.js         what results show of RECORDS documents
    <folder>/t<n>.js         the body of one document, for the sentence in which a word stands
    <folder>/a<n>.js         the texts of its attachments, for the same

All are classic scripts of one call, so that they load from a disk and through any host.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import count as count_from
from itertools import pairwise

from plugins import addresses
from plugins.hanzi.units import dumps
from plugins.plan import Batch, Blob, Gathering, Piece
from plugins.search.block import MOST, RECORDS, Block, block, count, shown
from plugins.search.documents import document, mark
from plugins.search.enclosed import piece, read
from plugins.search.gathered import TEXT
from plugins.search.layout import Layout, layout, parts_of
from plugins.search.segments import FORMAT, RECENT, Segment, address_of
from plugins.search.shards import Part, deflated, file, merged, packed, shards
from plugins.shapes import Late

_SIZES = {"main": MOST, "mid": 8, RECENT: 8}
"""Documents of a block: as many as a segment that is small grows by."""


def segment(found: Segment, root: str) -> Iterator[Gathering | Batch]:
    """What is to be made of a segment; ``root`` is the absolute path of CONTENT."""
    many, folder = len(found.items), found.folder
    late = Late(document, ((mark(item), item) for item in found.items))
    about = (found.name, folder, found.base, found.mark)
    size, parts = _SIZES[found.name], 1 if found.name == RECENT else parts_of(many)
    texts = [piece(item, root) for item in found.items]
    blocks = tuple(
        Piece(count, (late[at : at + size], parts), tuple(filter(None, texts[at : at + size])))
        for at in range(0, many, size)
    )
    yield Gathering(found.name, blocks, recent if found.name == RECENT else planned, about)
    for place, one in enumerate(texts):
        if one:
            yield Gathering(f"{found.name}/attached/{place}", (one,), attached, (folder, place))


def version(found: Sequence[Segment]) -> Blob:
    """The file that says which build the segments are of, and how they are written."""
    return Blob(addresses.SEARCH_VERSION, _call("version", {s.name: s.mark for s in found}, FORMAT))


def planned(
    pieces: Iterable[bytes], name: str, folder: str, base: int, mark: str
) -> Iterator[Blob | Batch]:
    """The files of a segment, from its counted blocks."""
    blocks = [block(one) for one in pieces]
    parted = layout(sum(found.count for found in blocks), (found.sizes for found in blocks))
    head = _head(folder, base, mark, blocks) | _parted(parted)
    yield Blob(address_of(name), _call("segment", name, head))
    if not blocks:
        return
    yield packed(folder, "lengths", lengths(blocks))
    yield packed(folder, "facets", columns(facets(blocks)))
    yield from _records(folder, blocks)
    for number in range(parted.parts):
        parts, start = [], 0
        for found in blocks:
            parts.append(Part(start, found.marks[number], found.parts[number]))
            start += found.count
        yield Batch(str(number), shards, (folder, parted, number, tuple(parts)))


def recent(
    pieces: Iterable[bytes], name: str, folder: str, base: int, mark: str
) -> Iterator[Blob | Batch]:
    """The file that holds the index of the youngest documents, and those of what results show."""
    counted = block(next(iter(pieces), None) or count((), 1))
    data = file(merged([Part(0, counted.marks[0], counted.parts[0])]))
    held = {"terms": deflated(data), "lengths": deflated(lengths([counted]))}
    head = _head(folder, base, mark, [counted]) | held | {"about": asdict(facets([counted]))}
    yield Blob(address_of(name), _call("segment", name, head))
    yield from _records(folder, [counted])


def _records(folder: str, blocks: Iterable[Block]) -> Iterator[Batch]:
    start = 0
    for found in blocks:
        for at, (digest, data) in zip(count_from(start, RECORDS), found.shown, strict=False):
            yield Batch(f"records/{at // RECORDS}", records, (folder, Part(at, digest, data)))
        start += found.count


def records(folder: str, part: Part) -> Iterator[Blob]:
    """Records and bodies of RECORDS documents; ``part.base`` is the first one's place."""
    found = shown(part.data)
    for place, (_, body) in enumerate(found, part.base):
        yield packed(folder, f"t{place}", body.encode())
    yield packed(folder, f"r{part.base // RECORDS}", dumps([record for record, _ in found]))


def attached(pieces: Iterable[bytes], folder: str, place: int) -> Iterator[Blob]:
    """The texts of the attachments of the ``place``-th document."""
    for one in pieces:
        yield packed(folder, f"a{place}", dumps(read(one)))


def lengths(blocks: Sequence[Block]) -> bytes:
    """How long each body is, in planes."""
    return _planes([length for found in blocks for length in found.lengths[TEXT]])


def _planes(numbers: Iterable[int]) -> bytes:
    """The low bytes of all numbers, then the next ones, and so on as far as the largest goes."""
    column = array("I", numbers)
    data, width = column.tobytes(), max(1, (max(column, default=0).bit_length() + 7) // 8)
    return b"".join(data[place::4] for place in range(width))


@dataclass(frozen=True, slots=True)
class Facets:
    """Of each facet its values, as they are met, and the place of its value for each document.

    Dates are numbers such as 20240301, 0 where there is none: when each was made, less the one
    before; and when it was written and published, less when it was made.
    """

    names: tuple[tuple[str, ...], ...]
    of: tuple[tuple[int, ...], ...]
    dates: tuple[tuple[int, ...], ...]


def facets(blocks: Sequence[Block]) -> Facets:
    """By what the documents of these blocks can be narrowed."""
    names: list[tuple[str, ...]] = []
    of: list[tuple[int, ...]] = []
    for values in zip(*(row for found in blocks for row in found.facets), strict=True):
        at = {value: number for number, value in enumerate(dict.fromkeys(values))}
        names.append(tuple(at))
        of.append(tuple(map(at.__getitem__, values)))
    days = [[int(day.replace("-", "") or 0) for day in row] for b in blocks for row in b.dates]
    steps = tuple(day - before for before, day in pairwise([0, *(row[0] for row in days)]))
    others = [tuple(row[n] - row[0] if row[n] else 0 for row in days) for n in (1, 2)]
    return Facets(tuple(names), tuple(of), (steps, *others))


def columns(found: Facets) -> bytes:
    """The values and the width of each column as a line of JSON, then places and dates in planes.

    A date is doubled, one below zero made odd and positive: it has few bytes that are not 0. In
    planes a browser has fifty thousand of them before it has read a tenth as JSON.
    """
    dates = [[2 * n if n >= 0 else -2 * n - 1 for n in column] for column in found.dates]
    planes = [_planes(column) for column in (*found.of, *dates)]
    widths = [len(data) // len(dates[0]) for data in planes]
    return dumps((found.names, widths)) + b"\n" + b"".join(planes)


def _head(folder: str, base: int, mark: str, blocks: Sequence[Block]) -> dict[str, object]:
    by_field = zip(*(found.lengths for found in blocks), strict=True)
    return {
        "folder": folder.rpartition("/")[2],
        "base": base,
        "mark": mark,
        "count": sum(found.count for found in blocks),
        "sums": [sum(map(sum, found)) for found in by_field],
    }


def _parted(found: Layout) -> dict[str, object]:
    splits = "".join(f"{first}{split.bit_length() - 1:x}" for first, split in found.splits.items())
    return {"parts": found.parts, "groups": found.groups, "splits": splits}


def _call(function: str, *values: object) -> bytes:
    return b"gongkai.search.%b(%b)\n" % (function.encode(), b",".join(map(dumps, values)))
