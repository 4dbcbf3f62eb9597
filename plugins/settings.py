"""The names of Pelican settings by which one run hands things on, and by which it is steered."""

CORPUS = "GONGKAI_CORPUS"  # gate -> press: what was read
FINDINGS = "GONGKAI_FINDINGS"  # gate -> verbs: what was found
READING = "GONGKAI_READING"  # gate -> press: seconds of reading and checking
RUN = "GONGKAI_RUN"  # press -> verbs: the build

SUMS = "GONGKAI_SUMS"  # verbs -> gate: SHA-256 of texts that were read just now

WORKERS = "WORKERS"  # processes; 0: one for each core
CLUSTER = "CLUSTER"  # address of a Dask scheduler
NO_CACHE = "NO_CACHE"  # make everything anew
AUDIT = "AUDIT"  # stands in for the auditor of the house, in benches
ALLOW_OLDER = "ALLOW_OLDER"  # an older commit may replace a newer
