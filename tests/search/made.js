/* Runs the page's scripts over an index in many files: node made.js FOLDER HEADS SCRIPT…;
   one JSON array [name, …arguments] a line, answers likewise. */
'use strict'

const fs = require('fs')
const path = require('path')
const readline = require('readline')
const vm = require('vm')

let [folder, heads, ...scripts] = process.argv.slice(2)
const run = file => vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file })
const own = name => path.join(folder, 'search', name)

run(path.join(folder, 'lunr.js'))
scripts.forEach(run)
for (const name of JSON.parse(heads)) run(own(name + '.js'))

const { search } = globalThis.gongkai
let engine
let net = {} // {late, lost}: parts of the addresses that come late, or not at all

search.bring = async address => {
  const said = part => part && address.includes(part)
  if (said(net.late)) await new Promise(resolve => setTimeout(resolve, 200))
  if (said(net.lost)) throw new Error('lost')
  run(own(address.split('?')[0]))
}

const functions = {
  async found (typed, options, many) {
    const answer = await engine.answer(typed, options)
    const hits = await answer.hits(0, many)
    return { total: answer.total, titles: hits.map(hit => hit.document.title), scores: hits.map(hit => hit.score) }
  },
  /** What is typed before the answer to what was typed before has come. */
  all: (typed, options, many) => Promise.all(typed.map(one => functions.found(one, options, many))),
  net (now) { net = now; return null },
  /** From now on another build stands where this one was. */
  publish (other) { folder = other; return null },
  /** What the page does at the start, and where it was told that the site was replaced. */
  async start () {
    if (!await search.complete()) throw new Error('incomplete')
    engine = search.start()
    return null
  }
}

async function reply (line) {
  const [name, ...rest] = JSON.parse(line)
  try {
    return JSON.stringify(await functions[name](...rest))
  } catch (error) {
    return JSON.stringify({ error: String(error.stack), replaced: error instanceof search.Replaced })
  }
}

let last = functions.start()
readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  last = last.then(() => reply(line)).then(answer => process.stdout.write(answer + '\n'))
})
