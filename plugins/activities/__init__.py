"""工作台账: meetings, trainings, responses, staff, and what citizens ask, report and judge.

``activities/<year>.csv``, a line an entry or a number of like ones; it holds no person (decisions
0082, 0085).

    kinds      the kinds of entries (类别): unit, cells they take, row of the form of 2014
    columns    the headings of the file
    activity   one entry as a frozen row, with its places in the file
    read       files -> Activities and Faults, by the reader of the other ledger
    counts     the cells of the yearly report's form of 2014
    summary    a year in numbers: what came from citizens and what became of it, what was done
    veil       parts of a number that are too few to be shown

国办发〔2014〕32号 for the form; 政府信息公开条例 (2019) art. 46 (社会评议), 47 and 51 (complaints), 48
(trainings). Pure but for ``read``; knows neither the site nor Pelican.
"""
