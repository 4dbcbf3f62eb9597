/* Ours, asked by the scripts of a built site's page. Usage: node ours.js PAGE FIRST < JSON
   JSON: [{typed, all}]. Gives {page, answers: [{hits, refs, first, later}]}: ``page`` is what the
   scripts of the page cost; ``first`` what an answer costs beyond them, ``later`` the same where
   FIRST was asked before, each as of plugins/search/ask.js; ``refs`` are the places of all
   documents that answer, where ``all`` of them are wanted.

   Each answer is one of an engine of its own, which remembers nothing: it fetches, inflates, reads
   and counts anew. All are asked once before any work is measured: by then no file comes from the
   disk, and the scripts are warm. Work is measured three times, in three rounds over all, and the
   middle one is told: now and then an answer pays for the rubbish of those before it. */
'use strict'

const fs = require('fs')
const path = require('path')
const { load } = require(path.resolve(__dirname, '../../../../plugins/search/ask.js'))

const SHOWN = 10
const ROUNDS = 3

/** The cost in the middle of several of the same answer, told apart by work alone. */
function middle (costs) {
  return costs.sort((one, other) => one.cpu_ms - other.cpu_ms)[costs.length >> 1]
}

async function asked (engine, typed) {
  const found = await engine.answer(typed)
  return { found, hits: await found.hits(0, SHOWN) }
}

async function main (page, before) {
  const queries = JSON.parse(fs.readFileSync(0, 'utf8'))
  const spent = load(page)
  const { search } = globalThis.gongkai
  if (!await search.complete()) throw new Error('incomplete')
  const whole = spent()
  const { fold } = search.given // fold.js puts another in its place

  function fresh () {
    search.given.fold = fold
    return search.start()
  }

  async function first (typed) {
    const engine = fresh()
    spent()
    const { found, hits } = await asked(engine, typed)
    return { cost: spent(), found, hits }
  }

  async function later (typed) {
    const engine = fresh()
    await asked(engine, before)
    spent()
    await asked(engine, typed)
    return spent()
  }

  for (const { typed } of queries) await first(typed)
  await later(before)
  const answers = queries.map(() => ({ first: [], later: [] }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { typed, all }] of queries.entries()) {
      const { cost, found, hits } = await first(typed)
      answers[at].hits = hits.map(({ document }) => document.index_no)
      answers[at].refs = all ? Array.from(found.refs || []) : null
      answers[at].first.push(cost)
      answers[at].later.push(await later(typed))
    }
  }
  for (const answer of answers) {
    answer.first = middle(answer.first)
    answer.later = middle(answer.later)
  }
  process.stdout.write(JSON.stringify({ page: whole, answers }))
}

main(process.argv[2], process.argv[3]).catch(error => {
  process.stderr.write(String(error.stack))
  process.exitCode = 1
})
