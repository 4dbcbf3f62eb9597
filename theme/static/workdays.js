/* Where a period ends: the twin of plugins/workdays/periods.py, which has the reasons. Days are
   numbers, counted from 1970-01-01; the calendar is what plugins/requests/deadline.py writes. */
(function (root) {
  'use strict'

  const gongkai = root.gongkai = root.gongkai || {}
  const DAY = 86400000

  /** The number of a day written as 2026-01-30. */
  function number (written) {
    return Date.parse(written + 'T00:00:00Z') / DAY
  }

  /** The day of a number, as 2026-01-30. */
  function written (day) {
    return new Date(day * DAY).toISOString().slice(0, 10)
  }

  function year (day) {
    return Number(written(day).slice(0, 4))
  }

  /** 0 for Sunday. */
  function weekday (day) {
    return (day + 4) % 7
  }

  /** The place of the first of `days` that is not before `day`; of the first after it. */
  function left (days, day) {
    let low = 0
    let high = days.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (days[middle] < day) low = middle + 1
      else high = middle
    }
    return low
  }

  function right (days, day) {
    return left(days, day + 1)
  }

  /** The calendar that was written as `given`. */
  function calendar (given) {
    const known = {
      first: number(given.first),
      last: number(given.last),
      off: new Map(),
      madeUp: given.work.map(number),
      notices: given.notices,
      local: given.local.map(([first, last, notice, name]) =>
        ({ first: number(first), last: number(last), notice, name }))
    }
    for (const [first, count, name] of given.off) {
      for (let n = 0; n < count; n++) known.off.set(number(first) + n, name)
    }
    const worked = new Set(known.madeUp)
    const weekend = day => weekday(day) % 6 === 0
    known.rests = Array.from(known.off.keys()).filter(day => !weekend(day))
    known.workdays = []
    for (let day = known.first; day <= known.last; day++) {
      if (weekend(day) ? worked.has(day) : !known.off.has(day)) known.workdays.push(day)
    }
    return known
  }

  function within (days, first, last) {
    return days.slice(left(days, first), right(days, last))
  }

  function published (known, first, last) {
    for (let one = year(first); one <= year(last); one++) {
      if (!known.notices[one]) return false
    }
    return true
  }

  /** The last day of a period, or null where the calendar does not reach: see `due` there. */
  function due (start, n, byWorkdays, known) {
    if (!(start >= known.first && start <= known.last)) return null
    const days = known.workdays
    const counted = byWorkdays && n !== 0
    const nominal = start + n
    const at = counted
      ? (n > 0 ? right(days, start) + n - 1 : left(days, start) + n)
      : (n >= 0 ? left(days, nominal) : right(days, nominal) - 1)
    if (!(at >= 0 && at < days.length)) return null
    const end = days[at]
    const span = counted
      ? (n > 0 ? [start + 1, end] : [end, start - 1])
      : [Math.min(nominal, end), Math.max(nominal, end)]
    return {
      day: end,
      nominal: counted ? end : nominal,
      provisional: !published(known, span[0], span[1]),
      skipped: within(known.rests, span[0], span[1]).map(day => [day, known.off.get(day)]),
      madeUp: within(known.madeUp, span[0], span[1])
    }
  }

  gongkai.workdays = { calendar, due, number, written, weekday, year }
})(this)
