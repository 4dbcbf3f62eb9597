"""自查: what inspectors of a disclosure site look at, and what the rules found of it.

    points   the points of inspection, each with the codes of the rules that speak of it    pure
    found    findings by point, with page, evidence and who has to act; tasks by body      pure
    sheet    the same on A4, to be printed, signed and filed

Nothing of it is public: it is a working paper of the office (decision 0088).
"""
