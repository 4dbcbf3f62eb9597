"""A Dask cluster of worker processes on this machine, until standard input ends."""

from __future__ import annotations

import sys


def main(workers: int) -> None:
    """Say the address of the scheduler, then wait."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
