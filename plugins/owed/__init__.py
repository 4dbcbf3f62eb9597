"""Who owes what: the assignment table (任务分解表) against what is public.

assignment  a line of the table: body, column, frequency, deadline                pure
periods     years, halves, quarters, months, weeks; 所属期 as days                pure
deadline    by when what is owed of a period must be public                       pure
standing    each line on a day: what was owed, published, late, is empty, stale   pure
upkeep      columns without items, columns that stand still, duties unserved      pure
"""
