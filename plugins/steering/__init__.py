"""How the work of disclosure is led: who answers for it, by which rules, what of the year is done.

    tables       the rows of the registry: leaders, liaisons, key points, rules, enterprises    pure
    keys         what a clerk may write in them, for docs/fields.md                             pure
    progress     the key points of a year: done, due, overdue, by their evidence                pure
    staff        which bodies lack leaders, the two named roles, a liaison                      pure
    checklist    the rules (制度) that each body must have, and which of them are in force       pure
    enterprises  what public enterprises disclose under art. 55                                 pure

Rules, ``today``, ``inspect`` and the rooms directory, regulations and keypoints draw on it
(decision 0091).
"""
