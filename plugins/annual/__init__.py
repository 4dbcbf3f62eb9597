"""年报: the official forms of the yearly report on disclosure, and whether a filled one agrees.

政府信息公开条例 art. 49 and 50. The forms of 2014, 2019 and 2021 are data (``forms/``): their
tables, what must add up in them, what a running text may say of which cell.

    form       the forms: sections, rows, columns, equations; outcomes of a request
    names      a row or column by its key or its printed label
    sheet      CSV -> Table and Faults, with places
    table      the values of a filled form; what is not given is not zero
    sums       I1-I4, S1-S14: within the table
    across     I5, I6, I9, I11 to I13: last year's table, the ledgers, the catalog
    prose      running text -> sentences, counts
    said       I7 and statements: text against table
    inside     text against itself
    chapters   I8, I10: what chapters five and six must say
    check      all of it
    documents  which documents of a catalog table two counts
    draft      a new table from what is counted
    grid       a table as it is printed: boxes with place and size
    writing    a table as CSV
    wording    faults and identities -> Chinese sentences

Pure; knows neither the site nor Pelican.
"""

from __future__ import annotations

from plugins.annual.check import check
from plugins.annual.form import Cell, Form, form, outcomes
from plugins.annual.identity import Identity, Kind
from plugins.annual.sheet import Read, read
from plugins.annual.table import Table, Value, counted

__all__ = (
    "Cell",
    "Form",
    "Identity",
    "Kind",
    "Read",
    "Table",
    "Value",
    "check",
    "counted",
    "form",
    "outcomes",
    "read",
)
