/* Runs the scripts of a built search page as a browser would, and answers in turn what stands on
   standard input, a JSON array of texts. Usage: node ask.js SITE/search/index.html MOST */
'use strict'

const fs = require('fs')
const path = require('path')
const vm = require('vm')
const zlib = require('zlib')

/** Milliseconds of CPU of all threads, since the process began. */
function worked () {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Load the page's scripts. Gives a function that tells what was fetched since it was last called:
    the files, their bytes as they are and as a host sends them that compresses, requests, how
    often one waited for others, and what all of it worked. No file is read twice. */
function load (page) {
  const folder = path.dirname(page)
  const known = new Map()
  let fetched = []
  let waves = 0
  let wave = null // requests of one turn of events travel together
  let since = worked()

  function file (address) {
    const place = path.resolve(folder, decodeURIComponent(address.split('?')[0]))
    if (!known.has(place)) known.set(place, { place, code: fs.readFileSync(place, 'utf8'), size: null })
    return known.get(place)
  }

  function run (address) {
    const found = file(address)
    fetched.push(found)
    vm.runInThisContext(found.code, { filename: found.place })
  }

  function size_of (found) {
    if (!found.size) {
      const data = Buffer.from(found.code)
      const gzip = Math.min(data.length, zlib.gzipSync(data, { level: 6 }).length)
      const address = path.relative(path.dirname(folder), found.place).split(path.sep).join('/')
      found.size = { address, bytes: data.length, gzip }
    }
    return found.size
  }

  const html = fs.readFileSync(page, 'utf8')
  const scripts = Array.from(html.matchAll(/<script src="([^"]+)" defer>/g), found => found[1])
  scripts.forEach(run)
  waves = scripts.length ? 1 : 0
  globalThis.gongkai.search.bring = address => {
    if (!wave) {
      waves += 1
      wave = new Promise(resolve => setImmediate(() => { wave = null; resolve() }))
    }
    return wave.then(() => run(address))
  }
  return function spent () {
    const cpu = worked() - since // before sizes are reckoned, which is no work of the page's
    const files = fetched.map(size_of)
    const sum = name => files.reduce((all, one) => all + one[name], 0)
    const told = { bytes: sum('bytes'), gzip: sum('gzip'), requests: files.length, round_trips: waves, cpu_ms: Math.round(cpu * 100) / 100, files }
    fetched = []
    waves = 0
    since = worked()
    return told
  }
}

async function main (page, most) {
  const spent = load(page)
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
    answers.push({ hits, total: found.total, ...spent() })
  }
  process.stdout.write(JSON.stringify(answers))
}

module.exports = { load }
if (require.main === module) {
  main(process.argv[2], process.argv[3]).catch(error => {
    process.stderr.write(String(error))
    process.exitCode = 1
  })
}
