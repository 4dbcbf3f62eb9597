/* Runs the scripts of a built search page as a browser would, and answers in turn what stands on
   standard input, a JSON array of texts. Usage: node ask.js SITE/search/index.html MOST */
'use strict'

const fs = require('fs')
const path = require('path')
const vm = require('vm')
const zlib = require('zlib')

/** Load the page's scripts; what they cost, and what they bring later, is counted: bytes as they
    are, bytes as a host sends them that compresses, requests, and how often one waits for others. */
function load (page) {
  const folder = path.dirname(page)
  const cost = { bytes: 0, gzip: 0, requests: 0, round_trips: 0 }
  let wave = null // requests of one turn of events travel together

  function run (address) {
    const file = path.resolve(folder, decodeURIComponent(address.split('?')[0]))
    const code = fs.readFileSync(file)
    cost.bytes += code.length
    cost.gzip += Math.min(code.length, zlib.gzipSync(code, { level: 6 }).length)
    cost.requests += 1
    vm.runInThisContext(code.toString('utf8'), { filename: file })
  }

  const html = fs.readFileSync(page, 'utf8')
  const scripts = Array.from(html.matchAll(/<script src="([^"]+)" defer>/g), found => found[1])
  scripts.forEach(run)
  cost.round_trips = scripts.length ? 1 : 0
  globalThis.gongkai.search.bring = address => {
    if (!wave) {
      cost.round_trips += 1
      wave = new Promise(resolve => setImmediate(() => { wave = null; resolve() }))
    }
    return wave.then(() => run(address))
  }
  return cost
}

async function main (page, most) {
  const cost = load(page)
  const { search } = globalThis.gongkai
  if (!await search.complete()) throw new Error('incomplete')
  const engine = search.start()
  const snippet = search.snippet(engine.hanzi)
  const answers = []
  for (const typed of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    const found = await engine.answer(typed)
    const hits = (await found.hits(0, Number(most))).map(hit => {
      const { index_no, title, url } = hit.document
      const { attached } = snippet.shown(hit, found.words)
      return Object.assign({ index_no, title, url, score: hit.score }, attached && { attachment: attached[0] })
    })
    answers.push({ hits, total: found.total, ...cost })
    Object.keys(cost).forEach(name => { cost[name] = 0 })
  }
  process.stdout.write(JSON.stringify(answers))
}

main(process.argv[2], process.argv[3]).catch(error => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
