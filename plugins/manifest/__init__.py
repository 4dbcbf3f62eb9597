"""What the site says of itself: the release log, the digests of all files, the facts of a build.

    log      releases.jsonl: which items each release held, one chained line a release
    chain    from the log to the release that is being made
    counts   how many items, by body, column and month
    sums     SHA256SUMS, as ``sha256sum -c`` reads it
    facts    release.json: counts, versions, digests
    verify   any copy of a site against all of these

Pure: knows no Pelican, no template and no room. Names of the files: ``plugins/addresses.py``.
"""
