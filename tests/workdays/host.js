/* The calculator's arithmetic over calendars that the build wrote: one JSON array of cases
   [calendar, start, n, byWorkdays] comes in, one array of answers goes out. */
'use strict'

const fs = require('fs')
const vm = require('vm')

const [twin, ...calendars] = process.argv.slice(2)
const scripts = [twin, ...calendars].map(file => fs.readFileSync(file, 'utf8'))
vm.runInThisContext(scripts[0], { filename: twin })

const { calendar, due, number, written } = globalThis.gongkai.workdays
const known = scripts.slice(1).map(script => {
  vm.runInThisContext(script)
  return calendar(globalThis.gongkai.days)
})

const answers = JSON.parse(fs.readFileSync(0, 'utf8')).map(([which, start, n, byWorkdays]) => {
  const found = due(number(start), n, byWorkdays, known[which])
  return found && {
    day: written(found.day),
    nominal: written(found.nominal),
    provisional: found.provisional,
    skipped: found.skipped.map(([day, name]) => [written(day), name]),
    made_up: found.madeUp.map(written)
  }
})
process.stdout.write(JSON.stringify(answers))
