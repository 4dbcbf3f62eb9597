/* The engines that come in one piece. Usage:
     node run.js build ENGINE FOLDER DOCUMENTS   makes the index in FOLDER
     node run.js ask ENGINE FOLDER               answers the JSON list on standard input
   ENGINE is a file beside this one; FOLDER holds all that a client has to load. An answer is
   {load, answers: [{hits, cpu}]}: milliseconds of CPU of all threads of this process. */
'use strict'

const fs = require('fs')
const path = require('path')
const vm = require('vm')

const SHOWN = 10

/** One folder: its JSON, its library, and our own characters and tokens. */
function at (folder) {
  const read = name => fs.readFileSync(path.join(folder, name), 'utf8')
  return {
    json: name => JSON.parse(read(name)),
    names: () => fs.readdirSync(folder),
    read,
    write: (name, text) => fs.writeFileSync(path.join(folder, name), text),
    library: () => require(path.resolve(folder, 'library.js')),
    hanzi () {
      vm.runInThisContext(read('hanzi.js'))
      return globalThis.gongkai.hanzi(JSON.parse(read('fold.json')))
    }
  }
}

/** Every document of a file, one line at a time. */
function * documents (file) {
  const open = fs.openSync(file, 'r')
  const block = Buffer.alloc(1 << 20)
  let rest = Buffer.alloc(0)
  for (let size; (size = fs.readSync(open, block)) > 0;) {
    rest = Buffer.concat([rest, block.subarray(0, size)])
    for (let end; (end = rest.indexOf(10)) >= 0; rest = rest.subarray(end + 1)) {
      yield JSON.parse(rest.subarray(0, end).toString('utf8'))
    }
  }
  fs.closeSync(open)
}

/** What is typed in our tokens: what must be there, and the keys that it has as a number. */
function parted (hanzi, typed) {
  const folded = hanzi.fold(typed)
  const { pairs, starts } = hanzi.wanted(folded)
  return { pairs, starts, keys: hanzi.numberTerms(folded) }
}

function spent (since) {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

async function ask (engine, folder) {
  const typed = JSON.parse(fs.readFileSync(0, 'utf8'))
  const begun = process.cpuUsage()
  const files = at(folder)
  const shown = files.json('shown.json')
  const asked = await engine.load(files, parted)
  const load = spent(begun)
  const answers = []
  for (const text of typed) {
    const since = process.cpuUsage()
    const refs = await asked(text, SHOWN)
    const hits = refs.slice(0, SHOWN).map(ref => shown[ref].index_no)
    answers.push({ hits, cpu: spent(since) })
  }
  process.stdout.write(JSON.stringify({ load, answers }))
}

const [verb, name, folder, file] = process.argv.slice(2)
const engine = require(path.join(__dirname, `${name}.js`))
const work = verb === 'ask' ? ask(engine, folder) : engine.build(at(folder), documents(file))
Promise.resolve(work).catch(error => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
