/* Runs the page's scripts over an index in many files, beside lunr.js over the same in one:
   node sharded.js FOLDER SCRIPT…; one JSON array [name, …arguments] a line, answers likewise. */
'use strict'

const fs = require('fs')
const path = require('path')
const readline = require('readline')
const vm = require('vm')

const [folder, ...scripts] = process.argv.slice(2)
const run = file => vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file })
const own = name => path.join(folder, 'search', name)

run(path.join(folder, 'lunr.js'))
scripts.forEach(run)
for (const name of ['words', 'version', 'main', 'mid', 'recent']) run(own(name + '.js'))

const { gongkai, lunr } = globalThis
gongkai.search.bring = async address => run(own(address.split('?')[0]))
let hanzi, source, engine

async function start () {
  await gongkai.search.complete()
  hanzi = gongkai.hanzi(gongkai.search.given.fold)
  source = gongkai.search.shards(hanzi, lunr)
  engine = gongkai.search.start()
}
const whole = lunr.Index.load(JSON.parse(fs.readFileSync(path.join(folder, 'whole.json'), 'utf8')))

/** What is asked of lunr for one folded word; `without` is a term that no document may have. */
function clauses (query, asked, fields, without) {
  const { presence: { REQUIRED: presence, PROHIBITED }, wildcard: { TRAILING: wildcard } } = lunr.Query
  const given = { usePipeline: false, ...(fields && { fields }) }
  for (const term of asked.terms) query.term(term, { presence, ...given })
  for (const term of asked.starts) query.term(term, { presence, wildcard, ...given })
  for (const term of without) query.term(term, { presence: PROHIBITED, usePipeline: false })
}

const functions = {
  /** [[ref, score]…] of the words, each by itself, from the files and from the one index; in one
      field, and without the documents that have a word of two characters, where these are named. */
  async both (typed, field = null, unwanted = null) {
    const refused = unwanted && hanzi.wanted(hanzi.fold(unwanted))
    const words = hanzi.fold(typed).split(' ').filter(word => hanzi.tokens(word).length)
    const sharded = []
    const plain = []
    for (const word of words) {
      const wanted = hanzi.wanted(word)
      const asked = await source.read(wanted)
      if (!asked.required.length) continue
      const words = [{ readings: [{ wanted, test: () => true }], field }]
      if (refused) words.push({ readings: [{ wanted: refused, test: () => true }], unwanted: true })
      const found = await source.find({ words, keys: [], filters: {} })
      sharded.push(...source.answered(asked, found.refs, field))
      const asks = query => clauses(query, asked, field && [field], refused ? refused.pairs : [])
      plain.push(...whole.query(asks).map(one => [Number(one.ref), one.score]))
    }
    return [sharded, plain]
  },
  /** The terms that are asked for where a word stands in a text. */
  needed: async typed => (await source.read(hanzi.wanted(hanzi.fold(typed)))).terms,
  /** The files that a new client brings for an answer. */
  brought: async typed => {
    const { bring } = gongkai.search
    const files = []
    gongkai.search.bring = address => { files.push(address.split('?')[0]); return bring(address) }
    await (await gongkai.search.start().answer(typed)).hits(0, 10)
    gongkai.search.bring = bring
    return files
  },
  folded: async typed => {
    await source.prepare(typed)
    return hanzi.fold(typed)
  },
  answer: async typed => {
    const found = await engine.answer(typed)
    return (await found.hits(0, found.total)).map(hit => [hit.document.index_no, hit.score, hit.document.title])
  }
}

async function reply (line) {
  const [name, ...rest] = JSON.parse(line)
  try {
    return JSON.stringify(await functions[name](...rest))
  } catch (error) {
    return JSON.stringify({ error: String(error.stack) })
  }
}

let last = start()
readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  last = last.then(() => reply(line)).then(answer => process.stdout.write(answer + '\n'))
})
