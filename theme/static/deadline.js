/* The calculator of periods: gongkai.days is the calendar, gongkai.workdays the arithmetic. What is
   said stands in the page; the lines are those of `make workdays`. Nothing is sent or stored. */
(function (root) {
  'use strict'

  let workdays, given // known once all scripts have run

  /** The sentences of the page, their places filled. */
  function speaker (form) {
    const said = {}
    for (const one of form.querySelectorAll('[data-gk-said]')) {
      said[one.getAttribute('data-gk-said')] = one.content.textContent
    }
    return (name, places) => said[name].replace(/\{(\w+)\}/g, (_, place) => places[place])
  }

  function teller (say, known) {
    const weekdays = say('weekdays')
    const { written, weekday, year } = workdays

    function day (one) {
      return say('day', { date: written(one), weekday: weekdays[weekday(one)] })
    }

    /** Days in order, those that follow each other drawn together. */
    function stretches (days) {
      const runs = []
      for (const one of days) {
        const last = runs[runs.length - 1]
        if (last && one === last[1] + 1) last[1] = one
        else runs.push([one, one])
      }
      return runs.map(([first, last]) => first === last
        ? written(first)
        : say('stretch', { first: written(first), last: written(last) })).join('、')
    }

    function * skipped (rows) {
      for (let at = 0; at < rows.length;) {
        const name = rows[at][1]
        const days = []
        while (at < rows.length && rows[at][1] === name) days.push(rows[at++][0])
        yield say('skipped', { name, days: stretches(days) })
      }
    }

    function moved (found, n) {
      const name = known.off.get(found.nominal)
      const rest = name ? say('named', { day: day(found.nominal), name }) : day(found.nominal)
      return say(n < 0 ? 'moved_back' : 'moved', { day: rest })
    }

    function * sources (first, last) {
      for (let one = year(first); one <= year(last); one++) {
        for (const [title, facts] of known.notices[one] || []) yield say('basis', { title, facts })
      }
      for (const { first: from, last: to, notice, name } of known.local) {
        if (from <= last && first <= to) yield say('basis', { title: notice, facts: name })
      }
    }

    /** Why it is that day: one sentence after the other. */
    function * reasons (start, n, counter, found) {
      yield say(n < 0 ? 'back' : 'way', { start: day(start), n: Math.abs(n), counter })
      if (found.nominal !== found.day) yield moved(found, n)
      yield * skipped(found.skipped)
      if (found.madeUp.length) yield say('made_up', { days: found.madeUp.map(day).join('、') })
      const touched = [start, found.nominal, found.day]
      yield * sources(Math.min(...touched), Math.max(...touched))
      if (found.provisional) yield say('why')
    }

    return { day, reasons }
  }

  function paragraph (text, name) {
    const made = document.createElement('p')
    made.textContent = text
    if (name) made.className = name
    return made
  }

  function start (form) {
    ({ workdays, days: given } = root.gongkai)
    const known = workdays.calendar(given)
    const say = speaker(form)
    const tell = teller(say, known)
    const [period, begin, number, unit] = ['period', 'start', 'number', 'unit']
      .map(id => document.getElementById(id))
    const answer = form.querySelector('[data-gk-answer]')
    const today = new Date()

    function choose () {
      const chosen = period.selectedOptions[0]
      const free = chosen.hasAttribute('data-gk-free')
      const told = form.querySelector('[data-gk-told]')
      told.textContent = free ? '' : say('told', {
        note: chosen.getAttribute('data-gk-note'),
        article: chosen.getAttribute('data-gk-article')
      })
      if (free) return
      number.value = chosen.getAttribute('data-gk-number')
      unit.value = chosen.getAttribute('data-gk-unit')
    }

    function show (...lines) {
      answer.replaceChildren(...lines)
    }

    function count () {
      if (!begin.value || !/^-?\d{1,4}$/.test(number.value)) return show(paragraph(say('wrong')))
      const first = workdays.number(begin.value)
      const n = Number(number.value)
      const option = unit.selectedOptions[0]
      const found = workdays.due(first, n, unit.selectedIndex === 0, known)
      if (!found) return show(paragraph(say('outside', given)))
      const day = paragraph(say('due', { day: tell.day(found.day) }), 'gk-deadline__day')
      if (found.provisional) {
        const mark = document.createElement('span')
        mark.className = 'gk-deadline__provisional'
        mark.textContent = say('provisional')
        day.append(mark)
      }
      const counter = option.getAttribute('data-gk-counter')
      const reasons = Array.from(tell.reasons(first, n, counter, found))
      show(day, ...reasons.map(one => paragraph(one)))
    }

    /* A number or a unit of one's own is no longer the period of the law. */
    function own () {
      const free = period.querySelector('[data-gk-free]')
      const chosen = period.selectedOptions[0]
      const same = number.value === chosen.getAttribute('data-gk-number') &&
        unit.value === chosen.getAttribute('data-gk-unit')
      if (!same) free.selected = true
      choose()
    }

    begin.min = given.first
    begin.max = given.last
    begin.value = workdays.written(Math.floor((today - today.getTimezoneOffset() * 60000) / 86400000))
    period.addEventListener('change', choose)
    number.addEventListener('change', own)
    unit.addEventListener('change', own)
    form.addEventListener('change', count)
    form.addEventListener('submit', event => {
      event.preventDefault()
      count()
    })
    form.noValidate = true // what is wrong is said in the answer
    form.hidden = false
    choose()
    count()
  }

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.querySelector('[data-gk-deadline]')
    if (form) start(form)
  })
})(this)
