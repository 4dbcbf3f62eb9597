"""依申请公开台账: the ledger of applications, ``requests/<year of receipt>.csv``; it holds no person.

    columns    the headings of the file, and what may stand below them
    request    one application as a frozen row, with its places in the file
    outcome    the 21 ways in which an application can end, by name
    personal   what looks like the datum of a person: refused, never repeated
    cell       one cell -> its value, or a Fault
    sheet      a ledger of any kind: a CSV file -> Lines and Faults
    read       files -> Requests and Faults
    clock      by when a reply is due, and how an application stands on a day
    fees       the tariff of the fee for processing information
    counts     tables 3 and 4 of the yearly report
    summary    a year for a public page: months, bodies, channels, days, fees, cases

政府信息公开条例 (2019): art. 29 to 42 for applications, 49 and 50 for the counts; 国办函〔2020〕109号
for fees. Pure but for ``sheet`` and ``read``; knows neither the site nor Pelican.
"""
