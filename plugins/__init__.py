"""Gongkai: from the files that departments commit to a disclosure catalog on any static host.

The way through the house, in order (data flows one way; nothing flows back):

    records   text -> Record, every value with file, line, column; the registry; Item; Corpus    pure
    markup    official text -> HTML, nothing of it lost                                          pure
    hanzi     one normaliser and tokenizer, whose twin runs in the browser                       pure
    workdays  notices of holidays -> the last day of a period, and why                           pure
    rules     Corpus -> Findings, one rule a file                                                pure
    clocks    an item against the period in which it must be public                            pure
    shapes    rows, counts, trees that several rooms hand to the same components       pure
    plan        Page, Copy, Blob, Picture, Batch: what a room may ask of the press                 pure
    digest      one digest for any value that a page is made from                                pure
    paper       the words of a PDF as far as its pages show them                                pure
    leaks       what must not become public, in texts and in all that is attached to them            pure
    scrub       attached pictures freed before they are reviewed, and the record of it          pure
    review      records of review: who looked at exactly what, and does it carry the item        pure
    manifest    the release log, SHA256SUMS, release.json; any copy of a site against them           pure
    ledger      applications on request: rows, by when a reply is due, the counts    pure
    activities  the working ledger: meetings, staff, what citizens ask and report, the counts    pure
    annual      the forms of the yearly report; what must agree in them and with its text    pure
    counted     what ledgers and catalog count for the yearly report of a body                 pure
    owed        the assignment table and what nobody keeps up, against what is public           pure
    steering    who leads the work, by which rules, what of the year is done                     pure
    tabled      pages that are tables of words                                                   pure
    agenda      what falls due, and who owes it                                                  pure
    inspection  what the rules found, by the points of an inspection; the sheet to be printed     pure
    host      Pelican itself, made to fail where it would pass over a fault                      Pelican
    gate      Pelican door: reads, checks, refuses                                               Pelican
    rooms     Corpus -> plan: catalog directory duties guide requests tallies search feeds ...   pure
    press     Pelican door: plan -> files, staged, audited, switched                             Pelican
    audit     reads only the source and the staged site, shares nothing with the rooms           pure

What the last run knew saves time and changes nothing: memory (sealed rows), code (what they were
made by), examined (reading and checking with it), scanned (what attachments hold), reviewed (what
records of review say), quiet (whether there is anything to do).
How much a thing may ask for: limits (time, in this process), trial (a long text, in one of its own).
Who may change what: ownership (by the registry), branches (by Git).
Who does the work: crew (cores, or a cluster), ahead (reading by all cores), press/parcel (what
processes of one machine say to each other).

Outside this way: importer (old pages -> items), town (invented items), ending (what withdraws, redacts,
moves an item), verbs (the command line). What all of Git says: chronicle (of numbers), compared
(what every release showed anew); both ask by repository.
"""
