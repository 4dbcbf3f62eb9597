/* Runs classic scripts as a page would, then answers one JSON array [name, …arguments] a line:
   the name is a function below, the answer a line of JSON, {"error"} where it threw. */
'use strict'

const fs = require('fs')
const readline = require('readline')
const vm = require('vm')

for (const file of process.argv.slice(2)) {
  vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file })
}

const { gongkai, lunr } = globalThis
const given = gongkai.search.given
const hanzi = gongkai.hanzi(given.fold)
const engine = given.index ? gongkai.search.start() : null
const loaded = given.index ? lunr.Index.load(given.index) : null

const functions = {
  twin: text => {
    const folded = hanzi.fold(text)
    return [folded, hanzi.tokens(folded), hanzi.numberTokens(folded), hanzi.numberTerms(folded)]
  },
  cut: text => [hanzi.fold(text), hanzi.tokens(hanzi.fold(text))],
  answer: async typed => {
    const found = await engine.answer(typed)
    return (await found.hits(0, found.total)).map(hit => [hit.ref, hit.score])
  },
  wanted: word => hanzi.wanted(hanzi.fold(word)),
  near: typed => engine.near(typed, 3),
  related: typed => engine.related(typed),
  /* lunr.js alone, asked for terms: [[term, presence, wildcard]…], all without a pipeline. */
  lunr: clauses => loaded.query(query => clauses.forEach(([term, presence, wildcard, fields]) => {
    query.term(term, { presence, wildcard, usePipeline: false, ...(fields && { fields }) })
  })).map(found => [found.ref, found.score]),
  marked: (text, words) => gongkai.search.snippet(hanzi).marked(text, words),
  excerpt: (lines, words) => gongkai.search.snippet(hanzi).excerpt(lines, words)
}

async function reply (line) {
  const [name, ...rest] = JSON.parse(line)
  try {
    return JSON.stringify(await functions[name](...rest))
  } catch (error) {
    return JSON.stringify({ error: String(error) })
  }
}

let last = Promise.resolve()
readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  last = last.then(() => reply(line)).then(answer => process.stdout.write(answer + '\n'))
})
