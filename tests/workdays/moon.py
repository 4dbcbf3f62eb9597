"""New moons, by the series of Jean Meeus, Astronomical Algorithms, ch. 49: a second source.

The largest terms only: right to about a minute, where the nearest new moon of our table to a
midnight is four minutes from it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import radians, sin

EPOCH = datetime(2000, 1, 1, 12)  # JDE 2451545.0
AHEAD = timedelta(seconds=72)  # of dynamical time, in these years
BEIJING = timedelta(hours=8)

# Coefficient in days, and the multiples of M (sun), M' (moon), F; the power of E is that of M.
TERMS = (
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
    (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2),
    (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0),
    (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2),
    (-0.00024, -1, 2, 0),
)


def moment(k: int) -> datetime:
    """The ``k``-th new moon after the one of 6 January 2000, in Beijing's time."""
    t = k / 1236.85
    sun = 2.5534 + 29.10535670 * k
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
    node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
    shrink = 1 - 0.002516 * t
    days = 5.09766 + 29.530588861 * k + 0.00015437 * t * t
    for size, a, b, c in TERMS:
        days += size * shrink ** abs(a) * sin(radians(a * sun + b * moon + c * node))
    days += -0.00017 * sin(radians(124.7746 - 1.56375588 * k))
    days += 0.000325 * sin(radians(299.77 + 0.107408 * k - 0.009173 * t * t))
    return EPOCH + timedelta(days) - AHEAD + BEIJING


def months(year: int) -> list[date]:
    """The days on which lunar months begin, from November before ``year`` to its end."""
    first = int((year - 2000) * 12.3685) - 3
    days = [moment(k).date() for k in range(first, first + 18)]
    return [day for day in days if date(year - 1, 11, 1) <= day <= date(year, 12, 31)]
