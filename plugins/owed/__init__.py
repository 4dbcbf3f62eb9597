"""Who owes what: the assignment table (任务分解表) against what is public.

    assignment  a line of the table: body, column, frequency, deadline                pure
    periods     years, halves, quarters, months, weeks; 所属期 as days                pure
    deadline    by when what is owed of a period must be public                       pure
    standing    each line on a day: what was owed, published, late, is empty, stale   pure
    upkeep      columns without items, columns that stand still                       pure
    coverage    the contents of art. 20 and 21, the key areas: how much, by how many  pure
    standards   the lines of the standard catalogue: what fulfils them, what is lacking  pure

Rules, verbs and the sheet of ``plugins.inspection`` draw on it; of its pages only that of the
standard catalogue does, which 国办发〔2019〕54号 wants to be public (decisions 0088, 0096).
"""
